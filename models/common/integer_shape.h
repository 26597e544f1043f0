// Widths of a product of two integers, as the units that multiply integers make it.
// Twin of rtl/common/integer_pkg.sv.
#pragma once

#include "models/design/design.h"

namespace macroscope {

struct IntegerShape {
  Format a;
  Format b;
  // Whether the multiplier is a two's complement one: if any operand is two's complement. Otherwise
  // it multiplies magnitudes, and the product's sign goes beside them.
  bool signed_multiplier = false;
  int a_bits = 0;  // Of the operands at the multiplier.
  int b_bits = 0;
  int product_bits = 0;  // Of the exact product, two's complement; or what of it is kept.

  static IntegerShape Derive(const Design& design) {
    IntegerShape s;
    s.a = design.a;
    s.b = design.b;
    s.signed_multiplier =
        s.a.encoding == Encoding::kTwosComplement || s.b.encoding == Encoding::kTwosComplement;
    s.a_bits = s.FactorBits(s.a);
    s.b_bits = s.FactorBits(s.b);
    s.product_bits = ExactProduct(s.a, s.b).width_bits;
    return s;
  }

 private:
  int FactorBits(const Format& f) const {
    if (signed_multiplier)
      return f.integer_width_bits + (f.encoding == Encoding::kUnsigned ? 1 : 0);
    return f.integer_width_bits - (f.encoding == Encoding::kSignMagnitude ? 1 : 0);
  }
};

}  // namespace macroscope
