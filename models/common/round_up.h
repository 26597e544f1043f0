// Whether a magnitude with guard bits below its last place rounds away from zero; and whether the
// direction takes a magnitude beyond the largest number to infinity. Twin of
// rtl/common/round_up.sv.
#pragma once

#include <cstdint>

#include "models/design/design.h"

namespace macroscope {

struct RoundUp {
  struct In {
    bool sign = false;
    bool odd = false;         // The last place.
    std::uint64_t guard = 0;  // U0.bits below it
    int bits = 1;
    bool sticky = false;  // A one stood below the guard bits.
    std::uint64_t r = 0;  // The rounding operand.
  };

  Rounding rounding = Rounding::kTiesToEven;
  int random_bits = 0;

  RoundUp() = default;
  explicit RoundUp(const Design& design)
      : rounding(design.rounding), random_bits(design.random_bits) {}

  constexpr bool operator()(const In& in) const {
    const std::uint64_t half = std::uint64_t{1} << (in.bits - 1);
    const bool inexact = in.guard != 0 || in.sticky;
    switch (Mode(in.r)) {
      case Rounding::kTiesToEven:
        return in.guard > half || (in.guard == half && (in.sticky || in.odd));
      case Rounding::kTiesToAway:
        return in.guard >= half;
      case Rounding::kTowardNegative:
        return inexact && in.sign;
      case Rounding::kTowardPositive:
        return inexact && !in.sign;
      case Rounding::kToOdd:
        return inexact && !in.odd;
      case Rounding::kStochastic:
        return (Top(in.guard, in.bits) + in.r) >> random_bits != 0;
      case Rounding::kTowardZero:
      case Rounding::kPort:
        break;
    }
    return false;
  }

  constexpr bool Away(bool sign, std::uint64_t r) const {
    switch (Mode(r)) {
      case Rounding::kTiesToEven:
      case Rounding::kTiesToAway:
      case Rounding::kStochastic:
        return true;
      case Rounding::kTowardNegative:
        return sign;
      case Rounding::kTowardPositive:
        return !sign;
      case Rounding::kTowardZero:
      case Rounding::kToOdd:
      case Rounding::kPort:
        break;
    }
    return false;
  }

 private:
  constexpr Rounding Mode(std::uint64_t r) const {
    return rounding == Rounding::kPort ? static_cast<Rounding>(r) : rounding;
  }
  // The random_bits highest of `bits` guard bits; zeros below them, if there are fewer.
  constexpr std::uint64_t Top(std::uint64_t guard, int bits) const {
    return bits >= random_bits ? guard >> (bits - random_bits) : guard << (random_bits - bits);
  }
};

}  // namespace macroscope
