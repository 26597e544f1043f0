// One double-base number as a logarithm of two digits, which products add up as one number: that of
// two above, that of three below, counted from its least. Twin of
// rtl/common/double_base_operand.sv.
#pragma once

#include "models/common/log_operand.h"

namespace macroscope {

struct DoubleBaseOperandUnpack {
  DoubleBaseLayout layout;
  std::uint64_t sign_mask = 0;
  int fraction_bits = 0;  // Of a logarithm: a bit more than any exponent of three has, for the sum.

  DoubleBaseOperandUnpack(const Format& format, int bits)
      : layout(format.double_base), sign_mask(format.sign_mask()), fraction_bits(bits) {}

  // Bits of a logarithm, two's complement.
  static int LogBits(const Format& format, int fraction_bits) {
    return format.double_base.two_bits + fraction_bits;
  }

  // | sign | two | three |   ->   | two | 0 .. 0 | three - least |
  LogOperand operator()(std::uint64_t code) const {
    const bool sign = (code & sign_mask) != 0;
    const bool least = (code & (sign_mask - 1)) == layout.least_field();
    const int steps = layout.Three(code) - layout.least_three();
    return {.sign = sign,
            .log = std::int64_t{layout.Two(code)} * (std::int64_t{1} << fraction_bits) + steps,
            .zero = least && !sign,
            .nan = least && sign};
  }
};

}  // namespace macroscope
