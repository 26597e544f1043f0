// Designs of code_sums.
#pragma once

#include <string>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline Design CodeSumsDesign(const std::string& operands, const std::string& accumulator = "") {
  DesignText text;
  text.unit = "code_sums";
  text.operands = operands;
  text.accumulator = accumulator;
  return ParseDesign(text, Catalogue());
}

}  // namespace macroscope
