// A quotient on its way into a format: of how many bits it has to be so that it can be rounded
// there once, and where it is placed. Widths of block_quantize's two divisions.
//
//   | quotient, U1.(bits - 1), in (1/2, 2) | sticky |      what is placed: a significand
//
// The sticky bit is the significand's last. So that it always falls below the bits which rounding
// looks at, there is a bit more than those for a quotient below 1, and as many more as a dividend
// without a hidden bit, whose height is that of the bit which it lacks, can rise.
#pragma once

#include <algorithm>
#include <bit>

#include "models/common/significand_divide.h"
#include "models/convert/convert_shape.h"
#include "models/formats/decode.h"

namespace macroscope {

struct QuotientShape {
  SignificandDivide divide;
  int offset = 0;  // height = exponent + offset
  int least_height = 0;
  int greatest_height = 0;
  ConvertShape place;

  // Where height 0 is: the exponent of an integer's last bit, or of the least normal number.
  static int LowestExponent(const Format& f) {
    return f.min_quantum_exponent() + (f.is_floating() ? f.fraction_bits : 0);
  }

  // Into `to`, of a dividend with `fraction_bits` of fraction.
  // subnormal_height: the greatest of a dividend without a hidden bit.
  void DerivePlace(const Format& to, int fraction_bits, int subnormal_height) {
    const int most = BitLength(Decode(to, to.max_finite()).significand);
    const int kept = to.is_floating() ? to.significand_bits() : most;
    divide.quotient_bits = kept + 2 + std::clamp(subnormal_height, 0, fraction_bits);
    place.design.unit = UnitKind::kConvert;
    place.design.accumulator.format = to;
    place.accumulator = to;
    place.significand_bits = divide.quotient_bits + 1;
    place.precision = to.significand_bits();
    place.guard_bits = 1;
    place.top_height = std::max(most, subnormal_height);
    place.shifted_exponent_bits = 1;
    if (to.is_floating()) {
      // One above the highest, for the carry of rounding, counted from 1.
      place.shifted_exponent_bits =
          static_cast<int>(std::bit_width(static_cast<unsigned>(std::max(greatest_height + 2, 1))));
    }
  }

  // The quotient and its sticky bit as one significand.
  std::uint64_t Divide(std::uint64_t dividend, std::uint64_t divisor, bool rest = false) const {
    const SignificandDivide::Out out = divide(dividend, divisor);
    return out.quotient << 1 | (out.sticky || rest ? 1 : 0);
  }
};

}  // namespace macroscope
