#include "sim/cost/gates_shape.h"

#include <algorithm>

namespace macroscope {
namespace {

bool IsTwosComplement(const Format& format) {
  return format.is_integer() && format.encoding == Encoding::kTwosComplement;
}

// Bits of the significand as a signed number, or unsigned if all operands are.
int SignificandBits(const Format& format, bool is_signed) {
  return format.significand_bits() + (is_signed && !IsTwosComplement(format) ? 1 : 0);
}

// The fewest bits of a two's complement number that hold both.
int SignedBits(int least, int most) {
  int bits = 1;
  while (least < -(1 << (bits - 1)) || most >= 1 << (bits - 1)) ++bits;
  return bits;
}

}  // namespace

GatesShape ShapeForGates(const Design& design) {
  const Format& a = design.a;
  const Format& b = design.b;
  const bool is_signed = a.is_signed() || b.is_signed();
  GatesShape shape;
  shape.a_bits = SignificandBits(a, is_signed);
  shape.b_bits = SignificandBits(b, is_signed);
  shape.product_bits = shape.a_bits + shape.b_bits - (is_signed ? 1 : 0);
  shape.most_shift = a.max_shift() + b.max_shift();
  const int integer_exponent_bits = design.accumulator.is_fixed ? 0 : 1;
  const int a_exponent = a.is_integer() ? integer_exponent_bits : a.exponent_bits;
  const int b_exponent = b.is_integer() ? integer_exponent_bits : b.exponent_bits;
  shape.exponent_bits = std::max(a_exponent, b_exponent);
  shape.adds_exponents = std::min(a_exponent, b_exponent) > 0;
  shape.product_exponent_bits = shape.exponent_bits + (shape.adds_exponents ? 1 : 0);
  shape.window_bits = shape.product_bits + shape.most_shift;
  shape.guard_bits = design.accumulator.is_fixed ? design.accumulator.guard_bits : 0;
  return shape;
}

int ExponentDifferenceBits(const Design& design) {
  const Format& accumulator = design.accumulator.format;
  const int product_least = design.a.min_quantum_exponent() + design.b.min_quantum_exponent();
  const int product_most = product_least + design.a.max_shift() + design.b.max_shift();
  const int least = accumulator.min_quantum_exponent();
  const int most = least + accumulator.max_shift();
  return SignedBits(product_least - most, product_most - least);
}

}  // namespace macroscope
