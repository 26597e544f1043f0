// Small fp_fma designs, for tests that try every code.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"
#include "models/fp_fma/fp_fma_shape.h"
#include "tests/common/to_double.h"

namespace macroscope {

inline Design FpFmaDesign(const std::string& operands, const std::string& accumulator,
                          Rounding rounding = Rounding::kTiesToEven) {
  DesignText text;
  text.unit = "fp_fma";
  text.operands = operands;
  text.accumulator = accumulator;
  text.rounding = Name(rounding);
  return ParseDesign(text, Catalogue());
}

// Operands of each format of at most 8 bits, and some mixed pairs.
inline std::vector<Design> SmallFpFmaDesigns() {
  std::vector<Design> designs = {FpFmaDesign("fp4_e2m1,fp6_e3m2", "fp6_e2m3"),
                                 FpFmaDesign("int4,fp4_e2m1", "fp8_e5m2"),
                                 FpFmaDesign("smag4,uint4", "bf16")};
  const Catalogue catalogue;
  for (const Format& f : catalogue.formats()) {
    if (f.width_bits() <= 8) designs.push_back(FpFmaDesign(f.name, "fp16"));
  }
  return designs;
}

}  // namespace macroscope
