// The operand, a number of any format or a posit, as sign, exponent and significand, its scale in
// the exponent.
// Twin of rtl/convert/convert_unpack.sv.
#pragma once

#include "models/common/operand_unpack.h"
#include "models/common/operands.h"
#include "models/common/posit_operand.h"
#include "models/convert/convert_shape.h"

namespace macroscope {

struct ConvertUnpack {
  using In = OperandCodes;
  struct Out {
    bool sign = false;
    int exponent = 0;  // Biased by both operands' biases; of the significand's top bit.
    std::uint64_t significand = 0;
    bool nan = false;
    bool infinity = false;  // With nan, where the design has flags: the operation is invalid.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.exponent_bits, exponent);
      visit("significand", s.significand_bits, significand);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
    }
  };

  bool scaled;
  bool has_flags;
  bool is_posit;
  OperandUnpack a;
  PositOperand posit;
  OperandUnpack b;

  explicit ConvertUnpack(const ConvertShape& s)
      : scaled(s.scaled),
        has_flags(s.has_flags),
        is_posit(s.design.a.is_posit()),
        a(s.design.a, s.design),
        posit{is_posit ? PositOperandShape::Derive(s.design.a) : PositOperandShape()},
        b(s.scaled ? OperandUnpack(s.design.b, s.design) : OperandUnpack()) {}

  constexpr Out operator()(const In& in) const {
    const OperandUnpack::Out x = is_posit ? Posit(in.a) : a(in.a);
    Out out{x.sign, x.exponent, x.significand, x.nan, x.infinity};
    if (!scaled) return out;
    const OperandUnpack::Out scale = b(in.b);
    const bool zero = x.significand == 0 || scale.significand == 0;
    const bool any_nan = x.nan || scale.nan;
    const bool any_infinity = (x.infinity && !x.nan) || (scale.infinity && !scale.nan);
    const bool undefined = any_infinity && zero && !any_nan;
    out.exponent += scale.exponent;
    if (scale.significand == 0) out.significand = 0;
    out.nan = any_nan || undefined;
    out.infinity = out.nan ? (x.nan && x.infinity) || (has_flags && undefined) : any_infinity;
    return out;
  }

 private:
  // Biased by the weight of a scale's sign bit.
  constexpr OperandUnpack::Out Posit(std::uint64_t code) const {
    const PositOperand::Out x = posit(code);
    return {.sign = x.sign,
            .exponent = x.scale + (1 << (posit.shape.scale_bits - 1)),
            .significand = x.significand,
            .nan = x.nar};
  }
};

}  // namespace macroscope
