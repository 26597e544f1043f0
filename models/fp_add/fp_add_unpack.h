// Both operands as sign, exponent and significand, their exponents on one scale. Twin of
// rtl/fp_add/fp_add_unpack.sv.
#pragma once

#include "models/common/operand_normalize.h"
#include "models/common/operands.h"
#include "models/fp_add/fp_add_shape.h"

namespace macroscope {

struct FpAddUnpack {
  using In = OperandCodes;
  struct Out {
    OperandUnpack::Out a;
    OperandUnpack::Out b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpAddShape& s, Visitor&& visit) const {
      visit("a_sign", 1, a.sign);
      visit("a_exponent", s.exponent_bits, a.exponent);
      visit("a_significand", s.a.significand_bits, a.significand);
      visit("a_nan", 1, a.nan);
      visit("a_infinity", 1, a.infinity);
      visit("b_sign", 1, b.sign);
      visit("b_exponent", s.exponent_bits, b.exponent);
      visit("b_significand", s.b.significand_bits, b.significand);
      visit("b_nan", 1, b.nan);
      visit("b_infinity", 1, b.infinity);
    }
  };

  OperandUnpack a;
  OperandUnpack b;
  OperandNormalize normalize_a;
  OperandNormalize normalize_b;
  bool normalizes;
  int a_offset;
  int b_offset;

  explicit FpAddUnpack(const FpAddShape& s)
      : a(s.design.a, s.design),
        b(s.design.b, s.design),
        normalize_a(s.design.a, s.design),
        normalize_b(s.design.b, s.design),
        normalizes(s.normalizes),
        a_offset(s.a.exponent_offset),
        b_offset(s.b.exponent_offset) {}

  constexpr Out operator()(const In& in) const {
    return {OnScale(a(in.a), normalize_a, a_offset), OnScale(b(in.b), normalize_b, b_offset)};
  }

 private:
  constexpr OperandUnpack::Out OnScale(OperandUnpack::Out x, const OperandNormalize& normalize,
                                       int offset) const {
    if (normalizes) x = normalize(x);
    x.exponent = normalizes && x.significand == 0 ? 0 : x.exponent + offset;
    return x;
  }
};

}  // namespace macroscope
