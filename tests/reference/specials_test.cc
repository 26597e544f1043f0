// NaNs, infinities, zeros and flags of a*b + c with a floating accumulator.
#include <gtest/gtest.h>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

struct Result {
  std::uint64_t z;
  int flags;
  friend bool operator==(const Result&, const Result&) = default;
  friend void PrintTo(const Result& result, std::ostream* os) {
    *os << std::hex << result.z << " flags " << result.flags;
  }
};

Result Fma(const Design& design, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  std::uint8_t flags = 0xFF;
  const std::uint64_t z = Reference(design).Operate({a, b, c}, &flags).low();
  return {z, flags};
}

constexpr int kInexact = Flags::kInexact, kOverflow = Flags::kOverflow, kInvalid = Flags::kInvalid;

TEST(Specials, OfIeeeFormats) {
  const Design fp16 = MakeDesign("fp_fma", "fp16", "fp16");
  constexpr std::uint64_t kInf = 0x7C00, kMinusInf = 0xFC00, kNan = 0x7E00, kOne = 0x3C00;
  EXPECT_EQ(Fma(fp16, kInf, kOne, kOne), (Result{kInf, 0}));
  EXPECT_EQ(Fma(fp16, kOne, kOne, kMinusInf), (Result{kMinusInf, 0}));
  EXPECT_EQ(Fma(fp16, kInf, 0, kOne), (Result{kNan, kInvalid}));
  EXPECT_EQ(Fma(fp16, kInf, kOne, kMinusInf), (Result{kNan, kInvalid}));
  EXPECT_EQ(Fma(fp16, kInf, kOne, kInf), (Result{kInf, 0}));
  EXPECT_EQ(Fma(fp16, 0xFE01, kOne, kOne), (Result{kNan, 0}));  // Quiet, any payload and sign.
  EXPECT_EQ(Fma(fp16, 0x7C01, kOne, kOne), (Result{kNan, kInvalid}));  // Signalling.
  EXPECT_EQ(Fma(fp16, kOne, kOne, 0x7D00), (Result{kNan, kInvalid}));
  EXPECT_EQ(Fma(fp16, kInf, 0, kNan), (Result{kNan, kInvalid}));
  EXPECT_EQ(Fma(fp16, 0x7BFF, 0x7BFF, 0), (Result{kInf, kOverflow | kInexact}));
}

TEST(Specials, OverflowGoesWhereTheDirectionAllows) {
  const auto z = [](const char* rounding, std::uint64_t b, const char* accumulator = "fp16") {
    return Fma(MakeDesign("fp_fma", "fp16", accumulator, rounding), 0x7BFF, b, 0).z;
  };
  constexpr std::uint64_t kMost = 0x7BFF, kLeast = 0xFBFF;
  EXPECT_EQ(z("toward_zero", kMost), 0x7BFFU);
  EXPECT_EQ(z("toward_positive", kMost), 0x7C00U);
  EXPECT_EQ(z("toward_negative", kMost), 0x7BFFU);
  EXPECT_EQ(z("toward_positive", kLeast), 0xFBFFU);
  EXPECT_EQ(z("toward_negative", kLeast), 0xFC00U);
  EXPECT_EQ(z("ties_to_away", kLeast), 0xFC00U);
  EXPECT_EQ(z("to_odd", kMost), 0x7BFFU);
  EXPECT_EQ(z("ties_to_even", kMost, "fp8_e4m3"), 0x7FU);
  EXPECT_EQ(z("toward_zero", kMost, "fp8_e4m3"), 0x7EU);
}

TEST(Specials, OverflowPoliciesOfFormatsWithoutInfinity) {
  const Design nan = MakeDesign("fp_fma", "fp8_e5m2", "fp8_e4m3");
  const Design saturate = MakeDesign("fp_fma", "fp8_e5m2", "fp8_e4m3", "", "saturate");
  const Design none = MakeDesign("fp_fma", "fp8_e5m2", "fp6_e3m2");
  constexpr int kTooLarge = kOverflow | kInexact;
  constexpr std::uint64_t kOne = 0x3C;
  EXPECT_EQ(Fma(nan, 0x7B, 0x7B, 0), (Result{0x7F, kTooLarge}));
  EXPECT_EQ(Fma(saturate, 0x7B, 0xFB, 0), (Result{0xFE, kTooLarge}));
  EXPECT_EQ(Fma(none, 0x7B, 0xFB, 0), (Result{0x3F, kTooLarge}));
  // An infinite operand.
  EXPECT_EQ(Fma(nan, 0xFC, kOne, 0), (Result{0x7F, kTooLarge}));
  EXPECT_EQ(Fma(saturate, 0xFC, kOne, 0), (Result{0xFE, kTooLarge}));
  EXPECT_EQ(Fma(none, 0x7C, kOne, 0), (Result{0x1F, kTooLarge}));
  // NaN without a code for it is +0.
  EXPECT_EQ(Fma(none, 0x7E, kOne, 0x1F), (Result{0, kInvalid}));
}

TEST(Specials, SaturationKeepsAnOperandsInfinityInASum) {
  const Design design = MakeDesign("fp_fma", "fp16", "fp16", "", "saturate");
  EXPECT_EQ(Fma(design, 0x7C00, 0x3C00, 0), (Result{0x7C00, 0}));
  EXPECT_EQ(Fma(design, 0x7BFF, 0x7BFF, 0), (Result{0x7BFF, kOverflow | kInexact}));
}

// Signs of zero results: (product, c) -> z.
TEST(Zeros, HaveTheSignsOfIeee754) {
  constexpr std::uint64_t kMinus = 0x8000, kOne = 0x3C00, kMinusOne = 0xBC00;
  for (const Rounding rounding : kDeterministic) {
    const Design design = MakeDesign("fp_fma", "fp16", "fp16", std::string(Name(rounding)));
    const std::uint64_t cancelled = rounding == Rounding::kTowardNegative ? kMinus : 0;
    EXPECT_EQ(Fma(design, 0, kOne, 0).z, 0U);
    EXPECT_EQ(Fma(design, kMinus, kOne, kMinus).z, kMinus);
    EXPECT_EQ(Fma(design, 0, kMinusOne, kMinus).z, kMinus);
    EXPECT_EQ(Fma(design, kMinus, kOne, 0).z, cancelled);
    EXPECT_EQ(Fma(design, 0, kOne, kMinus).z, cancelled);
    EXPECT_EQ(Fma(design, kOne, kMinusOne, kOne), (Result{cancelled, 0}));
  }
}

TEST(Zeros, HaveNoSignWhereTheFormatHasNone) {
  for (const char* format : {"fp8_e4m3fnuz", "p3109_k8p3se", "fp8_e2m5"}) {
    for (const Rounding rounding : kDeterministic) {
      const Design design = MakeDesign("fp_fma", "fp16", format, std::string(Name(rounding)));
      EXPECT_EQ(Fma(design, 0x8000, 0x3C00, 0).z, 0U) << format;
      // Too small and negative: zero, or the smallest number, but never the NaN 0x80.
      const std::uint64_t tiny = Fma(design, 0x8001, 0x0001, 0).z;
      const bool away = rounding == Rounding::kTowardNegative || rounding == Rounding::kToOdd;
      EXPECT_EQ(tiny, away ? 0x81U : 0U) << format << ' ' << Name(rounding);
    }
  }
}

// An integer's zero product takes the sign that the operands' signs give, as a floating one does.
TEST(Zeros, OfIntegerOperandsFollowTheSigns) {
  const Design design = MakeDesign("fp_fma", "int8", "fp16");
  EXPECT_EQ(Fma(design, 0, 0xFF, 0x8000).z, 0x8000U);  // 0 * -1 + -0
  EXPECT_EQ(Fma(design, 0, 0x01, 0x8000).z, 0U);
}

TEST(Dot, CollectsSpecials) {
  Reference reference(MakeDesign("fp_fma", "fp16", "fp16"));
  using List = std::vector<std::uint64_t>;
  const List ones = {0x3C00, 0x3C00, 0x3C00};
  EXPECT_EQ(reference.Dot(List{0x7C00, 0x3C00, 0x7C00}, ones).low(), 0x7C00U);
  EXPECT_EQ(reference.Dot(List{0x7C00, 0x3C00, 0xFC00}, ones).low(), 0x7E00U);
  EXPECT_EQ(reference.Dot(List{0x7C00, 0x3C00, 0x7E00}, ones).low(), 0x7E00U);
  EXPECT_EQ(reference.Dot(List{0x8000, 0x8000, 0x8000}, ones).low(), 0x0000U);
  EXPECT_EQ(reference.Dot(List{0x3C00, 0xBC00, 0x0001}, ones).low(), 0x0001U);
  EXPECT_EQ(reference.Dot(List{}, List{}).low(), 0U);
  EXPECT_THROW(reference.Dot(List{}, ones), std::invalid_argument);
}

}  // namespace
}  // namespace macroscope
