// The widths of a product of logarithms on its way into a fixed-point accumulator. Logarithms are
// in steps, 2^fraction_bits of them an octave: | octave | fraction |.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/common/fixed_shape.h"
#include "models/common/word.h"
#include "models/tables/linear_table.h"

namespace macroscope {

struct LogShape {
  int a_log_bits = 0;  // Of an operand's logarithm, two's complement.
  int b_log_bits = 0;
  LinearTable linear;
  int greatest_octave = 0;  // Of a product that has its place in the accumulator.
  int least_octave = 0;
  // Whether logarithms beyond the greatest octave become it; else such products are lost.
  bool saturates = false;
  // Whether the accumulator counts in units of the least octave, and drops what lies below.
  bool drops_fractions = false;
  FixedShape fixed;  // Its product bits are those of one term.

  int fraction_bits() const { return linear.fraction_bits; }
  int product_log_bits() const { return std::max(a_log_bits, b_log_bits) + 1; }
  int octave_bits() const {
    const int whole_bits = product_log_bits() - fraction_bits();
    if (linear.octave_bits == 0) return whole_bits;
    return std::max(whole_bits, linear.octave_bits) + 1;  // A sum of two.
  }
  int octaves() const { return greatest_octave - least_octave; }
  int dropped_bits() const { return drops_fractions ? linear.point_bits() : 0; }
  // Of the greatest term, two's complement.
  int term_bits() const { return linear.significand_bits + octaves() + 1 - dropped_bits(); }
};

}  // namespace macroscope
