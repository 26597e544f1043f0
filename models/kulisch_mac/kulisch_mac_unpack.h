// Both operands as sign, exponent and significand. Twin of rtl/kulisch_mac/kulisch_mac_unpack.sv.
#pragma once

#include "models/common/operand_unpack.h"
#include "models/common/operands.h"
#include "models/kulisch_mac/kulisch_mac_shape.h"

namespace macroscope {

struct KulischMacUnpack {
  using In = OperandCodes;
  struct Out {
    OperandUnpack::Out a;
    OperandUnpack::Out b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const KulischMacShape& s, Visitor&& visit) const {
      visit("a_sign", 1, a.sign);
      visit("a_exponent", s.a_field_bits, a.exponent);
      visit("a_significand", s.a_bits(), a.significand);
      visit("a_nan", 1, a.nan);
      visit("a_infinity", 1, a.infinity);
      visit("b_sign", 1, b.sign);
      visit("b_exponent", s.b_field_bits, b.exponent);
      visit("b_significand", s.b_bits(), b.significand);
      visit("b_nan", 1, b.nan);
      visit("b_infinity", 1, b.infinity);
    }
  };

  OperandUnpack a;
  OperandUnpack b;

  explicit KulischMacUnpack(const KulischMacShape& s) : a(s.a), b(s.b) {}
  // With the design's treatment of subnormals.
  KulischMacUnpack(const KulischMacShape& s, const Design& design)
      : a(s.a, design), b(s.b, design) {}

  constexpr Out operator()(const In& in) const { return {a(in.a), b(in.b)}; }
};

}  // namespace macroscope
