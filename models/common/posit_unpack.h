// Both operands as sign, scale and significand. Twin of rtl/common/posit_unpack.sv.
#pragma once

#include "models/common/operands.h"
#include "models/common/posit_operand.h"

namespace macroscope {

struct PositUnpack {
  using In = OperandCodes;
  struct Out {
    PositOperand::Out a;
    PositOperand::Out b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("a_sign", 1, a.sign);
      visit("a_scale", s.a.scale_bits, a.scale);
      visit("a_significand", s.a.significand_bits, a.significand);
      visit("a_nar", 1, a.nar);
      visit("b_sign", 1, b.sign);
      visit("b_scale", s.b.scale_bits, b.scale);
      visit("b_significand", s.b.significand_bits, b.significand);
      visit("b_nar", 1, b.nar);
    }
  };

  PositOperand a;
  PositOperand b;

  explicit PositUnpack(const PositShape& s) : a{s.a}, b{s.b} {}

  constexpr Out operator()(const In& in) const { return {a(in.a), b(in.b)}; }
};

}  // namespace macroscope
