// A double-base number: exact by its two exponents, as a power of three below one has no last
// binary digit.
#pragma once

#include <cstdint>
#include <string>

#include "models/formats/decode.h"
#include "models/formats/format.h"

namespace macroscope {

// value = (-1)^negative * 2^two * 3^three, where number_class is kNormal.
struct DoubleBaseNumber {
  NumberClass number_class = NumberClass::kZero;  // Or kNormal, or kNan.
  bool negative = false;
  int two = 0;
  int three = 0;

  friend bool operator==(const DoubleBaseNumber&, const DoubleBaseNumber&) = default;
};

// Decodes the low width_bits() of `code`. Of a double-base format, else throws
// std::invalid_argument.
DoubleBaseNumber DecodeDoubleBase(const Format& format, std::uint64_t code);

// "-2^3 * 3^-2", "0", "nan".
std::string ExactValue(const DoubleBaseNumber& value);
// Whole powers of three as DecimalValue of Decoded has them, while they fit 64 bits; others to 12
// significant digits, with "~".
std::string DecimalValue(const DoubleBaseNumber& value);

}  // namespace macroscope
