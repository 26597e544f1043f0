// Both operands as sign, exponent and normalized significand. Twin of rtl/fp_mul/fp_mul_unpack.sv.
#pragma once

#include "models/common/operands.h"
#include "models/fp_mul/fp_mul_shape.h"

namespace macroscope {

struct FpMulUnpack {
  using In = OperandCodes;
  struct Out {
    OperandUnpack::Out a;  // Significands in [1, 2), or 0.
    OperandUnpack::Out b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpMulShape& s, Visitor&& visit) const {
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

  NormalizedOperand a;
  NormalizedOperand b;

  explicit FpMulUnpack(const FpMulShape& s) : a(s.design.a, s.design), b(s.design.b, s.design) {}

  constexpr Out operator()(const In& in) const { return {a(in.a), b(in.b)}; }
};

}  // namespace macroscope
