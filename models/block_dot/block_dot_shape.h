// Every derived width of block_dot, once, and so one file. Twin of rtl/block_dot/block_dot_pkg.sv.
//
// A term is a sign, an exponent from 0 up, and a magnitude: magnitude * 2^(exponent +
// lsb_exponent). Its units, where reductions align it, stand fraction_bits above its last bit.
#pragma once

#include <algorithm>
#include <bit>

#include "models/common/integer_shape.h"
#include "models/design/dot_stages.h"
#include "models/design/looked_up.h"
#include "models/kulisch_mac/kulisch_mac_shape.h"

namespace macroscope {

// Bits of the unsigned number x; 0 for 0.
constexpr int UnsignedBits(std::uint64_t x) { return static_cast<int>(std::bit_width(x)); }

// Terms of one stage.
struct TermShape {
  int count = 0;
  int exponent_bits = 0;  // 0: no exponent.
  int magnitude_bits = 0;
  int flag_bits = 0;          // nan; or nan, +infinity, -infinity from the lowest up; or none.
  bool is_signed = false;     // Two's complement, where a fixed-point word follows.
  int greatest_exponent = 0;  // Of numbers.
  int lsb_exponent = 0;
  int fraction_bits = 0;
};

// Terms, and perhaps the accumulator, in one window: U(integer_bits).(fraction_bits), and one more
// bit for what was shifted out.
struct WindowShape {
  int terms = 0;  // Besides the accumulator.
  bool joined = false;
  bool sticky = false;
  int integer_bits = 0;
  int fraction_bits = 0;
  int offset = 0;         // From a term's exponent to that of its units, biased as the result.
  int exponent_bits = 0;  // Of the greatest one; 1 or more.
  int precision = 0;      // Of the result, with its hidden bit.

  int all_terms() const { return terms + (joined ? 1 : 0); }
  bool sorts() const { return joined && terms == 1; }  // By exponent, the greater one first.
  int term_bits() const { return integer_bits + fraction_bits + (sticky ? 1 : 0); }
  int carry_bits() const { return UnsignedBits(static_cast<unsigned>(all_terms() - 1)); }
  int sum_bits() const { return term_bits() + carry_bits(); }
  // Zeros below a sum that is shorter than what the rounder looks at.
  int pad_bits() const { return std::max(0, precision + 2 - sum_bits()); }
  // The leading bit of a sum is worth 2^top_exponent at the exponent of the units.
  int top_exponent() const { return integer_bits + carry_bits() - 1; }
  int normalized_exponent_bits() const {
    return std::max(exponent_bits, UnsignedBits(static_cast<unsigned>(top_exponent()))) + 1;
  }
};

struct BlockDotShape {
  // As all stages but `lookup` see it: operands are of the format of their values.
  Design design;
  // The operands as they come in, which may be codes of a codebook.
  LaneOperand a_codes;
  LaneOperand b_codes;
  bool looks_up = false;
  Format accumulator;      // Floating.
  bool has_flags = false;  // Of IEEE 754: none.
  bool is_fixed = false;
  bool is_tree = false;
  bool is_after = false;
  bool integer_lanes = false;
  bool sums_groups = false;
  bool has_scale = false;
  bool gathers = false;
  bool levels = false;
  bool zero_is_negative = false;  // A zero that is the sum of zeros of both signs.

  int lanes = 0;
  int groups = 0;
  int flag_bits = 0;
  KulischMacShape product;  // Of one floating lane.
  IntegerShape integer;     // Of one integer lane.

  // A lift is what microexponents leave a product above the least that they could.
  int most_micro = 0;
  int lift_bits = 0;
  int lift_lanes = 0;
  int lifts = 0;
  // Of a group: both scales together.
  int scale_exponent_bits = 0;
  int a_factor_bits = 0;
  int b_factor_bits = 0;
  bool scale_has_nan = false;

  TermShape products;  // Of lanes; integer lanes: as wide as their product, two's complement.
  TermShape sums;      // Of groups.
  TermShape scaled;
  TermShape gathered;
  TermShape leveled;
  int level_bias = 0;  // Leveled exponents are biased as the result's, where none is negative so.
  TermShape last;      // The last of these that there is.
  FixedShape fixed;
  WindowShape window;

  int group_lanes() const { return lanes / groups; }
  int factor_bits() const { return a_factor_bits + b_factor_bits; }
  // Of the fixed-point sum of a group, magnitude and sign.
  int sum_bits() const { return sums.magnitude_bits + (sums.is_signed ? 0 : 1); }

  static BlockDotShape Derive(const Design& design) {
    BlockDotShape s;
    s.looks_up = design.dot.looks_up();
    s.a_codes = design.dot.a;
    s.b_codes = design.dot.b;
    s.design = design;
    s.design.dot.a = WithValues(design.dot.a, design.a);
    s.design.dot.b = WithValues(design.dot.b, design.b);
    const DotProduct& dot = s.design.dot;
    s.accumulator = design.accumulator.format;
    s.is_fixed = design.accumulator.is_fixed;
    s.is_tree = dot.reduction == Reduction::kTree;
    s.is_after = dot.join == Join::kAfter;
    s.integer_lanes = HasIntegerLanes(design);
    s.sums_groups = SumsGroups(design);
    s.has_scale = dot.has_scale();
    s.gathers = Gathers(design);
    s.levels = LevelsTerm(design);
    s.zero_is_negative = design.rounding == Rounding::kTowardNegative;
    s.lanes = dot.lanes;
    s.groups = dot.groups();
    s.flag_bits = FlagBits(design);
    if (s.integer_lanes) {
      s.integer = IntegerShape::Derive(design);
    } else {
      s.product = KulischMacShape::Derive(design);
      s.product.fixed.flag_bits = s.flag_bits;
    }
    s.DeriveScales(dot);
    s.DeriveProducts();
    s.DeriveSums();
    s.DeriveScaled();
    s.DeriveGathered();
    s.last = s.gathers ? s.gathered : s.has_scale ? s.scaled : s.sums_groups ? s.sums : s.products;
    if (s.levels) {
      s.level_bias = std::max(0, s.last.lsb_exponent + s.accumulator.bias);
      s.last = s.leveled = Leveled(s.last, s.level_bias);
    }
    if (s.is_fixed) {
      s.fixed.product_bits = ExactDot(design).width_bits;
      s.fixed.guard_bits = design.accumulator.guard_bits;
      s.fixed.flag_bits = s.flag_bits;
      s.fixed.saturate = design.overflow == Overflow::kSaturate;
    } else {
      s.window = s.DeriveWindow();
    }
    return s;
  }

  // Of one operand; 0 where its scale has none.
  static int ScaleExponentBits(const LaneOperand& operand) {
    if (!HasScaleExponent(operand)) return 0;
    return operand.block.scale_is_exponent ? operand.scale_bits()
                                           : operand.block.scale.exponent_bits;
  }

  // What the laws' word must hold.
  int arithmetic_bits() const {
    const int terms = std::max({products.magnitude_bits, sums.magnitude_bits, scaled.magnitude_bits,
                                gathered.magnitude_bits}) +
                      2;
    if (is_fixed) return std::max(terms, fixed.word_bits() + 2);
    return std::max({terms, window.sum_bits() + window.pad_bits() + 1, LossyBits() + 1});
  }

 private:
  static int LsbExponent(const Format& f) {
    return f.is_floating() ? -f.bias - f.fraction_bits : -f.point_bits;
  }
  static int FractionBits(const Format& f) {
    return f.is_floating() ? f.fraction_bits : f.point_bits;
  }
  static int GreatestExponent(const LaneOperand& operand) {
    return HasScaleExponent(operand) ? (1 << ScaleExponentBits(operand)) - 1 : 0;
  }
  static int ScaleLsbExponent(const LaneOperand& operand) {
    if (!operand.is_block()) return 0;
    if (operand.block.scale_is_exponent) return -(1 << (operand.scale_bits() - 1));
    return LsbExponent(operand.block.scale);
  }
  static int ScaleFractionBits(const LaneOperand& operand) {
    return ScaleFactorBits(operand) > 0 ? FractionBits(operand.block.scale) : 0;
  }

  void DeriveScales(const DotProduct& dot) {
    most_micro = MostMicroexponent(dot);
    lift_bits = UnsignedBits(static_cast<unsigned>(most_micro));
    lift_lanes = std::min(dot.a.micro_lanes(), dot.b.micro_lanes());
    lifts = most_micro > 0 ? lanes / lift_lanes : 0;
    scale_exponent_bits =
        UnsignedBits(static_cast<unsigned>(GreatestExponent(dot.a) + GreatestExponent(dot.b)));
    a_factor_bits = ScaleFactorBits(dot.a);
    b_factor_bits = ScaleFactorBits(dot.b);
    for (const LaneOperand* operand : {&dot.a, &dot.b}) {
      if (operand->is_block() && operand->block.scale.has_nan()) scale_has_nan = true;
    }
  }
  void DeriveProducts() {
    products.count = lanes;
    products.flag_bits = flag_bits;
    if (integer_lanes) {
      products.magnitude_bits = integer.product_bits;
      products.is_signed = true;
    } else {
      products.exponent_bits = product.exponent_bits;
      products.magnitude_bits = product.significand_bits();
      products.greatest_exponent = MostField(design.a) + MostField(design.b);
    }
    products.lsb_exponent = LsbExponent(design.a) + LsbExponent(design.b);
    products.fraction_bits = FractionBits(design.a) + FractionBits(design.b);
  }
  static int MostField(const Format& f) { return f.is_floating() ? (1 << f.exponent_bits) - 1 : 0; }
  // Of the products of group_lanes() lanes, one with no scale.
  void DeriveSums() {
    if (!sums_groups) return;
    const ProductShape sum = ExactProducts(design.a, design.b, group_lanes());
    sums.count = groups;
    sums.flag_bits = flag_bits;
    sums.is_signed = is_fixed && !has_scale && group_lanes() > 1;
    sums.magnitude_bits = sum.width_bits + most_micro - (sums.is_signed ? 0 : 1);
    sums.lsb_exponent = sum.least_exponent - most_micro;
    sums.fraction_bits = std::max(0, -sums.lsb_exponent);
  }
  void DeriveScaled() {
    if (!has_scale) return;
    const DotProduct& dot = design.dot;
    const TermShape& of = sums_groups ? sums : products;
    scaled = of;
    scaled.magnitude_bits += factor_bits();
    scaled.greatest_exponent =
        of.greatest_exponent + GreatestExponent(dot.a) + GreatestExponent(dot.b);
    scaled.lsb_exponent += ScaleLsbExponent(dot.a) + ScaleLsbExponent(dot.b);
    scaled.fraction_bits += ScaleFractionBits(dot.a) + ScaleFractionBits(dot.b);
    if (!sums_groups) {
      scaled.greatest_exponent += most_micro;
      scaled.lsb_exponent -= most_micro;
    }
    scaled.exponent_bits = UnsignedBits(static_cast<unsigned>(scaled.greatest_exponent));
  }
  void DeriveGathered() {
    if (!gathers) return;
    const ProductShape sum = ExactDot(design);
    gathered.count = 1;
    gathered.flag_bits = flag_bits;
    gathered.is_signed = is_fixed && scaled.count > 1;
    gathered.magnitude_bits = sum.width_bits - (gathered.is_signed ? 0 : 1);
    gathered.lsb_exponent = sum.least_exponent;
    gathered.fraction_bits = std::clamp(-sum.least_exponent, 0, gathered.magnitude_bits);
  }
  // The same numbers in [1, 2) times a power of two.
  static TermShape Leveled(TermShape term, int bias) {
    const int below = term.magnitude_bits - 1;
    term.greatest_exponent += below + bias;
    term.exponent_bits = UnsignedBits(static_cast<unsigned>(term.greatest_exponent));
    term.lsb_exponent -= below + bias;
    term.fraction_bits = below;
    return term;
  }
  WindowShape DeriveWindow() const {
    const DotProduct& dot = design.dot;
    WindowShape w;
    w.joined = !is_after;
    w.terms = is_tree ? 1 : last.count;
    w.precision = accumulator.fraction_bits + 1;
    w.integer_bits = std::max(1, last.magnitude_bits - last.fraction_bits);
    const bool cuts = dot.reduction == Reduction::kMaxExponent;
    w.sticky = !cuts || dot.alignment == Alignment::kSticky;
    // Two terms, one of them the accumulator, both in [1, 2) but for subnormal ones: what the
    // rounder looks at of a sum that has lost its leading bit, and all of a term that is lower by
    // one place, where more leading bits can cancel; the last bit of it, which alone is lost then,
    // stays as the one below the window.
    const int of_two = std::max(w.precision + 1, last.fraction_bits);
    w.fraction_bits = cuts       ? dot.window_bits
                      : w.joined ? of_two
                                 : std::max(last.fraction_bits - 1, w.precision);
    w.offset = last.lsb_exponent + last.fraction_bits + accumulator.bias;
    const int of_accumulator = w.joined ? (1 << accumulator.exponent_bits) - 1 : 1;
    const int greatest = std::max({1, of_accumulator, last.greatest_exponent + w.offset});
    w.exponent_bits = UnsignedBits(static_cast<unsigned>(greatest));
    return w;
  }
  // A term before alignment cuts it.
  int LossyBits() const {
    return window.integer_bits + std::max(window.fraction_bits, last.fraction_bits);
  }
};

}  // namespace macroscope
