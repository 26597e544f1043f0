// Designs of units with logarithms for the tests of their laws.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "tests/common/unit_text.h"

namespace macroscope {

// The catalogue, and formats laid out in the other ways: a flag for zero, two's complement, no
// sign, a number of steps that is no power of two.
inline Catalogue LogCatalogue() {
  Catalogue catalogue;
  const auto add = [&](const char* name, bool has_sign, LogLayout log) {
    Format format;
    format.name = name;
    format.family = Family::kLogarithmic;
    format.has_sign = has_sign;
    format.log = log;
    catalogue.Add(format);
  };
  add("flagged", true,
      {.logarithm_bits = 6, .steps_per_octave = 4, .bias = 20, .zero = LogZero::kFlag});
  add("flagged8", true,
      {.logarithm_bits = 7, .steps_per_octave = 8, .bias = 60, .zero = LogZero::kFlag});
  add("twos", true, {.logarithm_bits = 7, .steps_per_octave = 8, .is_twos_complement = true});
  add("magnitudes", false, {.logarithm_bits = 8, .steps_per_octave = 16, .bias = 100});
  add("cubes", true, {.logarithm_bits = 7, .steps_per_octave = 3, .bias = 64});
  add("thin", true, {.logarithm_bits = 4, .steps_per_octave = 2, .bias = 8});
  return catalogue;
}

inline Design LogDesign(const std::string& unit, const std::string& operands,
                        const std::string& accumulator = "", const std::string& method = "",
                        const std::string& error = "") {
  DesignText text = UnitText(unit, operands, accumulator);
  text.method = method;
  text.error = error;
  return ParseDesign(text, LogCatalogue());
}

}  // namespace macroscope
