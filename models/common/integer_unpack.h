// Brings both operands into the multiplier's form. Twin of rtl/common/integer_unpack.sv.
#pragma once

#include "models/common/integer_shape.h"
#include "models/common/operands.h"
#include "models/common/word.h"

namespace macroscope {

struct IntegerUnpack {
  using In = OperandCodes;
  struct Out {
    bool negate = false;  // The product's sign, where the multiplier is given magnitudes.
    std::uint64_t a = 0;  // Two's complement, or a magnitude: see IntegerShape::signed_multiplier.
    std::uint64_t b = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const IntegerShape& s, Visitor&& visit) const {
      visit("negate", 1, negate);
      visit("a", s.a_bits, a);
      visit("b", s.b_bits, b);
    }
  };

  IntegerShape shape;

  Out operator()(const In& in) const {
    return {.negate = SignBeside(shape.a, in.a) != SignBeside(shape.b, in.b),
            .a = Factor(shape.a, in.a, shape.a_bits),
            .b = Factor(shape.b, in.b, shape.b_bits)};
  }

 private:
  bool SignBeside(const Format& f, std::uint64_t code) const {
    return !shape.signed_multiplier && f.encoding == Encoding::kSignMagnitude &&
           BitOf(code, f.integer_width_bits - 1);
  }
  std::uint64_t Factor(const Format& f, std::uint64_t code, int bits) const {
    if (f.encoding != Encoding::kSignMagnitude) return code;
    const std::uint64_t magnitude = code & LowMask<Word64>(f.integer_width_bits - 1);
    const bool negative = shape.signed_multiplier && code != magnitude;
    return (negative ? 0 - magnitude : magnitude) & LowMask<Word64>(bits);
  }
};

}  // namespace macroscope
