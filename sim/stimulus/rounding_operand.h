// The operand that says how an operation is rounded: a mode, random bits, or nothing.
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "sim/stimulus/random.h"

namespace macroscope {

struct RoundingOperand {
  Rounding rounding = Rounding::kTiesToEven;
  int random_bits = 0;

  explicit RoundingOperand(const Design& design)
      : rounding(design.rounding), random_bits(design.random_bits) {}

  std::uint64_t Draw(Random& random) const {
    if (rounding == Rounding::kPort) return random.Below(kPortModes);
    if (random_bits == 0) return 0;
    // None, all, or any of them.
    const std::uint64_t mask = (std::uint64_t{1} << random_bits) - 1;
    const std::uint64_t word = random.Next();
    const std::uint64_t kind = word >> 61;
    return kind == 0 ? 0 : kind == 1 ? mask : word & mask;
  }
};

}  // namespace macroscope
