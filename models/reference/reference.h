// The judge: every unit's operation in exact arithmetic (GMP), then one rounding. It knows no
// datapath, and no datapath knows it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "models/common/operation.h"
#include "models/design/design.h"
#include "models/design/flags.h"
#include "models/reference/quantize.h"

namespace macroscope {

class Reference {
 public:
  explicit Reference(const Design& design);
  ~Reference();

  // One operation of the design's unit. `flags`, if given, receives the OR of Flags bits, whether
  // or not the design has flags; 0 of units that do not round.
  Bits Operate(const Operation& in, std::uint8_t* flags = nullptr);

  // Many; z has LimbsFor(result bits) limbs each. Throws std::invalid_argument if the counts
  // differ, and for a rounding operand that is no mode.
  void Evaluate(const Operands& in, std::span<std::uint64_t> z, std::span<std::uint8_t> flags = {});

  // sum a[i]*b[i], exact, rounded once into the accumulator; of block_dot the sum of all products
  // of all operations, whose words have as many limbs as they need. Throws std::invalid_argument if
  // the counts differ, or if the design is no unit that accumulates, has a rounding operand, or
  // reduces its lanes in another way than exactly.
  Bits Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace macroscope
