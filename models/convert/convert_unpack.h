// The operand as sign, exponent and significand, its scale in the exponent.
// Twin of rtl/convert/convert_unpack.sv.
#pragma once

#include "models/common/operand_unpack.h"
#include "models/common/operands.h"
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
  OperandUnpack a;
  OperandUnpack b;

  explicit ConvertUnpack(const ConvertShape& s)
      : scaled(s.scaled),
        has_flags(s.has_flags),
        a(s.design.a, s.design),
        b(s.scaled ? OperandUnpack(s.design.b, s.design) : OperandUnpack()) {}

  constexpr Out operator()(const In& in) const {
    const OperandUnpack::Out x = a(in.a);
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
};

}  // namespace macroscope
