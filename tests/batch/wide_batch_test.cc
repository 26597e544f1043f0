// Results that no double holds on the way: corners of the large formats under all semantics. The
// wide kernel is held against the laws in float_batch_test.cc too, for all operations of small
// formats, and in convert_batch_test.cc.
#include <gtest/gtest.h>

#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

// The widest that there can be, at both ends of the exponents, and one fraction bit of many
// exponents.
Catalogue WithLargeFormats() {
  Catalogue formats;
  formats.Add(Floating("finite_e11m52", 11, 52, 1023, Specials::kNone));
  formats.Add(Floating("low_e11m52", 11, 52, 4096, Specials::kExtended));
  formats.Add(Floating("high_e11m40", 11, 40, -4096, Specials::kIeee));
  formats.Add(Floating("e11m0", 11, 0, 1023, Specials::kTopCodeNan));
  formats.Add(Floating("e2m52", 2, 52, 1, Specials::kNegativeZeroNan));
  return formats;
}

void ExpectWide(const DesignText& text, const Catalogue& formats) {
  EXPECT_TRUE(IsComputedBy("wide", ParseDesign(text, formats)))
      << text.operands << " -> " << text.accumulator;
}

TEST(WideBatch, CornersOfLargeFormatsInAllSemantics) {
  const Catalogue formats = WithLargeFormats();
  std::uint64_t cases = 0;
  for (const auto& [operands, accumulator] :
       {std::pair("fp64", "fp64"), std::pair("fp32", "fp64"), std::pair("bf16", "fp64"),
        std::pair("fp64", "fp16"), std::pair("finite_e11m52", "finite_e11m52"),
        std::pair("high_e11m40,fp64", "high_e11m40"), std::pair("low_e11m52", "low_e11m52"),
        std::pair("low_e11m52,high_e11m40", "fp64"), std::pair("fp64,e11m0", "e11m0"),
        std::pair("e2m52,int32", "high_e11m40")}) {
    const DesignText text = Text("fp_fma", operands, accumulator);
    ExpectWide(text, formats);
    cases += ExpectAllSemanticsAreLaws(text, RoundingNames(), formats, /*limit=*/500);
    if (HasFailure()) return;
  }
  EXPECT_GT(cases, 500'000u);
}

TEST(WideBatch, ManyCornersOfDoubles) {
  std::uint64_t cases = 0;
  for (const char* unit : {"fp_fma", "fp_add", "fp_mul"}) {
    for (const std::string& rounding : RoundingNames()) {
      DesignText text = Text(unit, "fp64", "fp64");
      text.rounding = rounding;
      ExpectWide(text, Catalogue());
      cases += ExpectBatchIsLaw(ParseDesign(text, Catalogue()), 100'000);
    }
  }
  std::printf("%llu corner-biased operations\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 1'000'000u);
}

TEST(WideBatch, RandomBitsOfEveryWidth) {
  for (int bits = 1; bits <= 32; ++bits) {
    for (const char* format : {"fp64", "fp16"}) {
      DesignText text = Text("fp_fma", "fp64", format);
      text.rounding = "stochastic";
      text.random_bits = std::to_string(bits);
      ExpectBatchIsLaw(ParseDesign(text, Catalogue()), 10'000);
    }
  }
}

}  // namespace
}  // namespace macroscope
