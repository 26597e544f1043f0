// A number given by its logarithm. Most are irrational, so that what a code means is said exactly
// by the logarithm, which is a fraction, and in decimal as near as it is printed.
#pragma once

#include <cstdint>
#include <string>

#include "models/formats/decode.h"
#include "models/formats/format.h"

namespace macroscope {

// value = (-1)^negative * 2^(steps / steps_per_octave), where number_class is kNormal.
struct LogNumber {
  NumberClass number_class = NumberClass::kZero;  // Or kNormal, or kNan of log posits.
  bool negative = false;
  std::int64_t steps = 0;
  int steps_per_octave = 1;

  friend bool operator==(const LogNumber&, const LogNumber&) = default;
};

// Decodes the low width_bits() of `code`. Of a format that holds_logarithms(), else throws
// std::invalid_argument.
LogNumber DecodeLog(const Format& format, std::uint64_t code);

// "-2^(33/16)", "2^-4", "0", "nan".
std::string ExactValue(const LogNumber& value);
// Powers of two as DecimalValue of Decoded has them; others to 12 significant digits, with "~".
std::string DecimalValue(const LogNumber& value);

}  // namespace macroscope
