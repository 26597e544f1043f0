// Conversions: every code of small formats under all semantics, corners of large ones; to floating
// formats, complete or not, and to integers.
#include <gtest/gtest.h>

#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

// Without subnormals.
Format Incomplete(const char* name, int exponent_bits, int fraction_bits, bool has_sign,
                  bool has_zero) {
  Format format = Floating(name, exponent_bits, fraction_bits, (1 << (exponent_bits - 1)) - 1,
                           Specials::kTopCodeNan);
  format.has_subnormals = false;
  format.has_sign = has_sign;
  format.has_zero = has_zero;
  return format;
}

Catalogue WithOwnFormats() {
  Catalogue formats;
  formats.Add(Floating("low_e11m52", 11, 52, 4096, Specials::kExtended));
  formats.Add(Floating("high_e11m40", 11, 40, -4096, Specials::kIeee));
  formats.Add(Floating("e11m0", 11, 0, 1023, Specials::kTopCodeNan));
  formats.Add(Floating("ieee_e2m2", 2, 2, 1, Specials::kIeee));
  formats.Add(Floating("finite_e3m0", 3, 0, 3, Specials::kNone));
  formats.Add(Floating("extended_e2m2", 2, 2, 2, Specials::kExtended));
  formats.Add(Incomplete("gap_e3m2", 3, 2, true, true));
  formats.Add(Incomplete("gap_e2m3", 2, 3, false, true));
  formats.Add(Incomplete("all_e3m2", 3, 2, false, false));
  formats.Add(Incomplete("signed_e3m0", 3, 0, true, false));
  formats.Add(Incomplete("gap_e11m52", 11, 52, true, true));
  Format no_sign = Floating("unsigned_e3m2", 3, 2, 3, Specials::kIeee);
  no_sign.has_sign = false;
  formats.Add(no_sign);
  return formats;
}

void ExpectWide(const DesignText& text, const Catalogue& formats) {
  EXPECT_TRUE(IsComputedBy("wide", ParseDesign(text, formats)))
      << text.operands << " -> " << text.accumulator;
}

// Every code of small formats to small ones, with and without scale.
TEST(ConvertBatch, EveryCodeInAllSemantics) {
  const Catalogue formats = WithOwnFormats();
  std::uint64_t cases = 0;
  for (const auto& [operands, target] :
       {std::pair("fp8_e5m2", "fp8_e4m3"), std::pair("fp8_e4m3", "ieee_e2m2"),
        std::pair("fp8_e4m3fnuz", "extended_e2m2"), std::pair("fp8_e5m2", "finite_e3m0"),
        std::pair("int8", "fp4_e2m1"), std::pair("smag8", "fp8_e5m2"), std::pair("q3.4", "fp16"),
        std::pair("fp4_e2m1,e8m0", "fp16"), std::pair("p3109_k8p4ue,e8m0", "bf16")}) {
    cases += ExpectAllSemanticsAreLaws(Text("convert", operands, target), RoundingNames(), formats,
                                       /*limit=*/1 << 13);
    if (HasFailure()) return;
  }
  EXPECT_GT(cases, 1'000'000u);
}

TEST(ConvertBatch, CornersOfLargeFormats) {
  const Catalogue formats = WithOwnFormats();
  std::uint64_t cases = 0;
  for (const auto& [operands, target] :
       {std::pair("fp64", "fp32"), std::pair("fp64", "bf16"), std::pair("fp32", "fp64"),
        std::pair("int32", "fp16"), std::pair("low_e11m52", "fp64"), std::pair("fp64", "e11m0"),
        std::pair("fp32,e8m0", "fp16"), std::pair("high_e11m40,e8m0", "high_e11m40")}) {
    cases += ExpectAllSemanticsAreLaws(Text("convert", operands, target), RoundingNames(), formats,
                                       /*limit=*/1'000);
    if (HasFailure()) return;
  }
  EXPECT_GT(cases, 100'000u);
}

// To integers of every encoding, which wrap or saturate.
TEST(ConvertBatch, ToIntegers) {
  const Catalogue formats = WithOwnFormats();
  std::uint64_t cases = 0;
  for (const auto& [operands, target] :
       {std::pair("fp8_e5m2", "int8"), std::pair("fp8_e4m3", "uint4"),
        std::pair("fp8_e5m2", "smag8"), std::pair("fp16", "q3.4"), std::pair("fp32", "int32"),
        std::pair("fp64", "uint16"), std::pair("fp64", "int32"), std::pair("int32", "int8"),
        std::pair("fp4_e2m1,e8m0", "int16"), std::pair("fp64,e8m0", "smag8"),
        std::pair("fp8_e4m3fnuz", "int4")}) {
    for (const std::string& rounding : RoundingNames()) {
      for (const char* overflow : {"wrap", "saturate"}) {
        for (const char* flags : {"on", "off"}) {
          for (const char* subnormals : {"keep", "flush_inputs"}) {
            DesignText text = Text("convert", operands, target);
            text.rounding = rounding;
            text.overflow = overflow;
            text.flags = flags;
            text.subnormals = subnormals;
            ExpectWide(text, formats);
            cases += ExpectBatchIsLaw(ParseDesign(text, formats), 1 << 16);
            if (HasFailure()) return;
          }
        }
      }
    }
  }
  std::printf("%llu operations\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 1'000'000u);
}

// To formats without a sign, without subnormals, without a zero.
TEST(ConvertBatch, ToIncompleteFormats) {
  const Catalogue formats = WithOwnFormats();
  std::vector<std::string> roundings = RoundingNames();
  std::erase(roundings, "stochastic");
  std::uint64_t cases = 0;
  for (const auto& [operands, target] :
       {std::pair("fp8_e5m2", "e8m0"), std::pair("fp8_e5m2", "gap_e3m2"),
        std::pair("fp8_e4m3", "gap_e2m3"), std::pair("int8", "gap_e3m2"),
        std::pair("fp8_e5m2", "unsigned_e3m2"), std::pair("fp8_e4m3fnuz", "p3109_k8p4ue"),
        std::pair("fp8_e5m2", "all_e3m2"), std::pair("fp8_e5m2", "signed_e3m0"),
        std::pair("fp8_e4m3,e8m0", "gap_e3m2"), std::pair("fp16", "p3109_k8p1uf"),
        std::pair("fp32", "gap_e11m52"), std::pair("fp64", "e8m0")}) {
    const DesignText text = Text("convert", operands, target);
    ExpectWide(text, formats);
    cases += ExpectAllSemanticsAreLaws(text, roundings, formats, /*limit=*/1 << 12);
    if (HasFailure()) return;
  }
  EXPECT_GT(cases, 1'000'000u);
}

// Random bits decide in the gap by a division.
TEST(ConvertBatch, LeavesRandomBitsInAGapToTheLaws) {
  DesignText text = Text("convert", "fp32", "e8m0");
  text.rounding = "stochastic";
  EXPECT_EQ(Batch(ParseDesign(text, Catalogue())).kernel(), "law");
  ExpectBatchIsLaw(ParseDesign(text, Catalogue()), 1'000);
}

}  // namespace
}  // namespace macroscope
