// Every derived width of block_quantize, once, and so one file. Twin of
// rtl/block_quantize/block_quantize_pkg.sv.
//
// A key is what a magnitude is compared and scaled by: as much of it as the scale depends on.
//
//   | exponent field | top fraction bits | whether anything is below |
//
// Its order is that of the magnitudes. The exponent field suffices where the scale is that of the
// largest value's exponent; rules that look at its fraction need more, and so do subnormal numbers
// where the scale's format reaches down to them. Where the scale is no power of two but the
// quotient of the largest value and the greatest element, the key is as much of that as its bits
// depend on.
#pragma once

#include "models/block_quantize/block_quantize_quotient.h"
#include "models/common/normalized_operand.h"

namespace macroscope {

struct BlockQuantizeShape {
  Design design;
  LaneOperand z;
  int lanes = 0;
  int sub_blocks = 0;    // That have a microexponent; 0 without a second level.
  int most_micro = 0;    // The greatest microexponent.
  bool divides = false;  // The scale is no power of two.

  // What is unpacked.
  bool has_nan = false;       // The scale: what is not finite makes the block one.
  bool replaces = false;      // The scale has none: infinity is the greatest number of fp32, NaN 0.
  int infinite_exponent = 0;  // Of that number, biased as the source.
  int significand_bits = 0;
  int finite_exponent = 0;    // The greatest, biased, of a number,
  int greatest_exponent = 0;  // and of any lane.
  int exponent_bits = 0;

  // The key.
  int steps = 0;              // Leading zeros that a subnormal's key can have.
  int key_fraction_bits = 0;  // Of the source's fraction, from the top.
  bool key_has_rest = false;  // Whether a bit is set below them.

  // The scale. Exponents are those of codes; codes count from 0, or are two's complement.
  int offset = 0;  // Of the code without rule: biased exponent of the largest value + offset.
  int least_code = 0;
  int greatest_code = 0;
  int compared_bits = 0;       // Fraction bits that kEven and kRceil look at,
  std::uint64_t compared = 0;  // and what kRceil holds them against: the greatest element's.
  bool can_be_zero = false;    // Code 0 means 0, and so are all elements.

  // Elements are placed and rounded as convert does it, of a height that is worked out here.
  ConvertShape lane;
  int height_offset = 0;  // height = exponent - code + microexponent + height_offset
  int least_height = 0;
  int greatest_height = 0;
  int unnormalized_height = 0;  // The greatest without a hidden bit.

  // Scales that are no powers of two: the largest value over the greatest element, offset as above,
  // and values over the scale, height_offset.
  QuotientShape ratio;
  std::uint64_t ratio_divisor = 1;  // Of the greatest element, without zeros at its end.
  NormalizedShape divisor;          // The scale.
  QuotientShape quotient;
  int quotient_exponent_bits = 0;  // Of a value's exponent over the scale's.

  static BlockQuantizeShape Derive(const Design& design) {
    BlockQuantizeShape s;
    s.design = design;
    s.z = design.quantize.z;
    s.lanes = s.z.lanes;
    s.sub_blocks = s.z.microexponents();
    s.most_micro = s.sub_blocks > 0 ? (1 << s.z.micro_bits()) - 1 : 0;
    const Format& element = s.z.block.element;
    const Decoded greatest = Decode(element, element.max_finite());
    const int greatest_bit = BitLength(greatest.significand) - 1 + greatest.exponent;
    s.divides = !s.z.block.scale_is_power_of_two();
    s.DeriveSource();
    if (s.divides) {
      s.DeriveRatio(greatest);
      s.DeriveQuotient(greatest_bit);
      s.LengthenSignificand();
      return s;
    }
    s.DeriveScale(greatest);
    s.DeriveKey();
    s.DeriveLane(greatest_bit);
    return s;
  }

  int key_bits() const { return exponent_bits + key_fraction_bits + int{key_has_rest}; }
  struct KeyParts {
    int field = 0;
    std::uint64_t fraction = 0;  // key_fraction_bits of it.
    bool rest = false;
  };
  KeyParts Split(std::uint64_t key) const {
    const std::uint64_t magnitude = key >> int{key_has_rest};
    return {.field = static_cast<int>(magnitude >> key_fraction_bits),
            .fraction = magnitude & LowMask<Word64>(key_fraction_bits),
            .rest = key_has_rest && (key & 1) != 0};
  }
  int scale_bits() const { return z.scale_bits(); }
  int nan_code() const { return static_cast<int>(z.block.scale.canonical_nan()); }
  bool is_symmetric_twos() const {
    return z.block.is_symmetric && z.block.element.is_integer() &&
           z.block.element.encoding == Encoding::kTwosComplement;
  }

 private:
  BlockScaleRule rule() const { return design.quantize.scale_rule; }

  void DeriveSource() {
    const Format& a = design.a;
    has_nan = z.block.scale.has_nan();
    replaces = !has_nan && a.has_nan();
    significand_bits = a.fraction_bits + 1;
    if (replaces && !divides) {
      // All ones, and one more than an element keeps: rounded in any direction that is what the 24
      // ones of the greatest number are.
      constexpr int kWidest = 24;
      const int element_bits = z.block.element.significand_bits();
      significand_bits = std::max(significand_bits, std::min(kWidest, element_bits + 1));
    }
    constexpr int kGreatest = 127;
    infinite_exponent = kGreatest + a.bias;
    finite_exponent = static_cast<int>(a.max_finite() >> static_cast<unsigned>(a.fraction_bits));
    if (replaces) finite_exponent = std::max(finite_exponent, infinite_exponent);
    greatest_exponent = has_nan ? (1 << a.exponent_bits) - 1 : finite_exponent;
    exponent_bits = static_cast<int>(std::bit_width(static_cast<unsigned>(greatest_exponent)));
  }

  // The scale: the largest value over the greatest element, rounded.
  void DeriveRatio(const Decoded& greatest) {
    const Format& scale = z.block.scale;
    const int trailing_zeros = std::countr_zero(greatest.significand);
    ratio_divisor = greatest.significand >> trailing_zeros;
    offset = -design.a.bias - (BitLength(greatest.significand) - 1 + greatest.exponent) -
             QuotientShape::LowestExponent(scale);
    ratio.offset = offset;
    ratio.least_height = 1 + offset;
    ratio.greatest_height = greatest_exponent + offset;
    ratio.DerivePlace(scale, design.a.fraction_bits, ratio.least_height);
    ratio.place.design.overflow = Overflow::kSaturate;
    ratio.divide.divisor_bits = BitLength(ratio_divisor);
    // A key has no more than the quotient looks at: its hidden bit is the exponent's.
    key_fraction_bits = ratio.divide.quotient_bits + ratio.divide.divisor_bits - 2;
    can_be_zero = scale.is_integer();
  }

  // Elements: values over the scale.
  void DeriveQuotient(int greatest_bit) {
    const Format& scale = z.block.scale;
    const Format& element = z.block.element;
    divisor = NormalizedShape::Derive(scale, /*flushes_inputs=*/false);
    const int lowest = QuotientShape::LowestExponent(element);
    height_offset = divisor.bias - design.a.bias - divisor.greatest_exponent - lowest;
    const int divisor_range = divisor.greatest_exponent - divisor.least_exponent;
    quotient_exponent_bits =
        static_cast<int>(std::bit_width(static_cast<unsigned>(greatest_exponent + divisor_range)));
    // A scale that is rounded down leaves the largest value below three halves of the greatest
    // element, and a quotient below 1 has the height of the bit which it lacks; so has one of a
    // value without a hidden bit. More only if the scale cannot follow, or of a block that is a
    // NaN.
    const int greatest_field =
        scale.is_floating()
            ? static_cast<int>(scale.max_finite() >> static_cast<unsigned>(scale.fraction_bits))
            : 0;
    const int followed = greatest_bit - lowest + 2;
    const int subnormal_height = 1 + height_offset + divisor_range;
    greatest_height =
        std::max({followed, std::min(subnormal_height, followed + design.a.fraction_bits),
                  finite_exponent + divisor.greatest_exponent - greatest_field + height_offset,
                  has_nan ? greatest_exponent + height_offset : 0});
    least_height = 1 + height_offset;
    unnormalized_height = greatest_height;
    quotient.offset = height_offset;
    quotient.least_height = least_height;
    quotient.greatest_height = greatest_height;
    quotient.DerivePlace(element, design.a.fraction_bits, subnormal_height);
    quotient.divide.divisor_bits = divisor.significand_bits;
    lane = quotient.place;
    lane.design.a = design.a;
    lane.design.rounding = design.rounding;
    lane.design.overflow = design.overflow;
  }

  // What is divided has all bits that the two divisions look at apart, and one more, where it has
  // to be all ones for infinity: so its quotients are those of the 24 ones of the greatest number.
  void LengthenSignificand() {
    if (replaces) {
      constexpr int kWidest = 24;
      const int looked_at = std::max(
          key_fraction_bits + 1, quotient.divide.quotient_bits + quotient.divide.divisor_bits - 1);
      significand_bits = std::max(significand_bits, std::min(kWidest, looked_at + 1));
    }
    key_fraction_bits = std::min(key_fraction_bits, significand_bits - 1);
    key_has_rest = key_fraction_bits < significand_bits - 1;
    ratio.divide.dividend_bits = key_fraction_bits + 1;
    quotient.divide.dividend_bits = significand_bits;
  }

  void DeriveScale(const Decoded& greatest) {
    const Format& scale = z.block.scale;
    const Format& element = z.block.element;
    const int fraction_bits = BitLength(greatest.significand) - 1;
    offset = (z.block.scale_is_exponent ? 0 : scale.bias) - design.a.bias -
             (fraction_bits + greatest.exponent);
    if (z.block.scale_is_exponent) {
      least_code = -(1 << (scale.width_bits() - 1));
      greatest_code = -1 - least_code;
    } else {
      can_be_zero = scale.has_zero;
      least_code = can_be_zero ? 1 : 0;
      greatest_code = static_cast<int>(scale.max_finite());
    }
    if (rule() == BlockScaleRule::kEven) {
      compared_bits = (element.is_floating() ? element.fraction_bits : fraction_bits) + 1;
    } else if (rule() == BlockScaleRule::kRceil) {
      compared_bits = fraction_bits;
      compared = greatest.significand & LowMask<Word64>(fraction_bits);
    }
  }

  void DeriveKey() {
    // The code of the least normal number is 1 + offset; every place below it is one less, down to
    // the least code, and further for microexponents.
    const int places = 1 + offset - least_code + std::max(most_micro - 1, 0);
    steps = std::clamp(places, 0, design.a.fraction_bits);
    key_fraction_bits = std::min(significand_bits - 1, steps + compared_bits);
    const bool looks_at_rest =
        rule() == BlockScaleRule::kCeil || rule() == BlockScaleRule::kRceil || least_code != 0;
    key_has_rest = looks_at_rest && key_fraction_bits < significand_bits - 1;
  }

  // `greatest_bit`: the exponent of the greatest element's leading bit.
  void DeriveLane(int greatest_bit) {
    const Format& element = z.block.element;
    const int lowest =
        element.min_quantum_exponent() + (element.is_floating() ? element.fraction_bits : 0);
    const int top = greatest_bit - lowest;
    height_offset = offset + top;
    // Above the top only if the scale cannot follow; of a block that is a NaN, all may be anywhere.
    const int above = std::max({0, finite_exponent + offset - greatest_code,
                                has_nan ? greatest_exponent + offset - nan_code() : 0});
    // Numbers without a hidden bit, whose height is that of the bit which they lack.
    unnormalized_height =
        std::min(1 + height_offset - least_code + most_micro, top + above + design.a.fraction_bits);
    least_height = 1 - std::max(greatest_code, nan_code()) + height_offset;
    greatest_height = std::max(top + above, unnormalized_height);

    lane.design.unit = UnitKind::kConvert;
    lane.design.a = design.a;
    lane.design.accumulator.format = element;
    lane.design.rounding = design.rounding;
    lane.design.overflow = design.overflow;
    lane.accumulator = element;
    lane.significand_bits = significand_bits;
    lane.precision = element.significand_bits();
    lane.guard_bits = 1;
    lane.top_height = std::max({top, unnormalized_height, 0});
    lane.shifted_exponent_bits = 1;
    if (element.is_floating()) {
      // One above the highest, for the carry of rounding, counted from 1.
      lane.shifted_exponent_bits =
          static_cast<int>(std::bit_width(static_cast<unsigned>(std::max(top + above + 2, 1))));
    }
  }
};

}  // namespace macroscope
