// Both operands as sign, exponent and significand, normalized on the single path.
// Twin of rtl/fp_fma/fp_fma_unpack.sv.
#pragma once

#include "models/common/operand_normalize.h"
#include "models/common/operands.h"
#include "models/fp_fma/fp_fma_shape.h"

namespace macroscope {

struct FpFmaUnpack {
  using In = OperandCodes;
  struct Out {
    OperandUnpack::Out a;  // Significands in [1, 2), or 0; as they come on the dual path.
    OperandUnpack::Out b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("a_sign", 1, a.sign);
      visit("a_exponent", s.a.exponent_bits, a.exponent);
      visit("a_significand", s.a.significand_bits, a.significand);
      visit("a_nan", 1, a.nan);
      visit("a_infinity", 1, a.infinity);
      visit("b_sign", 1, b.sign);
      visit("b_exponent", s.b.exponent_bits, b.exponent);
      visit("b_significand", s.b.significand_bits, b.significand);
      visit("b_nan", 1, b.nan);
      visit("b_infinity", 1, b.infinity);
    }
  };

  OperandUnpack a;
  OperandUnpack b;
  OperandNormalize normalize_a;
  OperandNormalize normalize_b;
  int a_dropped_bits;  // Of the normalized significand: always 0.
  int b_dropped_bits;
  bool normalizes;

  explicit FpFmaUnpack(const FpFmaShape& s)
      : a(s.a_format, s.design),
        b(s.b_format, s.design),
        normalize_a(s.a_format, s.design),
        normalize_b(s.b_format, s.design),
        a_dropped_bits(s.a_format.significand_bits() - s.a.significand_bits),
        b_dropped_bits(s.b_format.significand_bits() - s.b.significand_bits),
        normalizes(!s.is_dual()) {}

  constexpr Out operator()(const In& in) const {
    if (!normalizes) return {a(in.a), b(in.b)};
    Out out{normalize_a(a(in.a)), normalize_b(b(in.b))};
    out.a.significand >>= a_dropped_bits;
    out.b.significand >>= b_dropped_bits;
    return out;
  }
};

}  // namespace macroscope
