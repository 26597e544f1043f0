// The exact product of two codes, as sums take it.
#pragma once

#include <cstdint>

#include "models/formats/decode.h"
#include "models/reference/big_integer.h"

namespace macroscope {

// Whether the code is a NaN that IEEE 754 calls signalling: its quiet bit is clear.
bool IsSignaling(const Format& format, std::uint64_t code);

struct Product {
  NumberClass number_class = NumberClass::kZero;  // kNormal: finite and not zero.
  bool negative = false;
  bool invalid = false;  // 0 * infinity, or a signalling NaN operand.
  int exponent = 0;
};

// Multiplies; `value`, signed, is defined where the product is kZero or kNormal:
// a * b = value * 2^exponent.
Product Multiply(const Format& a_format, std::uint64_t a, const Format& b_format, std::uint64_t b,
                 BigInteger& value);

}  // namespace macroscope
