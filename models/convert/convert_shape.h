// Every derived width of convert, once. Twin of rtl/convert/convert_pkg.sv.
//
// The height of a number is where its significand's top bit stands in the target: a floating one's
// exponent above that of the lowest numbers, an integer's index of the bit.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "models/common/log_operand.h"
#include "models/common/posit_shape.h"
#include "models/common/rounder.h"

namespace macroscope {

struct ConvertShape {
  Design design;
  Format accumulator;  // The target.
  bool has_flags = false;
  bool scaled = false;  // There is a second operand, a power of two.

  // What is unpacked. Exponents are biased like the operands', both biases added.
  int significand_bits = 0;
  int least_exponent = 0;
  int greatest_exponent = 0;
  int exponent_bits = 0;
  int height_offset = 0;  // height = exponent + height_offset

  // Of a logarithm or log posit as source: | octave: exponent_bits | fraction |, two's complement
  // in steps.
  int log_bits = 0;
  int log_fraction_bits = 0;
  // Fraction bits of its significand, the last of which stands for all below; 0: there is no table.
  int entry_bits = 0;

  // Towards posits and logarithms: the leading one and the bits below it, its exponent, the scale,
  // and the logarithm in steps; both of these two's complement. Towards log posits the bits of the
  // logarithm that rounding looks at one by one, with the one above its fraction.
  int leading_bits = 0;
  int scale_bits = 0;
  int steps_bits = 0;
  int kept_bits = 0;

  // What is shifted.
  int precision = 0;              // Of the target: with its hidden bit; an integer's magnitude.
  int guard_bits = 0;             // Below it, for rounding.
  int shifted_exponent_bits = 0;  // Integers: 1, whether a one stands above the magnitude.
  // Integers: the greatest height that is shifted; above it no bit that counts is in the magnitude.
  int top_height = 0;
  // Infinity becomes a number too large, for overflow has the same result.
  bool clamps = false;

  static ConvertShape Derive(const Design& design) {
    ConvertShape s;
    s.design = design;
    s.accumulator = design.accumulator.format;
    s.has_flags = design.flags == FlagOutput::kOn;
    s.scaled = HasB(design);
    const Format& to = s.accumulator;
    const bool looks_further = to.is_floating() && to.has_subnormals;
    s.guard_bits = looks_further ? GuardBits(design) : std::max(design.random_bits, 1);
    s.precision = to.significand_bits();
    design.a.holds_logarithms() ? s.DeriveLogarithm() : s.DeriveOperands();
    if (to.is_alternative()) {
      s.DeriveLeading();
      return s;
    }
    s.height_offset -= to.min_quantum_exponent() + (to.is_floating() ? to.fraction_bits : 0);
    to.is_integer() ? s.DeriveInteger() : s.DeriveFloating();
    return s;
  }

  // Whether the last stage is the one of sums and products.
  bool rounds_as_sums() const {
    return accumulator.is_floating() && accumulator.has_sign && accumulator.has_subnormals;
  }
  // Whether a significand of the source is 0 or has its top bit: posits, numbers without
  // subnormals.
  bool normalized() const {
    const Format& a = design.a;
    if (a.is_alternative()) return true;
    return a.is_floating() && (!a.has_subnormals || FlushesInputs(design) || a.fraction_bits == 0);
  }
  int arithmetic_bits() const { return std::max(precision + guard_bits, significand_bits); }

 private:
  int Highest() const { return greatest_exponent + height_offset; }
  // The greatest height of a number without its hidden bit, or lower than all if there is none.
  int HighestUnnormalized() const {
    if (normalized()) return least_exponent + height_offset - 1;
    return Least(design.a) + (scaled ? Greatest(design.b) : 0) + height_offset;
  }
  void DeriveOperands() {
    const Format& a = design.a;
    significand_bits = a.significand_bits();
    if (a.is_posit()) {
      // Biased by the weight of its sign bit, a scale is its own two's complement with that
      // flipped.
      const PositOperandShape posit = PositOperandShape::Derive(a);
      const int bias = 1 << (posit.scale_bits - 1);
      least_exponent = posit.zero_scale + bias;
      greatest_exponent = posit.greatest_scale + bias;
      height_offset = -bias;
    } else {
      least_exponent = Least(a) + (scaled ? Least(design.b) : 0);
      greatest_exponent = Greatest(a) + (scaled ? Greatest(design.b) : 0);
      // The top bit of an integer of n bits is worth 2^(n-1-point).
      const int a_bias = a.is_floating() ? a.bias : a.point_bits - (significand_bits - 1);
      height_offset = -a_bias - (scaled ? design.b.bias : 0);
    }
    exponent_bits = UnsignedBits(greatest_exponent);
  }
  // Octaves as exponents, biased like a posit's scale.
  void DeriveLogarithm() {
    const Format& a = design.a;
    log_fraction_bits = a.log_fraction_bits();
    if (a.is_log_posit()) {
      const PositOperandShape posit = PositOperandShape::Derive(a);
      log_bits = posit.scale_bits + log_fraction_bits;
      SetOctaves(posit.zero_scale, posit.greatest_scale);
    } else {
      log_bits = std::max(LogBits(a), log_fraction_bits + 1);
      const auto octave = [&](std::int64_t steps) {
        return static_cast<int>(steps >> log_fraction_bits);
      };
      SetOctaves(octave(a.log.Steps(a.log.least_field())), octave(a.log.greatest_steps()));
    }
    // No power of two but the whole ones is rational: below the bits that rounding looks at one by
    // one there is always something.
    entry_bits = log_fraction_bits > 0 ? precision + guard_bits : 0;
    significand_bits = 1 + entry_bits;
  }
  void SetOctaves(int least, int greatest) {
    exponent_bits = log_bits - log_fraction_bits;
    const int bias = 1 << (exponent_bits - 1);
    least_exponent = least + bias;
    greatest_exponent = greatest + bias;
    height_offset = -bias;
  }
  void DeriveLeading() {
    const int lowest = Least(design.a) + height_offset - significand_bits;
    const int least = normalized() ? least_exponent + height_offset : lowest;
    scale_bits = RangeBits(least, Highest());
    leading_bits = significand_bits;  // A logarithm's table goes by all of them.
    if (accumulator.has_nar()) {
      kept_bits = accumulator.posit.kept_bits();
      if (accumulator.is_posit()) leading_bits = kept_bits;
    } else {
      const std::int64_t steps = accumulator.log.steps_per_octave;
      // A significand's logarithm may round up to a whole octave.
      steps_bits = RangeBits(least * steps, (Highest() + 1) * steps);
    }
  }
  void DeriveFloating() {
    clamps = rounds_as_sums() && accumulator.has_infinity() &&
             design.overflow == Overflow::kSaturate &&
             (design.a.has_infinity() || (scaled && design.b.has_infinity()));
    // One above the highest, for the carry of rounding, counted from 1; or beyond all numbers.
    shifted_exponent_bits = UnsignedBits(std::max(Highest() + 2, 1));
    if (clamps) {
      shifted_exponent_bits = std::max(shifted_exponent_bits, accumulator.exponent_bits + 1);
    }
  }
  void DeriveInteger() {
    shifted_exponent_bits = 1;
    const bool all_bits =
        design.overflow == Overflow::kWrap || HighestUnnormalized() > precision - 1;
    const int most = all_bits ? precision + significand_bits - 2 : precision - 1;
    top_height = std::max(std::min(Highest(), most), 0);
  }

  static int Least(const Format& f) { return f.is_floating() && f.has_subnormals ? 1 : 0; }
  static int Greatest(const Format& f) { return f.is_floating() ? (1 << f.exponent_bits) - 1 : 0; }
  static int UnsignedBits(int x) {
    return std::max(1, static_cast<int>(std::bit_width(static_cast<unsigned>(x))));
  }
};

}  // namespace macroscope
