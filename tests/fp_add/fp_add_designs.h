// fp_add designs for tests, and the exact value of a code.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"
#include "models/fp_add/fp_add_shape.h"
#include "tests/common/to_double.h"

namespace macroscope {

inline Design FpAddDesign(const std::string& operands, const std::string& result,
                          const std::string& path, const std::string& rounding = "") {
  DesignText text;
  text.unit = "fp_add";
  text.operands = operands;
  text.accumulator = result;
  text.path = path;
  text.rounding = rounding;
  if (rounding == "stochastic") text.random_bits = "2";
  return ParseDesign(text, Catalogue());
}

// The tiniest formats, with and without fractions, zero, sign and subnormals, alike and mixed, into
// results that are narrower and wider, in both paths.
inline std::vector<Design> SmallFpAddDesigns() {
  std::vector<Design> designs;
  for (const char* path : {"single", "dual"}) {
    for (const char* operands :
         {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3,fp4_e2m1", "fp8_e4m3,fp4_e2m1", "fp6_e3m2,fp8_e3m4",
          "e8m0,fp4_e2m1", "p3109_k8p4ue,fp6_e3m2", "fp8_e5m2", "fp8_e4m3fnuz"}) {
      for (const char* result : {"fp4_e2m1", "fp6_e3m2", "fp8_e4m3fnuz", "fp16"}) {
        designs.push_back(FpAddDesign(operands, result, path));
      }
    }
  }
  return designs;
}

// Whether x + y is exact in double precision, as the sums of all but the widest exponents are.
inline bool IsExactSum(double x, double y) {
  const double sum = x + y;
  return std::isfinite(sum) && sum - x == y && sum - y == x;
}

// What `bits` at `exponent` on the operands' scale are worth, if U.fraction_bits.
inline double OnScale(const FpAddShape& s, std::uint64_t bits, int exponent, int fraction_bits) {
  return std::ldexp(static_cast<double>(bits),
                    exponent + s.result_offset - s.accumulator.bias - fraction_bits);
}

}  // namespace macroscope
