// The engines of one design: whatever computes its operation in bulk.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "models/common/unit.h"
#include "sim/config/technology.h"

namespace macroscope {

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string_view name() const = 0;
  // z of every operation, LimbsFor(z_bits) limbs each. `flags`, if not empty, receives the
  // exception flags of an engine that has them.
  virtual void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                        std::span<std::uint8_t> flags) = 0;
  // The reference has flags for every unit that rounds, the others where the design has them.
  virtual bool has_flags() const = 0;
};

inline constexpr std::string_view kEngineNames[] = {"reference", "batch", "law",
                                                    "systemc",   "rtl",   "netlist"};

// The engine of that name for `design` (its operation form). `batch` gives what `law` gives,
// sooner. `rtl` and `netlist` build what is not in the cache; the netlist is mapped to the cells of
// `technology`, at the first level of effort that it tries. Throws BuildError, or
// std::invalid_argument with the names that exist.
std::unique_ptr<Engine> MakeEngine(std::string_view name, const Design& design,
                                   const Technology& technology = {});

}  // namespace macroscope
