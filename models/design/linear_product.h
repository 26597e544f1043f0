// The product of two codes on its way into fixed point: the table that makes it linear, and the
// octaves that it can have.
#pragma once

#include "models/design/design.h"
#include "models/tables/linear_table.h"

namespace macroscope {

struct LinearProduct {
  LinearTable table;
  // Of products that are neither zero nor NaN: significand * 2^(octave - table.point_bits()).
  int least_octave = 0;
  int greatest_octave = 0;

  // Of the greatest term, two's complement, in units of the least one.
  int width_bits() const { return table.significand_bits + greatest_octave - least_octave + 1; }
  int least_exponent() const { return least_octave - table.point_bits(); }
};

// The sum of the exponents of three of two codes, from the least to the greatest.
struct ThreeRange {
  int least = 0;
  int greatest = 0;
  int index_bits = 0;  // Of how far it is above the least.
};
ThreeRange ProductThrees(const Format& a, const Format& b);

// Of log_mac, whose operands are parsed, and its table's size.
LinearProduct LinearProductOf(const Design& design);

}  // namespace macroscope
