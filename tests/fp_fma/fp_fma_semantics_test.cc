// The laws against the reference, results and flags, for all operations of the smallest formats (0,
// 1 and 2 fraction bits, each kind of special codes) in every rounding, treatment of subnormals,
// tininess and path: what is special in wide formats is every second case here.
#include <gtest/gtest.h>

#include "tests/common/law_agreement.h"

namespace macroscope {
namespace {

Format Tiny(int exponent_bits, int fraction_bits, Specials specials) {
  Format f;
  f.name = "tiny" + std::to_string(exponent_bits) + std::to_string(fraction_bits) +
           std::to_string(static_cast<int>(specials));
  f.exponent_bits = exponent_bits;
  f.fraction_bits = fraction_bits;
  f.bias = (1 << (exponent_bits - 1)) - 1;
  f.specials = specials;
  return f;
}

std::size_t ExpectAllSemantics(const std::string& operands, const std::string& accumulator,
                               const Catalogue& formats) {
  std::size_t cases = 0;
  for (const std::string& rounding : RoundingNames()) {
    for (const std::string& subnormals : SubnormalsNames()) {
      for (const std::string& tininess : TininessNames()) {
        for (const std::string& path : PathNames()) {
          DesignText text;
          text.unit = "fp_fma";
          text.operands = operands;
          text.accumulator = accumulator;
          text.rounding = rounding;
          if (rounding == "stochastic") text.random_bits = "2";
          text.subnormals = subnormals;
          text.tininess = tininess;
          text.path = path;
          cases += ExpectLawIsReference(ParseDesign(text, formats), /*all_bits=*/20, 0);
          if (testing::Test::HasFailure()) return cases;
        }
      }
    }
  }
  return cases;
}

TEST(FpFmaSemantics, AllOperationsOfTheSmallestFormats) {
  Catalogue formats;
  std::vector<Format> tiny = {
      Tiny(2, 0, Specials::kNone),      Tiny(3, 0, Specials::kTopCodeNan),
      Tiny(1, 1, Specials::kNone),      Tiny(2, 1, Specials::kIeee),
      Tiny(2, 1, Specials::kExtended),  Tiny(2, 1, Specials::kNegativeZeroNan),
      Tiny(3, 1, Specials::kTopCodeNan)};
  for (const Format& f : tiny) formats.Add(f);
  std::size_t cases = 0;
  for (const Format& operands : tiny) {
    for (const Format& accumulator : tiny) {
      cases += ExpectAllSemantics(operands.name, accumulator.name, formats);
      if (HasFailure()) return;
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 10'000'000u);
}

}  // namespace
}  // namespace macroscope
