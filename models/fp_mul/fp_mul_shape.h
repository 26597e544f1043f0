// Every derived width of fp_mul, once. Twin of rtl/fp_mul/fp_mul_pkg.sv.
#pragma once

#include <algorithm>
#include <bit>

#include "models/common/normalized_operand.h"
#include "models/common/rounder.h"

namespace macroscope {

struct FpMulShape {
  Design design;  // With tininess before rounding where no subnormal result can be inexact.
  Format accumulator;
  bool has_flags = false;

  NormalizedShape a;
  NormalizedShape b;
  int exponent_offset = 0;  // From the sum of the operands' exponents to the product's.
  int least_exponent = 0;   // Of the product's units, biased like the result's.
  int exponent_bits = 0;
  int product_bits = 0;
  int precision = 0;   // Of the result, with its hidden bit.
  int guard_bits = 0;  // Below it, for the rounder.
  // Leading bits of the product that are kept one by one, in U2: a significand and what rounding a
  // normal number looks at, below a leading zero if the product is less than 2. All others are
  // sticky. A subnormal result moves right, so that its bits, guard bits included, are among them.
  int window_bits = 0;
  int max_distance = 0;              // Of the shift to the right, that of subnormal results.
  int normalized_exponent_bits = 0;  // Holds the carry of rounding too.

  static FpMulShape Derive(const Design& design) {
    FpMulShape s;
    s.design = design;
    s.accumulator = design.accumulator.format;
    if (design.a.min_quantum_exponent() + design.b.min_quantum_exponent() >=
        s.accumulator.min_quantum_exponent()) {
      s.design.tininess = Tininess::kBeforeRounding;
    }
    s.has_flags = design.flags == FlagOutput::kOn;
    s.a = NormalizedShape::Derive(design.a, FlushesInputs(design));
    s.b = NormalizedShape::Derive(design.b, FlushesInputs(design));
    s.exponent_offset = s.accumulator.bias - s.a.bias - s.b.bias;
    s.least_exponent = s.a.least_exponent + s.b.least_exponent + s.exponent_offset;
    const int greatest = s.a.greatest_exponent + s.b.greatest_exponent + s.exponent_offset;
    s.exponent_bits = RangeBits(s.least_exponent, greatest);
    s.product_bits = s.a.significand_bits + s.b.significand_bits;
    s.precision = s.accumulator.fraction_bits + 1;
    s.guard_bits = GuardBits(s.design);
    s.window_bits = 1 + s.precision + std::max(design.random_bits, 1);
    s.max_distance = std::clamp(-s.least_exponent, 0, s.window_bits);
    s.normalized_exponent_bits =
        static_cast<int>(std::bit_width(static_cast<unsigned>(std::max(greatest + 2, 1))));
    return s;
  }
};

}  // namespace macroscope
