// Results that may differ: units that approximate are held against the reference, which rounds
// correctly, to within what their stated error allows.
#pragma once

#include <cstdint>
#include <cstdlib>

#include "models/common/unit.h"
#include "models/formats/log_number.h"

namespace macroscope {

// Of a code of a logarithmic format: a zero lies one step below the least number, of either sign.
struct LogPlace {
  bool is_zero = false;
  bool negative = false;
  std::int64_t steps = 0;
};
inline LogPlace PlaceOf(const Format& format, std::uint64_t code) {
  const LogNumber number = DecodeLog(format, code);
  if (number.number_class == NumberClass::kZero) return {true, false, format.log.least_steps() - 1};
  return {false, number.negative, number.steps};
}

// Whether the two results lie within the unit's tolerance; equal ones do.
inline bool WithinTolerance(const Unit& unit, std::uint64_t expected, std::uint64_t actual) {
  if (expected == actual) return true;
  if (unit.tolerance_steps() == 0) return false;
  const Format& format = unit.design().accumulator.format;
  const LogPlace x = PlaceOf(format, expected), y = PlaceOf(format, actual);
  if (!x.is_zero && !y.is_zero && x.negative != y.negative) return false;
  return std::llabs(x.steps - y.steps) <= unit.tolerance_steps();
}

}  // namespace macroscope
