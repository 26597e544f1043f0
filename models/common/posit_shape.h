// Every derived width of the posit units, once. Twin of rtl/common/posit_pkg.sv.
#pragma once

#include <algorithm>

#include "models/common/fixed_shape.h"
#include "models/common/normalized_operand.h"
#include "models/design/design.h"

namespace macroscope {

// One posit, unpacked: its scale (the exponent of its leading one) and its significand.
struct PositOperandShape {
  int width_bits = 0;
  int exponent_bits = 0;     // The exponent size, es.
  int significand_bits = 0;  // Of the numbers around 1, which have most fraction bits.
  int zero_scale = 0;        // Of 0 and NaR: one regime below the least number's.
  int greatest_scale = 0;
  int scale_bits = 0;  // Two's complement.

  constexpr int body_bits() const { return width_bits - 1; }  // The code without its sign.
  constexpr int fraction_bits() const { return significand_bits - 1; }

  static PositOperandShape Derive(const Format& f) {
    PositOperandShape s;
    s.width_bits = f.posit.width_bits;
    s.exponent_bits = f.posit.exponent_bits;
    s.significand_bits = f.posit.max_fraction_bits() + 1;
    // A run of all of the body's bits counts its length, negated, of zeros; one less of ones.
    s.zero_scale = -(s.body_bits() << s.exponent_bits);
    s.greatest_scale = (s.body_bits() - 1) << s.exponent_bits;
    s.scale_bits = RangeBits(s.zero_scale, s.greatest_scale);
    return s;
  }
};

struct PositShape {
  PositOperandShape a;
  PositOperandShape b;
  PositOperandShape z;  // The result, where it is a posit; the addend of posit_fma too.

  int product_bits = 0;  // U2.(product_bits-2)
  int product_scale_bits = 0;

  int kept_bits = 0;  // Of a result (PositLayout::kept_bits).

  // Sums. An aligned term is U(unit_bits).window_bits: a product is below 4, a posit below 2.
  int unit_bits = 0;
  // Fraction bits of the aligned terms. Down to the last bit that is kept of a sum that lost one
  // leading bit: kept_bits. And down to the last bit of either term where their scales are as far
  // apart as leading bits can cancel: by 1 of two posits, by 2 where the addend is above a product.
  int window_bits = 0;
  int scale_bits = 0;             // Of the large term.
  int normalized_scale_bits = 0;  // Of the result, which may be greater by 1.

  // The quire: a fixed-point word, its flag NaR above it.
  FixedShape fixed;
  int quire_scale = 0;  // Of the word's last bit.

  constexpr int term_bits() const { return unit_bits + window_bits; }
  constexpr int sum_bits() const { return term_bits() + 1; }

  // What a result alone decides.
  static PositShape OfResult(const Format& format) {
    PositShape s;
    s.SetResult(format);
    return s;
  }
  static PositShape Derive(const Design& design) {
    PositShape s;
    s.a = PositOperandShape::Derive(design.a);
    if (HasB(design)) s.b = PositOperandShape::Derive(design.b);
    if (!design.accumulator.is_fixed) s.SetResult(design.accumulator.format);
    if (design.unit == UnitKind::kPositAdd) {
      s.SetSum(std::min(s.a.zero_scale, s.b.zero_scale),
               std::max(s.a.greatest_scale, s.b.greatest_scale));
      s.unit_bits = 1;
      s.window_bits = std::max({s.kept_bits, s.a.significand_bits, s.b.significand_bits});
      return s;
    }
    if (design.unit == UnitKind::kPositQuireRound) {
      s.fixed = {.guard_bits = design.a.posit.quire_bits(), .flag_bits = 1};
      s.quire_scale = design.a.posit.quire_quantum_exponent();
      s.SetSum(s.quire_scale - 1, s.quire_scale + s.fixed.guard_bits - 2);
      return s;
    }
    s.product_bits = s.a.significand_bits + s.b.significand_bits;
    const int least = s.a.zero_scale + s.b.zero_scale;
    const int greatest = s.a.greatest_scale + s.b.greatest_scale;
    s.product_scale_bits = RangeBits(least, greatest);
    if (design.unit == UnitKind::kPositMul) {
      s.SetSum(least, greatest);
    } else if (design.unit == UnitKind::kPositFma) {
      s.SetSum(std::min(least, s.z.zero_scale), std::max(greatest, s.z.greatest_scale));
      s.unit_bits = 2;
      s.window_bits = std::max(s.kept_bits, s.product_bits);
    } else {
      const ProductShape product = ExactProduct(design.a, design.b);
      s.quire_scale = product.least_exponent;
      s.fixed = {.product_bits = product.width_bits,
                 .guard_bits = design.accumulator.width_bits - product.width_bits,
                 .flag_bits = FlagBits(design),
                 .saturate = design.overflow == Overflow::kSaturate};
    }
    return s;
  }

 private:
  void SetResult(const Format& f) {
    z = PositOperandShape::Derive(f);
    kept_bits = f.posit.kept_bits();
  }
  // Of terms or a product with these scales.
  void SetSum(int least, int greatest) {
    scale_bits = RangeBits(least, greatest);
    normalized_scale_bits = RangeBits(least, greatest + 1);
  }
};

}  // namespace macroscope
