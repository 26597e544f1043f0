// Rounding by looking: the values of all codes in order, and a number's two neighbours among them.
// Shares nothing with the reference but Decode. For formats and numbers that doubles hold exactly.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/design/design.h"
#include "models/formats/decode.h"
#include "tests/common/to_double.h"

namespace macroscope {

class ValueTable {
 public:
  explicit ValueTable(const Format& format) : format_(format) {
    for (std::uint64_t code = 0; code <= format.max_finite(); ++code) {
      values_.push_back(ToDouble(Decode(format, code)));
    }
    // One more, where the values would go on: rounding to it is what overflow means.
    const Decoded last = Decode(format, format.max_finite());
    values_.push_back(ToDouble({last.number_class, false, last.significand + 1, last.exponent}));
  }

  // The code of `x` != 0, rounded. Where the direction goes beyond the largest value, the result is
  // the overflow code of its sign.
  std::uint64_t Round(double x, Rounding rounding, std::uint64_t positive_overflow,
                      std::uint64_t negative_overflow) const {
    const bool negative = x < 0;
    const double magnitude = std::fabs(x);
    const auto above = std::ranges::upper_bound(values_, magnitude);
    if (above == values_.begin()) {  // Below all numbers of a format without zero.
      return negative ? format_.sign_mask() : 0;
    }
    const auto below = above - 1;
    std::uint64_t index = below - values_.begin();
    if (above != values_.end() && *below != magnitude) {
      index += Up(magnitude - *below, *above - magnitude, index % 2 != 0, negative, rounding);
    }
    if (index > format_.max_finite()) {
      const bool stays =
          rounding == Rounding::kTowardZero || rounding == Rounding::kToOdd ||
          rounding == (negative ? Rounding::kTowardPositive : Rounding::kTowardNegative);
      if (!stays) return negative ? negative_overflow : positive_overflow;
      index = format_.max_finite();
    }
    const bool signless_zero = index == 0 && format_.has_zero && !format_.has_negative_zero();
    return index | (negative && !signless_zero ? format_.sign_mask() : 0);
  }

 private:
  static bool Up(double from_below, double to_above, bool odd, bool negative, Rounding rounding) {
    switch (rounding) {
      case Rounding::kTiesToEven:
        return from_below > to_above || (from_below == to_above && odd);
      case Rounding::kTiesToAway:
        return from_below >= to_above;
      case Rounding::kTowardNegative:
        return negative;
      case Rounding::kTowardPositive:
        return !negative;
      case Rounding::kToOdd:
        return !odd;
      case Rounding::kTowardZero:
      case Rounding::kStochastic:
      case Rounding::kPort:
        break;
    }
    return false;
  }

  Format format_;
  std::vector<double> values_;  // By magnitude code.
};

}  // namespace macroscope
