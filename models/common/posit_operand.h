// One posit as sign, scale and significand (Posit Standard 2022, section 3.3). Twin of
// rtl/common/posit_operand.sv, which has the drawing.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/common/posit_shape.h"
#include "models/common/word.h"

namespace macroscope {

struct PositOperand {
  struct Out {
    bool sign = false;
    int scale = 0;                  // zero_scale of 0 and NaR.
    std::uint64_t significand = 0;  // U1.fraction_bits, in [1, 2); 0 of 0 and NaR.
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;
  };

  PositOperandShape shape;

  constexpr Out operator()(std::uint64_t code) const {
    const int bits = shape.body_bits();
    const std::uint64_t body = code & LowMask<Word64>(bits);
    const bool sign = BitOf(code, bits);
    if (body == 0) return {.sign = sign, .scale = shape.zero_scale, .nar = sign};
    const std::uint64_t magnitude = sign ? (std::uint64_t{1} << bits) - body : body;

    // The run is as long as the number is short of bits: the number itself, or its complement.
    const bool ones = BitOf(magnitude, bits - 1);
    const int run = bits - BitLength(ones ? LowMask<Word64>(bits) - magnitude : magnitude);
    const int regime = ones ? run - 1 : -run;

    // What is behind the run's end, and zeros for the bits that the code has no room for.
    const int left = std::max(bits - run - 1, 0);
    const int full = shape.exponent_bits + shape.fraction_bits();
    const std::uint64_t rest = (magnitude & LowMask<Word64>(left)) << (full - left);
    const int exponent = static_cast<int>(rest >> shape.fraction_bits());
    const std::uint64_t fraction = rest & LowMask<Word64>(shape.fraction_bits());
    return {.sign = sign,
            .scale = regime * (1 << shape.exponent_bits) + exponent,
            .significand = (std::uint64_t{1} << shape.fraction_bits()) | fraction};
  }
};

}  // namespace macroscope
