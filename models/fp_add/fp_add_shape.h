// Every derived width of fp_add, once. Twin of rtl/fp_add/fp_add_pkg.sv.
#pragma once

#include <algorithm>
#include <bit>

#include "models/common/rounder.h"

namespace macroscope {

struct FpAddShape {
  struct Operand {
    int significand_bits = 0;
    int exponent_offset = 0;  // From the field to the scale of exponents.
  };

  Design design;  // With tininess before rounding where no subnormal result can be inexact.
  Format accumulator;
  bool has_flags = false;
  bool dual = false;

  // Both operands' exponents are counted on one scale, from 0 up; of equal formats, their own.
  Operand a;
  Operand b;
  // Whether subnormal operands are normalized first, and zeros get the least exponent of all.
  // Otherwise only terms of the least exponent have leading zeros, and so a term that is shifted
  // right stands below a normalized one. That needs formats whose least exponents are the same. The
  // far path, which normalizes by no more than two places, also needs that sums of subnormals are
  // not normal numbers of the result's format.
  bool normalizes = false;
  int exponent_bits = 0;   // Unsigned.
  int least_exponent = 0;  // On that scale.
  int result_offset = 0;   // From that scale to the result's exponent.

  int precision = 0;   // Of the result, with its hidden bit.
  int guard_bits = 0;  // Below it, for the rounder.
  // Fraction bits of the aligned terms (U1.window_bits). Down to the last bit that a rounder of
  // normal numbers looks at, of a difference that lost one leading bit: precision + 1, or more for
  // random bits. And down to the last bit of a term whose exponent is less by 1, the most at which
  // more leading bits can cancel.
  int window_bits = 0;
  int near_bits = 0;     // The same of the near path's terms: only the latter.
  int max_distance = 0;  // Of the shift to the right of results below the least exponent.
  int normalized_exponent_bits = 0;  // Holds the carry of rounding too.

  int term_bits() const { return window_bits + 1; }
  int sum_bits() const { return window_bits + 2; }
  int near_term_bits() const { return near_bits + 1; }

  static FpAddShape Derive(const Design& design) {
    FpAddShape s;
    s.design = design;
    const Format& a = design.a;
    const Format& b = design.b;
    const Format& z = design.accumulator.format;
    s.accumulator = z;
    s.has_flags = design.flags == FlagOutput::kOn;
    s.dual = design.structure.path == Path::kDual;
    if (std::min(a.min_quantum_exponent(), b.min_quantum_exponent()) >= z.min_quantum_exponent()) {
      s.design.tininess = Tininess::kBeforeRounding;
    }
    s.DeriveScale(a, b, z);
    s.precision = z.fraction_bits + 1;
    s.guard_bits = GuardBits(s.design);
    s.near_bits = std::max(a.fraction_bits, b.fraction_bits) + 1;
    s.window_bits = std::max(s.precision + std::max(design.random_bits, 1), s.near_bits);
    s.max_distance =
        std::clamp(-(s.least_exponent + s.result_offset), 0, s.precision + s.guard_bits);
    return s;
  }

 private:
  bool KeepsSubnormals(const Format& f) const { return f.has_subnormals && !FlushesInputs(design); }

  void DeriveScale(const Format& x, const Format& y, const Format& z) {
    const int bias = std::max(x.bias, y.bias);
    const int x_floor = int{x.has_subnormals} + bias - x.bias;
    const int y_floor = int{y.has_subnormals} + bias - y.bias;
    const bool become_normal =
        x_floor + z.bias - bias > 1 && (KeepsSubnormals(x) || KeepsSubnormals(y));
    normalizes = x_floor != y_floor || (dual && become_normal);
    // Normalizing lowers exponents; the scale begins at the lowest.
    const int x_least = normalizes && KeepsSubnormals(x) ? x_floor - x.fraction_bits : x_floor;
    const int y_least = normalizes && KeepsSubnormals(y) ? y_floor - y.fraction_bits : y_floor;
    const int lift = std::max(0, -std::min(x_least, y_least));
    a = {.significand_bits = x.fraction_bits + 1, .exponent_offset = bias - x.bias + lift};
    b = {.significand_bits = y.fraction_bits + 1, .exponent_offset = bias - y.bias + lift};
    least_exponent = normalizes ? 0 : x_floor;
    result_offset = z.bias - bias - lift;
    const int greatest = std::max((1 << x.exponent_bits) - 1 + a.exponent_offset,
                                  (1 << y.exponent_bits) - 1 + b.exponent_offset);
    exponent_bits = UnsignedBits(greatest);
    normalized_exponent_bits = UnsignedBits(std::max(greatest + result_offset + 2, 1));
  }
  static int UnsignedBits(int x) {
    return static_cast<int>(std::bit_width(static_cast<unsigned>(x)));
  }
};

}  // namespace macroscope
