// The one rounder: a sign, a biased exponent (0 for subnormals and zero), a significand with its
// hidden bit, a guard bit and a sticky bit become the nearest code that the rounding allows.
// Twin of rtl/common/rounder.sv.
#pragma once

#include "models/common/word.h"
#include "models/design/design.h"

namespace macroscope {

struct Rounder {
  struct In {
    bool sign = false;
    int exponent = 0;
    std::uint64_t significand = 0;  // U1.fraction_bits
    bool guard = false;
    bool sticky = false;
  };

  Rounding rounding = Rounding::kTiesToEven;
  int fraction_bits = 0;
  std::uint64_t sign_mask = 0;
  std::uint64_t max_finite = 0;
  bool has_negative_zero = true;
  std::uint64_t overflow[2] = {};  // What an overflow away from zero becomes, by sign.

  Rounder() = default;
  Rounder(const Format& f, Rounding r, Overflow o)
      : rounding(r),
        fraction_bits(f.fraction_bits),
        sign_mask(f.sign_mask()),
        max_finite(f.max_finite()),
        has_negative_zero(f.has_negative_zero()) {
    for (int negative = 0; negative < 2; ++negative) {
      std::uint64_t code = negative != 0 ? max_finite | sign_mask : max_finite;
      if (o == Overflow::kInfinity && f.has_infinity()) code = f.infinity(negative != 0);
      if (o == Overflow::kNan && f.has_nan()) code = f.canonical_nan();
      overflow[negative] = code;
    }
  }

  constexpr std::uint64_t operator()(const In& in) const {
    const std::uint64_t sign = in.sign ? sign_mask : 0;
    const std::uint64_t fraction = in.significand & LowMask<Word64>(fraction_bits);
    const std::uint64_t truncated =
        (static_cast<std::uint64_t>(in.exponent) << fraction_bits) + fraction;
    const std::uint64_t magnitude = truncated + (RoundsUp(in) ? 1 : 0);
    if (magnitude > max_finite)
      return OverflowsAway(in.sign) ? overflow[in.sign] : sign | max_finite;
    if (magnitude == 0 && !has_negative_zero) return 0;
    return sign | magnitude;
  }

 private:
  constexpr bool RoundsUp(const In& in) const {
    const bool odd = (in.significand & 1) != 0;
    // What was cut off, in quarters of the last place, the fourth standing for "a little more".
    const int rest = (in.guard ? 2 : 0) + (in.sticky ? 1 : 0);
    switch (rounding) {
      case Rounding::kTiesToEven:
        return rest > 2 || (rest == 2 && odd);
      case Rounding::kTiesToAway:
        return rest >= 2;
      case Rounding::kTowardNegative:
        return rest > 0 && in.sign;
      case Rounding::kTowardPositive:
        return rest > 0 && !in.sign;
      case Rounding::kToOdd:
        return rest > 0 && !odd;
      case Rounding::kTowardZero:
      case Rounding::kStochastic:  // refused by ParseDesign
        return false;
    }
    return false;
  }
  constexpr bool OverflowsAway(bool negative) const {
    switch (rounding) {
      case Rounding::kTiesToEven:
      case Rounding::kTiesToAway:
        return true;
      case Rounding::kTowardNegative:
        return negative;
      case Rounding::kTowardPositive:
        return !negative;
      default:
        return false;
    }
  }
};

}  // namespace macroscope
