// kulisch_mac with both operands of each format of at most 8 bits, and some mixed pairs.
#pragma once

#include <string>
#include <vector>

#include "models/formats/catalogue.h"
#include "models/kulisch_mac/kulisch_mac_shape.h"

namespace macroscope {

inline std::vector<Design> SmallKulischDesigns() {
  const Catalogue catalogue;
  std::vector<std::string> pairs = {"int4", "smag4", "uint4", "fp4_e2m1,fp6_e3m2", "int4,fp6_e2m3"};
  for (const Format& f : catalogue.formats()) {
    if (f.width_bits() <= 8) pairs.push_back(f.name);
  }
  std::vector<Design> designs;
  for (const std::string& operands : pairs) {
    DesignText text;
    text.unit = "kulisch_mac";
    text.operands = operands;
    text.accumulator = "fixed+2";
    designs.push_back(ParseDesign(text, catalogue));
  }
  return designs;
}

}  // namespace macroscope
