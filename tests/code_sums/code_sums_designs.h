// Designs of code_sums.
#pragma once

#include <string>

#include "tests/common/unit_text.h"

namespace macroscope {

inline Design CodeSumsDesign(const std::string& operands, const std::string& accumulator = "") {
  return ParseDesign(UnitText("code_sums", operands, accumulator), Catalogue());
}

}  // namespace macroscope
