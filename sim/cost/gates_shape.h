// The widths that the published gate counts are functions of, for any pair of operand formats.
#pragma once

#include "models/design/design.h"

namespace macroscope {

// S, P, k, E, N, V in the paper's letters.
struct GatesShape {
  int a_bits = 0;  // S of each operand: its significand as a signed number.
  int b_bits = 0;
  int product_bits = 0;   // P = S + S - 1: signed; |-2^(n-1)| squared is left out, as in the paper.
  int most_shift = 0;     // k: how far the product moves over the window of all products.
  int exponent_bits = 0;  // E of the wider exponent; 0 if no operand has one.
  bool adds_exponents = false;    // Both operands have one.
  int product_exponent_bits = 0;  // E + 1 if they are added, else E.
  int window_bits = 0;            // N = P + k
  int guard_bits = 0;             // V
};

// For a fixed-point accumulator integers have no exponent. Into a floating one they enter as the
// format of one exponent bit that holds the same numbers (its subnormals and its first binade have
// one spacing), so that exponents can be compared.
GatesShape ShapeForGates(const Design& design);

// The bits of the signed difference between the product's exponent and a floating accumulator's,
// over all finite values; exponents are those of the least significant bits.
int ExponentDifferenceBits(const Design& design);

}  // namespace macroscope
