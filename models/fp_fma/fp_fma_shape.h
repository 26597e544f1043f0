// Every derived width of fp_fma, once. Twin of rtl/fp_fma/fp_fma_pkg.sv.
#pragma once

#include <algorithm>
#include <bit>

#include "models/common/normalized_operand.h"
#include "models/common/rounder.h"

namespace macroscope {

struct FpFmaShape {
  // Exponents are biased like the accumulator's; those of operands like their own format's. They
  // are two's complement, since normalizing lowers them.
  struct Operand {
    int significand_bits = 0;
    int leading_zeros = 0;  // At most, of a significand other than zero.
    int least_exponent = 0;
    int greatest_exponent = 0;
    int exponent_bits = 0;
  };

  Format a_format;
  Format b_format;
  Format accumulator;
  Design design;
  bool has_flags = false;

  Operand a;
  Operand b;
  int exponent_offset = 0;  // From the sum of the operands' exponents to the product's.
  int product_exponent_bits = 0;
  int product_bits = 0;
  int precision = 0;   // Of the accumulator, with its hidden bit.
  int guard_bits = 0;  // Below it, for the rounder.
  // Single path: fraction bits of the aligned terms (U2.window_bits). Down to the last bit that a
  // rounder of normal numbers looks at, of a sum that lost one leading bit: precision + 1, or more
  // for random bits. And down to the product's last bit where the addend's exponent
  // is greater by 2, the most at which leading bits can cancel: product_bits.
  // Dual path: the product's bits and all that a rounder looks at below them, however many leading
  // zeros the product has; above the product's units stand above_bits.
  int window_bits = 0;
  // Dual path: how far above the product's units the addend's begin. There the whole product is
  // below what a rounder looks at, of a difference that lost one leading bit.
  int above_bits = 0;
  int exponent_bits = 0;             // Of the greater exponent of product and addend.
  int normalized_exponent_bits = 0;  // Of the sum: greater by up to 2.

  bool is_dual() const { return design.structure.path == Path::kDual; }
  // Dual path: U(above_bits+1).window_bits
  int term_bits() const { return window_bits + (is_dual() ? above_bits + 1 : 2); }
  int sum_bits() const { return term_bits() + 1; }
  int max_distance() const { return term_bits(); }  // Shifts all out.

  static FpFmaShape Derive(const Design& design) {
    FpFmaShape s;
    s.a_format = design.a;
    s.b_format = design.b;
    s.accumulator = design.accumulator.format;
    s.design = design;
    s.has_flags = design.flags == FlagOutput::kOn;
    s.guard_bits = GuardBits(design);
    s.a = DeriveOperand(s.a_format, FlushesInputs(design), s.is_dual());
    s.b = DeriveOperand(s.b_format, FlushesInputs(design), s.is_dual());
    s.exponent_offset = s.accumulator.bias - NormalizedShape::Derive(s.a_format, false).bias -
                        NormalizedShape::Derive(s.b_format, false).bias;
    const int greatest = s.a.greatest_exponent + s.b.greatest_exponent + s.exponent_offset;
    s.product_bits = s.a.significand_bits + s.b.significand_bits;
    s.precision = s.accumulator.fraction_bits + 1;
    const int looked_at = s.precision + std::max(design.random_bits, 1);
    int least = s.a.least_exponent + s.b.least_exponent + s.exponent_offset;
    int highest = greatest;
    if (s.is_dual()) {
      s.above_bits = looked_at + 2;
      s.window_bits = std::max(s.product_bits - 2, s.BitsBelowProduct(looked_at));
      least = std::min(least, 1 - s.above_bits);  // A zero's exponent is below any addend.
      highest = greatest + s.above_bits;
    } else {
      s.window_bits = std::max(looked_at, s.product_bits);
    }
    s.product_exponent_bits = RangeBits(least, greatest);
    highest = std::max(highest, (1 << s.accumulator.exponent_bits) - 1);
    s.exponent_bits = UnsignedBits(highest);
    s.normalized_exponent_bits = s.exponent_bits + 1;
    return s;
  }

 private:
  // Dual path: the bits below the product's units that the rounder looks at, of the product with
  // the most leading zeros; but none below what it looks at of the least subnormal number.
  int BitsBelowProduct(int looked_at) const {
    int bits = 0;
    for (const bool a_leads : {false, true}) {
      for (const bool b_leads : {false, true}) {
        const int zeros = (a_leads ? a.leading_zeros : 0) + (b_leads ? b.leading_zeros : 0);
        const int exponent = (a_leads ? std::min(a.greatest_exponent, 1) : a.greatest_exponent) +
                             (b_leads ? std::min(b.greatest_exponent, 1) : b.greatest_exponent) +
                             exponent_offset;
        bits = std::max(bits, looked_at + std::min(zeros, exponent - 1));
      }
    }
    return bits;
  }
  static Operand DeriveOperand(const Format& f, bool flushes, bool dual) {
    const int full_bits = f.significand_bits();
    if (dual) {
      // As they come: nothing is normalized.
      const bool leads = f.is_integer() || (f.has_subnormals && !flushes);
      Operand o{.significand_bits = full_bits, .leading_zeros = leads ? full_bits - 1 : 0};
      if (f.is_floating()) o.greatest_exponent = (1 << f.exponent_bits) - 1;
      o.exponent_bits = RangeBits(0, o.greatest_exponent);
      return o;
    }
    const NormalizedShape n = NormalizedShape::Derive(f, flushes);
    return {.significand_bits = n.significand_bits,
            .least_exponent = n.least_exponent,
            .greatest_exponent = n.greatest_exponent,
            .exponent_bits = n.exponent_bits};
  }
  static int UnsignedBits(int x) {
    return static_cast<int>(std::bit_width(static_cast<unsigned>(x)));
  }
};

}  // namespace macroscope
