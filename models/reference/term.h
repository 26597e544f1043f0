// Exact numbers on their way to a result: operands, their products, and sums of these.
#pragma once

#include <cstdint>

#include "models/formats/decode.h"
#include "models/reference/big_integer.h"

namespace macroscope {

// Whether the code is a NaN that IEEE 754 calls signalling: its quiet bit is clear.
bool IsSignaling(const Format& format, std::uint64_t code);

// value * 2^exponent, signed, where the class is kZero or kNormal (finite and not zero).
struct Term {
  NumberClass number_class = NumberClass::kZero;
  bool negative = false;  // Of zeros and infinities too.
  bool invalid = false;   // A NaN that signals, or that no operand has brought.
  int exponent = 0;
  BigInteger value;
};

// The number of a code. `flush`: a subnormal one counts as zero of its sign.
void Load(const Format& format, std::uint64_t code, bool flush, Term& out);

// The product of two codes.
void Multiply(const Format& a_format, std::uint64_t a, const Format& b_format, std::uint64_t b,
              bool flush, Term& out);

// sum += addend, whose value may be shifted on the way. Zeros of unlike signs, and numbers that
// cancel, give -0 if `minus_zero`, else +0.
void Add(Term& sum, Term& addend, bool minus_zero);

}  // namespace macroscope
