// Floating results: every code of the smallest formats under all semantics, and corners of the
// large ones.
#include <gtest/gtest.h>

#include "models/batch/host.h"
#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

Catalogue WithTinyFormats() {
  Catalogue formats;
  formats.Add(Floating("ieee_e2m2", 2, 2, 1, Specials::kIeee));
  formats.Add(Floating("ieee_e3m1", 3, 1, 3, Specials::kIeee));
  formats.Add(Floating("finite_e3m0", 3, 0, 3, Specials::kNone));
  formats.Add(Floating("top_e2m1", 2, 1, -3, Specials::kTopCodeNan));
  formats.Add(Floating("fnuz_e2m2", 2, 2, 2, Specials::kNegativeZeroNan));
  formats.Add(Floating("extended_e2m2", 2, 2, 2, Specials::kExtended));
  return formats;
}

Design Corners(const std::string& unit, const std::string& operands, const std::string& accumulator,
               const std::string& rounding) {
  DesignText text = Text(unit, operands, accumulator);
  text.rounding = rounding;
  return ParseDesign(text, Catalogue());
}

constexpr std::uint64_t kAll = ~std::uint64_t{0};

// Multiply-add under every rounding, overflow, treatment of subnormals and tininess, with every
// flavour of special codes; formats of two, one and no fraction bits.
TEST(FloatBatch, EveryOperationOfTinyFormatsInAllSemantics) {
  const Catalogue formats = WithTinyFormats();
  std::uint64_t cases = 0;
  for (const char* format : {"ieee_e2m2", "ieee_e3m1", "finite_e3m0", "top_e2m1", "fnuz_e2m2",
                             "extended_e2m2", "fp4_e2m1"}) {
    cases += ExpectAllSemanticsAreLaws(Text("fp_fma", format, format), RoundingNames(), formats,
                                       /*limit=*/1 << 15);
  }
  EXPECT_GT(cases, 1'000'000u);
}

TEST(FloatBatch, MixedOperandsWithoutSignsWithoutSubnormalsAndIntegers) {
  const Catalogue formats = WithTinyFormats();
  std::uint64_t cases = 0;
  for (const auto& [operands, accumulator] :
       {std::pair("fp4_e2m1,int4", "ieee_e3m1"), std::pair("uint4,p3109_k8p1uf", "fp16"),
        std::pair("smag4,e8m0", "fp32"), std::pair("q3.4,fp8_e5m2", "bf16"),
        std::pair("p3109_k8p4ue,fp8_e4m3fnuz", "fp8_e4m3")}) {
    cases += ExpectAllSemanticsAreLaws(Text("fp_fma", operands, accumulator),
                                       {"ties_to_even", "toward_negative", "port"}, formats,
                                       /*limit=*/1 << 12);
  }
  EXPECT_GT(cases, 100'000u);
}

TEST(FloatBatch, CornersOfEveryFormat) {
  std::uint64_t cases = 0;
  const Catalogue catalogue;
  for (const Format& f : catalogue.formats()) {
    if (!f.is_floating() || !f.has_sign || f.name == "fp64") continue;
    for (const std::string& rounding : RoundingNames()) {
      const Design design = Corners("fp_fma", f.name, f.name, rounding);
      if (HostInstructions() != Instructions::kPortable) {
        EXPECT_TRUE(Batch(design).kernel().starts_with("float")) << f.name;
      }
      cases += ExpectBatchIsLaw(design, 20'000);
    }
    if (HasFailure()) break;
  }
  std::printf("%llu corner-biased operations\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 1'000'000u);
}

TEST(FloatBatch, CornersOfWideOnes) {
  for (const std::string& rounding : RoundingNames()) {
    for (const char* format : {"fp16", "bf16", "fp32"}) {
      ExpectBatchIsLaw(Corners("fp_fma", format, format, rounding), 100'000);
    }
    ExpectBatchIsLaw(Corners("fp_fma", "fp16", "fp32", rounding), 50'000);
    ExpectBatchIsLaw(Corners("fp_fma", "fp8_e5m2", "fp16", rounding), 50'000);
  }
}

TEST(FloatBatch, RandomBitsOfEveryWidth) {
  for (int bits = 1; bits <= 32; ++bits) {
    for (const char* format : {"fp8_e5m2", "fp16", "fp32"}) {
      DesignText text = Text("fp_fma", format, format);
      text.rounding = "stochastic";
      text.random_bits = std::to_string(bits);
      ExpectBatchIsLaw(ParseDesign(text, Catalogue()), 10'000);
    }
  }
}

TEST(FloatBatch, ProductsAndSumsAlone) {
  const Catalogue formats = WithTinyFormats();
  for (const char* unit : {"fp_mul", "fp_add"}) {
    for (const char* format : {"ieee_e2m2", "fnuz_e2m2", "finite_e3m0"}) {
      ExpectAllSemanticsAreLaws(Text(unit, format, format), RoundingNames(), formats,
                                /*limit=*/1 << 13);
    }
    for (const std::string& rounding : RoundingNames()) {
      ExpectBatchIsLaw(Corners(unit, "fp16", "fp16", rounding), 50'000);
      ExpectBatchIsLaw(Corners(unit, "fp32", "bf16", rounding), 50'000);
    }
    ExpectBatchIsLaw(Corners(unit, "fp8_e4m3", "fp16", "port"), kAll);
    ExpectBatchIsLaw(Corners(unit, "fp8_e5m2,bf16", "fp32", "to_odd"), 50'000);
  }
}

// What a double cannot hold is computed otherwise.
TEST(FloatBatch, LeavesWhatDoesNotFitToTheWideKernel) {
  if (HostInstructions() == Instructions::kPortable) GTEST_SKIP() << "no vector instructions";
  EXPECT_TRUE(Batch(Corners("fp_fma", "fp64", "fp64", "")).kernel().starts_with("wide"));
  // fp32 with many random bits: 24 + 29 bits are beyond a double's 53 once a bit for the rest is
  // taken away.
  DesignText text = Text("fp_fma", "fp32", "fp32");
  text.rounding = "stochastic";
  text.random_bits = "29";
  EXPECT_TRUE(Batch(ParseDesign(text, Catalogue())).kernel().starts_with("wide"));
}

}  // namespace
}  // namespace macroscope
