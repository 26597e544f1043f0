// NaNs, infinities and zeros of block_dot, lane by lane.
#include <gtest/gtest.h>

#include "models/reference/reference.h"
#include "tests/reference/lane_words.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

std::uint64_t Dot(const Design& design, const LaneCodes& a, const LaneCodes& b,
                  std::uint64_t c = 0) {
  Reference reference(design);
  return reference.Operate({LaneWord(design.dot.a, a), LaneWord(design.dot.b, b), c, 0}).low();
}

// Every way to reduce, of these operands.
std::vector<Design> Designs(DesignText text) {
  std::vector<Design> designs;
  const auto add = [&](const char* reduction, const char* window, const char* join) {
    text.reduction = reduction;
    text.window = window;
    text.join = join;
    designs.push_back(BlockDot(text));
  };
  for (const char* join : {"joined", "after"}) {
    add("exact", "", join);
    add("max_exponent", "25", join);
  }
  add("fp_tree", "", "after");
  return designs;
}

constexpr std::uint64_t kInf = 0x7C, kMinusInf = 0xFC, kNan = 0x7E, kOne = 0x3C, kMinusOne = 0xBC;
constexpr std::uint64_t kFp16Inf = 0x7C00, kFp16Nan = 0x7E00, kFp16MinusZero = 0x8000;

TEST(DotSpecials, OfElementsMeetInTheSum) {
  int designs = 0;
  for (const Design& design :
       Designs({.operands = "fp8_e5m2", .accumulator = "fp16", .lanes = "3"})) {
    SCOPED_TRACE(DisplayName(design));
    const LaneCodes ones = {{kOne, kOne, kOne}};
    const auto dot = [&](const CodeList& a, std::uint64_t c = 0) {
      return Dot(design, {a}, ones, c);
    };
    EXPECT_EQ(dot({kInf, kOne, kInf}), kFp16Inf);
    EXPECT_EQ(dot({kOne, kMinusInf, kOne}), kFp16Inf | 0x8000);
    EXPECT_EQ(dot({kInf, kOne, kMinusInf}), kFp16Nan);
    EXPECT_EQ(dot({kInf, kOne, kNan}), kFp16Nan);
    EXPECT_EQ(dot({kInf, kOne, kOne}, kFp16Inf | 0x8000), kFp16Nan);
    EXPECT_EQ(dot({kOne, kOne, kOne}, kFp16Inf), kFp16Inf);
    EXPECT_EQ(dot({kOne, kOne, kOne}, 0x7C01), kFp16Nan);
    EXPECT_EQ(Dot(design, {{kInf, kOne, kOne}}, {{0, kOne, kOne}}), kFp16Nan);
    EXPECT_EQ(Dot(design, {{kMinusInf, 0, 0}}, {{kMinusOne, 0, 0}}), kFp16Inf);
    ++designs;
  }
  EXPECT_EQ(designs, 5);
}

// A zero's sign: that of its terms, where they agree; of subnormal terms that are cut, too.
TEST(DotSpecials, ZerosKeepTheSignThatTheyAgreeOn) {
  int zeros = 0;
  for (const Rounding rounding : kDeterministic) {
    const std::uint64_t mixed = rounding == Rounding::kTowardNegative ? kFp16MinusZero : 0;
    for (const Design& design : Designs({.operands = "fp8_e5m2",
                                .accumulator = "fp16",
                                .rounding = std::string(Name(rounding)),
                                .lanes = "2"})) {
      SCOPED_TRACE(DisplayName(design));
      const auto dot = [&](std::uint64_t a0, std::uint64_t a1, std::uint64_t c) {
        ++zeros;
        return Dot(design, {{a0, a1}}, {{kOne, kOne}}, c);
      };
      EXPECT_EQ(dot(0x80, 0x80, kFp16MinusZero), kFp16MinusZero);
      EXPECT_EQ(dot(0, 0, 0), 0u);
      EXPECT_EQ(dot(0x80, 0, kFp16MinusZero), mixed);
      EXPECT_EQ(dot(0x80, 0x80, 0), mixed);
      EXPECT_EQ(dot(kOne, kMinusOne, 0), mixed);
      // A product's sign comes from either factor.
      EXPECT_EQ(Dot(design, {{0x80, kOne}}, {{kOne, 0x80}}, kFp16MinusZero), kFp16MinusZero);
    }
  }
  EXPECT_EQ(zeros, 6 * 5 * 5);
}

// A term cut to nothing is a zero of its sign.
TEST(DotSpecials, TermsCutToNothingKeepTheirSign) {
  DesignText text{.operands = "fp16",
                  .accumulator = "fp16",
                  .lanes = "2",
                  .reduction = "max_exponent",
                  .window = "10",
                  .join = "after"};
  // The least product, below the window under the accumulator's least exponent; and a zero.
  const LaneCodes tiny = {{1, 0}}, minus_tiny = {{0x8001, 0x8000}};
  for (const char* alignment : {"truncate", "sticky"}) {
    text.alignment = alignment;
    text.rounding = "toward_zero";
    EXPECT_EQ(Dot(BlockDot(text), tiny, minus_tiny, kFp16MinusZero), kFp16MinusZero);
    EXPECT_EQ(Dot(BlockDot(text), tiny, tiny, 0), 0u);
  }
  // Sticky, it is half of the last place.
  text.rounding = "toward_negative";
  EXPECT_EQ(Dot(BlockDot(text), tiny, minus_tiny, 0), 0x8001u);
  text.alignment = "truncate";
  EXPECT_EQ(Dot(BlockDot(text), tiny, minus_tiny, 0), kFp16MinusZero);
  EXPECT_EQ(Dot(BlockDot(text), tiny, minus_tiny, kFp16MinusZero), kFp16MinusZero);
}

TEST(DotSpecials, ANanScaleIsNotMaskedByZeros) {
  int designs = 0;
  for (const char* terms : {"products", "blocks"}) {
    for (Design& design :
         Designs({.operands = "mxfp4", .accumulator = "fp16", .lanes = "4", .block = "2"})) {
      if (design.dot.reduction != Reduction::kExact) {
        design.dot.terms = std::string(terms) == "blocks" ? Terms::kBlocks : Terms::kProducts;
      }
      SCOPED_TRACE(DisplayName(design));
      const LaneCodes zeros = {{0, 0, 0, 0}, {127, 0xFF}}, ones = {{2, 2, 2, 2}, {127, 127}};
      EXPECT_EQ(Dot(design, zeros, ones), kFp16Nan);
      EXPECT_EQ(Dot(design, ones, zeros), kFp16Nan);
      EXPECT_EQ(Dot(design, ones, ones), 0x4400u);  // 4
      ++designs;
    }
  }
  EXPECT_EQ(designs, 10);
}

TEST(DotSpecials, AZeroScaleMakesZerosAndOfInfinityNan) {
  // 1.5 of 2^0; the scale E4M3 of 0 and of -1, whose sign is not looked at.
  const LaneCodes a = {{0x3E, 0x3E}}, zero = {{2, 0xA}, {0}}, minus_one = {{2, 2}, {0xB8}};
  for (const Design& design :
       Designs({.operands = "fp8_e5m2,nvfp4", .accumulator = "fp16", .lanes = "2"})) {
    SCOPED_TRACE(DisplayName(design));
    EXPECT_EQ(Dot(design, a, zero, 0x3C00), 0x3C00u);
    EXPECT_EQ(Dot(design, {{kInf, kOne}}, zero, 0x3C00), kFp16Nan);
    EXPECT_EQ(Dot(design, {{kOne, kMinusInf}}, minus_one), kFp16Inf | 0x8000);
    EXPECT_EQ(Dot(design, a, minus_one), 0x4200u);  // 3
    // A zero of each sign: the scale of zero keeps them.
    EXPECT_EQ(Dot(design, a, {{0xA, 0xA}, {0}}, kFp16MinusZero), kFp16MinusZero);
  }
  const Design vsq = BlockDot({.operands = "vsq4", .accumulator = "fp16", .lanes = "2"});
  EXPECT_EQ(Dot(vsq, {{7, 7}, {0}}, {{7, 7}, {15}}, 0x3C00), 0x3C00u);
}

// Flags of a fixed-point accumulator: a NaN lane adds nothing, its neighbours do.
TEST(DotSpecials, FlagsOfAFixedAccumulator) {
  const Design design =
      BlockDot({.operands = "mxfp8_e5m2", .accumulator = "fixed+4", .lanes = "4", .block = "2"});
  const int width = design.accumulator.width_bits, one = -ExactDot(design).least_exponent;
  const auto dot = [&](const LaneCodes& a) {
    const LaneCodes ones = {{kOne, kOne, kOne, kOne}, {127, 127}};
    return Reference(design).Operate(
        {LaneWord(design.dot.a, a), LaneWord(design.dot.b, ones), 0, 0});
  };
  const auto expected = [&](int lanes, std::uint64_t flags) {
    Bits word;
    word.Insert(one, 8, lanes);
    word.Insert(width, 3, flags);
    return word;
  };
  EXPECT_EQ(dot({{kOne, kOne, kOne, kOne}, {127, 127}}), expected(4, 0));
  EXPECT_EQ(dot({{kNan, kOne, kOne, kOne}, {127, 127}}), expected(3, 1));
  EXPECT_EQ(dot({{kOne, kOne, kOne, kOne}, {127, 255}}), expected(2, 1));
  EXPECT_EQ(dot({{kInf, kMinusInf, kOne, kOne}, {127, 127}}), expected(2, 6));
  EXPECT_EQ(dot({{kInf, kOne, kMinusInf, 0}, {255, 127}}), expected(0, 5));
}

// What overflows in a tree stays infinite, or as large as there is.
TEST(DotSpecials, OverflowInsideATree) {
  DesignText text{.operands = "fp16", .accumulator = "fp16", .lanes = "4", .reduction = "fp_tree"};
  const LaneCodes a = {{0x7BFF, 0xFBFF, 0x3C00, 0}}, b = {{0x4000, 0x4000, 0x3C00, 0}};
  EXPECT_EQ(Dot(BlockDot(text), a, b), kFp16Nan);  // infinity - infinity
  text.overflow = "saturate";
  EXPECT_EQ(Dot(BlockDot(text), a, b), 0x3C00u);
  text.rounding = "toward_zero";
  text.overflow = "infinity";
  EXPECT_EQ(Dot(BlockDot(text), a, b), 0x3C00u);
  // One lane too many passes up unchanged: (1 + 2^-11) + (2^-11 + 0) loses both halves.
  text = {.operands = "fp16", .accumulator = "fp16", .lanes = "3", .reduction = "fp_tree"};
  const LaneCodes halves = {{0x3C00, 0x1000, 0x1000}}, ones = {{0x3C00, 0x3C00, 0x3C00}};
  EXPECT_EQ(Dot(BlockDot(text), halves, ones), 0x3C00u);
  const LaneCodes turned = {{0x1000, 0x1000, 0x3C00}};
  EXPECT_EQ(Dot(BlockDot(text), turned, ones), 0x3C01u);
}

}  // namespace
}  // namespace macroscope
