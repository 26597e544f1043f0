#include <utility>

#include "models/formats/built_in.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

std::string Numbered(const char* name, int number) {
  std::string text = name;
  return text.append(std::to_string(number));
}

// Signed magnitudes without a hidden bit, the largest in [1, 2): a sign and m bits, m - 1 of them
// right of the point.
Format Magnitude(int m) {
  Format format;
  format.name = Numbered("smag", m + 1) + Numbered("_p", m - 1);
  format.family = Family::kInteger;
  format.encoding = Encoding::kSignMagnitude;
  format.integer_width_bits = m + 1;
  format.point_bits = m - 1;
  return format;
}

// As e8m0, but every code is a number.
Format Exponent(int bits) {
  return {.name = Numbered("e", bits),
          .has_sign = false,
          .exponent_bits = bits,
          .bias = (1 << (bits - 1)) - 1,
          .specials = Specials::kNone,
          .has_subnormals = false,
          .has_zero = false};
}

// Weights scaled to the largest magnitude of 64 of them, as QLoRA has it (Dettmers et al. 2023),
// which keeps that magnitude in binary32; bf16 is what the weights are unpacked to.
BlockFormat Absmax64(const std::string& name, Format element, const Catalogue& scalars) {
  return {.name = name + "x64",
          .element = std::move(element),
          .block_elements = 64,
          .scale = scalars.Find("bf16")};
}

// Of OCP MX 1.0.
BlockFormat Mx(const Catalogue& scalars, const char* name, const char* element) {
  return {.name = name, .element = scalars.Find(element), .scale = scalars.Find("e8m0")};
}

}  // namespace

std::vector<BlockFormat> BuiltInBlocks(const Catalogue& scalars) {
  std::vector<BlockFormat> rows = {
      Mx(scalars, "mxfp8_e5m2", "fp8_e5m2"), Mx(scalars, "mxfp8_e4m3", "fp8_e4m3"),
      Mx(scalars, "mxfp6_e3m2", "fp6_e3m2"), Mx(scalars, "mxfp6_e2m3", "fp6_e2m3"),
      Mx(scalars, "mxfp4", "fp4_e2m1"),      Mx(scalars, "mxint8", "q1.6")};
  rows.push_back({.name = "nvfp4",
                  .element = scalars.Find("fp4_e2m1"),
                  .block_elements = 16,
                  .scale = scalars.Find("fp8_e4m3"),
                  .has_tensor_scale = true});
  // The name counts sign, magnitude and the exponent that 16 elements share.
  for (int m = 2; m <= 7; ++m) {
    rows.push_back({.name = Numbered("msfp", 9 + m),
                    .element = Magnitude(m),
                    .block_elements = 16,
                    .scale = Exponent(8)});
  }
  for (const int m : {7, 4, 2}) {
    rows.push_back({.name = Numbered("mx", m + 2),
                    .element = Magnitude(m),
                    .block_elements = 16,
                    .scale = Exponent(8),
                    .sub_block_elements = 2,
                    .sub_exponent_bits = 1});
  }
  for (const int bits : {4, 8}) {
    rows.push_back({.name = Numbered("vsq", bits),
                    .element = scalars.Find(Numbered("int", bits)),
                    .block_elements = 16,
                    .scale = scalars.Find(Numbered("uint", bits)),
                    .has_tensor_scale = true});
  }
  rows.push_back({.name = "flex16_5",
                  .element = scalars.Find("int16"),
                  .block_elements = 0,
                  .is_symmetric = false,
                  .scale = scalars.Find("int5"),
                  .scale_is_exponent = true});
  for (const char* name : {"nf4", "af4", "bnb_fp4"}) {
    rows.push_back(Absmax64(name, scalars.FindAlternative(name), scalars));
  }
  rows.push_back(Absmax64("int4", scalars.Find("int4"), scalars));
  return rows;
}

}  // namespace macroscope
