// What a code is worth, as a double of the host: exactly, for the formats of tests.
#pragma once

#include <cmath>

#include "models/formats/decode.h"

namespace macroscope {

inline double ToDouble(const Decoded& d) {
  double magnitude = std::ldexp(static_cast<double>(d.significand), d.exponent);
  if (d.number_class == NumberClass::kInfinity) magnitude = HUGE_VAL;
  if (d.number_class == NumberClass::kNan) magnitude = std::nan("");
  return d.negative ? -magnitude : magnitude;
}
inline double ToDouble(const Format& format, std::uint64_t code) {
  return ToDouble(Decode(format, code));
}

}  // namespace macroscope
