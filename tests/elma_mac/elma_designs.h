// Designs of elma_mac for the tests of its laws.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline Design ElmaDesign(const std::string& format, const std::string& accumulator = "",
                         const std::string& overflow = "") {
  DesignText text;
  text.unit = "elma_mac";
  text.operands = format;
  text.accumulator = accumulator;
  text.overflow = overflow;
  return ParseDesign(text, Catalogue());
}

// Every exponent size, with and without a code, guard bits and saturation.
inline std::vector<Design> ElmaDesigns() {
  return {ElmaDesign("elma8_1"),
          ElmaDesign("elma8_1", "elma8_1"),
          ElmaDesign("elma8_1", "fixed+9", "saturate"),
          ElmaDesign("elma8_1", "elma8_1", "saturate"),
          ElmaDesign("elma4_0", "elma4_0"),
          ElmaDesign("elma5_0", "fixed+2"),
          ElmaDesign("elma6_0", "elma6_0", "saturate"),
          ElmaDesign("elma6_2", "elma6_2"),
          ElmaDesign("elma7_1", "elma7_1"),
          ElmaDesign("elma8_0", "elma8_0"),
          ElmaDesign("elma8_2", "elma8_2"),
          ElmaDesign("elma8_3", "elma8_3"),
          ElmaDesign("elma10_1", "elma10_1")};
}

}  // namespace macroscope
