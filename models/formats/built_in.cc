#include "models/formats/built_in.h"

#include "models/formats/name_rules.h"

namespace macroscope {
namespace {

Format Signed(const char* name, int exponent_bits, int fraction_bits, int bias, Specials specials) {
  Format format;
  format.name = name;
  format.exponent_bits = exponent_bits;
  format.fraction_bits = fraction_bits;
  format.bias = bias;
  format.specials = specials;
  return format;
}

Format Unsigned(const char* name, int exponent_bits, int fraction_bits, int bias,
                Specials specials) {
  Format format = Signed(name, exponent_bits, fraction_bits, bias, specials);
  format.has_sign = false;
  return format;
}

// A power of two: no zero, and the code 0 is a number like the others.
Format PowerOfTwo(const char* name, int exponent_bits, int bias) {
  Format format = Unsigned(name, exponent_bits, 0, bias, Specials::kTopCodeNan);
  format.has_zero = false;
  format.has_subnormals = false;
  return format;
}

}  // namespace

std::vector<Format> BuiltInFormats() {
  std::vector<Format> rows;
  // The rules name many more; these are the ones that tables and exhaustive tests walk.
  for (const char* name :
       {"int4", "int8", "int16", "int32", "uint4", "uint8", "smag8", "q3.4", "q4.4", "uq4.4"}) {
    rows.push_back(*FormatByRule(name));
  }
  using enum Specials;
  rows.insert(rows.end(),
              {
                  // IEEE 754 and its shortenings.
                  Signed("fp64", 11, 52, 1023, kIeee),
                  Signed("fp32", 8, 23, 127, kIeee),
                  Signed("tf32", 8, 10, 127, kIeee),
                  Signed("fp16", 5, 10, 15, kIeee),
                  Signed("bf16", 8, 7, 127, kIeee),
                  // OCP FP8.
                  Signed("fp8_e5m2", 5, 2, 15, kIeee),
                  Signed("fp8_e4m3", 4, 3, 7, kTopCodeNan),
                  // van Baalen et al. 2023: no infinity, -0 is the one NaN, bias 2^(E-1).
                  Signed("fp8_e3m4", 3, 4, 4, kNegativeZeroNan),
                  Signed("fp8_e2m5", 2, 5, 2, kNegativeZeroNan),
                  // The same policy where it has other names.
                  Signed("fp8_e5m2fnuz", 5, 2, 16, kNegativeZeroNan),
                  Signed("fp8_e4m3fnuz", 4, 3, 8, kNegativeZeroNan),
                  Signed("fp8_e4m3b11fnuz", 4, 3, 11, kNegativeZeroNan),
                  // IEEE style throughout.
                  Signed("fp8_e4m3ieee", 4, 3, 7, kIeee),
                  Signed("fp8_e3m4ieee", 3, 4, 3, kIeee),
                  // Every code a finite number, bias 2^(E-1).
                  Signed("fp8_e5m2finite", 5, 2, 16, kNone),
                  Signed("fp8_e4m3finite", 4, 3, 8, kNone),
                  Signed("fp8_e3m4finite", 3, 4, 4, kNone),
                  Signed("fp8_e2m5finite", 2, 5, 2, kNone),
                  // IEEE P3109 (draft): precision, signed or unsigned, extended or finite.
                  Signed("p3109_k8p3se", 5, 2, 16, kExtended),
                  Signed("p3109_k8p4se", 4, 3, 8, kExtended),
                  Signed("p3109_k8p5se", 3, 4, 4, kExtended),
                  Signed("p3109_k8p4sf", 4, 3, 8, kNegativeZeroNan),
                  Unsigned("p3109_k8p4ue", 5, 3, 16, kExtended),
                  Unsigned("p3109_k8p1uf", 8, 0, 128, kTopCodeNan),
                  // OCP microscaling elements and scale.
                  Signed("fp6_e3m2", 3, 2, 3, kNone),
                  Signed("fp6_e2m3", 2, 3, 1, kNone),
                  Signed("fp4_e2m1", 2, 1, 1, kNone),
                  PowerOfTwo("e8m0", 8, 127),
              });
  return rows;
}

}  // namespace macroscope
