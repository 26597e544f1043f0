// fp_mul designs for tests, and the exact value of a code.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"
#include "models/fp_mul/fp_mul_shape.h"
#include "tests/common/to_double.h"

namespace macroscope {

inline Design FpMulDesign(const std::string& operands, const std::string& result,
                          const std::string& rounding = "", const std::string& subnormals = "",
                          const std::string& tininess = "") {
  DesignText text;
  text.unit = "fp_mul";
  text.operands = operands;
  text.accumulator = result;
  text.rounding = rounding;
  text.subnormals = subnormals;
  text.tininess = tininess;
  return ParseDesign(text, Catalogue());
}

// The tiniest formats, with and without fractions, zero, sign and subnormals, and integers.
inline std::vector<Design> SmallFpMulDesigns() {
  std::vector<Design> designs;
  for (const char* operands :
       {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3,fp4_e2m1", "int4,fp4_e2m1", "smag4,uint3", "q3.4",
        "e8m0,fp4_e2m1", "p3109_k8p4ue,fp6_e3m2", "fp8_e5m2", "fp8_e4m3fnuz"}) {
    for (const char* result : {"fp4_e2m1", "fp6_e3m2", "fp8_e4m3fnuz", "fp16"}) {
      designs.push_back(FpMulDesign(operands, result));
    }
  }
  return designs;
}

}  // namespace macroscope
