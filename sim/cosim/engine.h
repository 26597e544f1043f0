// The engines of one design: whatever computes z = a*b + c in bulk.
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
  // z = a*b + c for every operation; spans as in Operands. `flags`, if not empty, receives the
  // exception flags of an engine that has them.
  virtual void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                        std::span<std::uint8_t> flags) = 0;
  virtual bool has_flags() const { return false; }
};

inline constexpr std::string_view kEngineNames[] = {"reference", "law", "systemc", "rtl",
                                                    "netlist"};

// The engine of that name for `design` (its operation form). `rtl` and `netlist` build what is not
// in the cache; the netlist is mapped to the cells of `technology`, at the first level of effort
// that it tries. Throws BuildError, or std::invalid_argument with the names that exist.
std::unique_ptr<Engine> MakeEngine(std::string_view name, const Design& design,
                                   const Technology& technology = {});

}  // namespace macroscope
