// Every derived width of kulisch_mac, once. Twin of rtl/kulisch_mac/kulisch_mac_pkg.sv.
#pragma once

#include <algorithm>

#include "models/common/fixed_shape.h"
#include "models/design/design.h"

namespace macroscope {

struct KulischMacShape {
  Format a;
  Format b;
  int a_field_bits = 0;  // Of the exponents; one constant bit for integers.
  int b_field_bits = 0;
  int exponent_bits = 0;   // Of their sum.
  int least_exponent = 0;  // That sum, of the least numbers: 1 for each operand with subnormals.
  FixedShape fixed;

  int a_bits() const { return a.significand_bits(); }
  int b_bits() const { return b.significand_bits(); }
  int significand_bits() const { return a_bits() + b_bits(); }

  static KulischMacShape Derive(const Design& design) {
    KulischMacShape s;
    s.a = design.a;
    s.b = design.b;
    s.a_field_bits = FieldBits(s.a);
    s.b_field_bits = FieldBits(s.b);
    s.exponent_bits = std::max(s.a_field_bits, s.b_field_bits) + 1;
    s.least_exponent = LeastExponent(s.a) + LeastExponent(s.b);
    s.fixed.product_bits = ExactProduct(s.a, s.b).width_bits;
    s.fixed.guard_bits = design.accumulator.width_bits - s.fixed.product_bits;
    s.fixed.saturate = design.overflow == Overflow::kSaturate;
    if (s.a.has_nan() || s.b.has_nan()) s.fixed.flag_bits = 1;
    if (s.a.has_infinity() || s.b.has_infinity()) s.fixed.flag_bits = 3;
    return s;
  }

 private:
  static int FieldBits(const Format& f) { return f.is_floating() ? f.exponent_bits : 1; }
  static int LeastExponent(const Format& f) { return f.is_floating() && f.has_subnormals ? 1 : 0; }
};

}  // namespace macroscope
