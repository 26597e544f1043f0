// Designs in a line.
#pragma once

#include <string>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline Design MakeDesign(const std::string& unit, const std::string& operands,
                         const std::string& accumulator, const std::string& rounding = "",
                         const std::string& overflow = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  text.rounding = rounding;
  text.overflow = overflow;
  return ParseDesign(text, Catalogue());
}

inline constexpr Rounding kDeterministic[] = {Rounding::kTiesToEven,     Rounding::kTowardZero,
                                              Rounding::kTowardNegative, Rounding::kTowardPositive,
                                              Rounding::kTiesToAway,     Rounding::kToOdd};

}  // namespace macroscope
