// One operand of any format as a significand in [1, 2), or 0, and its exponent: what a multiplier
// takes. Twin of rtl/common/normalized_operand.sv.
#pragma once

#include "models/common/operand_normalize.h"
#include "models/tables/range_bits.h"

namespace macroscope {

// Its widths. Exponents are biased like the format's own, and negative where normalizing lowers
// them below 0.
struct NormalizedShape {
  int bias = 0;  // A significand of 1 with exponent `bias` is the number 1.
  int significand_bits = 0;
  int least_exponent = 0;  // Of any number but zero; zero's is not above it.
  int greatest_exponent = 0;
  int exponent_bits = 0;  // Two's complement.

  static NormalizedShape Derive(const Format& f, bool flushes_inputs) {
    const int full_bits = f.significand_bits();
    // Of all two's complement magnitudes of n bits only 2^(n-1) has n significant ones, and its
    // last bit is 0: n-1 bits hold every one, once normalized.
    const bool twos = f.is_integer() && f.encoding == Encoding::kTwosComplement;
    NormalizedShape s{.significand_bits = twos ? full_bits - 1 : full_bits};
    if (f.is_floating()) {
      s.bias = f.bias;
      s.least_exponent = f.has_subnormals && !flushes_inputs ? 1 - full_bits : 0;
      s.greatest_exponent = (1 << f.exponent_bits) - 1;
    } else {
      // An integer of n bits is a significand in [1, 2) times 2^(n-1), once normalized.
      s.bias = f.point_bits - (full_bits - 1);
      s.least_exponent = -full_bits;
    }
    s.exponent_bits = RangeBits(s.least_exponent, s.greatest_exponent);
    return s;
  }
};

struct NormalizedOperand {
  OperandUnpack unpack;
  OperandNormalize normalize;
  int dropped_bits = 0;  // Of the normalized significand: always 0.

  NormalizedOperand() = default;
  NormalizedOperand(const Format& f, const Design& design)
      : unpack(f, design),
        normalize(f, design),
        dropped_bits(f.significand_bits() -
                     NormalizedShape::Derive(f, FlushesInputs(design)).significand_bits) {}

  constexpr OperandUnpack::Out operator()(std::uint64_t code) const {
    OperandUnpack::Out out = normalize(unpack(code));
    out.significand >>= dropped_bits;
    return out;
  }
};

}  // namespace macroscope
