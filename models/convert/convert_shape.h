// Every derived width of convert, once. Twin of rtl/convert/convert_pkg.sv.
//
// The height of a number is where its significand's top bit stands in the target: a floating one's
// exponent above that of the lowest numbers, an integer's index of the bit.
#pragma once

#include <algorithm>
#include <bit>

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
    const Format& a = design.a;
    const Format& to = s.accumulator;
    s.significand_bits = a.significand_bits();
    s.least_exponent = Least(a) + (s.scaled ? Least(design.b) : 0);
    s.greatest_exponent = Greatest(a) + (s.scaled ? Greatest(design.b) : 0);
    s.exponent_bits = UnsignedBits(s.greatest_exponent);
    // The top bit of an integer of n bits is worth 2^(n-1-point).
    const int a_bias = a.is_floating() ? a.bias : a.point_bits - (s.significand_bits - 1);
    const int lowest = to.min_quantum_exponent() + (to.is_floating() ? to.fraction_bits : 0);
    s.height_offset = -a_bias - (s.scaled ? design.b.bias : 0) - lowest;
    const bool looks_further = to.is_floating() && to.has_subnormals;
    s.guard_bits = looks_further ? GuardBits(design) : std::max(design.random_bits, 1);
    to.is_integer() ? s.DeriveInteger() : s.DeriveFloating();
    return s;
  }

  // Whether the last stage is the one of sums and products.
  bool rounds_as_sums() const {
    return accumulator.is_floating() && accumulator.has_sign && accumulator.has_subnormals;
  }
  int arithmetic_bits() const { return std::max(precision + guard_bits, significand_bits); }

 private:
  int Highest() const { return greatest_exponent + height_offset; }
  // The greatest height of a number without its hidden bit, or lower than all if there is none.
  int HighestUnnormalized() const {
    const Format& a = design.a;
    const bool normalized =
        a.is_floating() && (!a.has_subnormals || FlushesInputs(design) || a.fraction_bits == 0);
    if (normalized) return least_exponent + height_offset - 1;
    return Least(a) + (scaled ? Greatest(design.b) : 0) + height_offset;
  }
  void DeriveFloating() {
    precision = accumulator.fraction_bits + 1;
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
    precision = accumulator.significand_bits();
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
