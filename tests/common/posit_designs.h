// Posit designs for tests, and exact values of small posits.
#pragma once

#include <string>
#include <vector>

#include "models/common/posit_shape.h"
#include "models/formats/catalogue.h"
#include "tests/common/to_double.h"
#include "tests/common/unit_text.h"

namespace macroscope {

inline Design PositDesign(const std::string& unit, const std::string& operands,
                          const std::string& accumulator = "", const std::string& form = "") {
  DesignText text = UnitText(unit, operands, accumulator);
  text.form = form;
  return ParseDesign(text, Catalogue());
}

inline std::string PositName(int width_bits, int exponent_bits) {
  return "posit" + std::to_string(width_bits) + "_" + std::to_string(exponent_bits);
}

// The tiniest, with and without room for their exponents and fractions, and pairs of two.
inline const std::vector<std::string>& SmallPosits() {
  static const std::vector<std::string> operands = {
      "posit3_0", "posit3_2", "posit4_1", "posit5_0",          "posit5_3",         "posit6_1",
      "posit6_2", "posit7_0", "posit8_2", "posit3_1,posit8_0", "posit8_1,posit5_2"};
  return operands;
}

}  // namespace macroscope
