// Every pairing of encodings, in formats small enough to try all codes.
#pragma once

#include <string>
#include <vector>

#include "models/common/integer_shape.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline std::vector<Design> SmallIntegerDesigns() {
  std::vector<Design> designs;
  const std::vector<std::string> formats = {"int2", "int4", "uint3", "smag2", "smag4"};
  for (const std::string& a : formats) {
    for (const std::string& b : formats) {
      DesignText text;
      text.unit = "int_mac";
      text.operands = a + "," + b;
      text.accumulator = "fixed+2";
      designs.push_back(ParseDesign(text, Catalogue()));
    }
  }
  return designs;
}

// A factor as the multiplier reads it.
inline std::int64_t FactorValue(const IntegerShape& shape, std::uint64_t factor, int bits) {
  const auto value = static_cast<std::int64_t>(factor);
  const bool negative = shape.signed_multiplier && (factor >> (bits - 1) & 1) != 0;
  return negative ? value - (std::int64_t{1} << bits) : value;
}

}  // namespace macroscope
