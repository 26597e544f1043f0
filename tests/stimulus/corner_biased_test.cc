// Random operands: the same from the same seed, and every kind of corner often enough to matter.
// Counts are taken from the operands alone, with doubles, which hold these small formats exactly.
#include "sim/stimulus/corner_biased.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "models/formats/decode.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

constexpr std::size_t kDraws = 200'000;
constexpr std::size_t kEnough = kDraws / 200;

double Value(const Format& format, std::uint64_t code) {
  const Decoded decoded = Decode(format, code);
  if (!decoded.is_finite()) return std::nan("");
  const double magnitude = std::ldexp(static_cast<double>(decoded.significand), decoded.exponent);
  return decoded.negative ? -magnitude : magnitude;
}

TEST(CornerBiasedTest, TheSameSeedGivesTheSameStreamHoweverItIsCut) {
  for (const Design& design :
       {MakeDesign("fp_fma", "fp16", "fp32"), MakeDesign("int_mac", "int8,uint8", "fixed+12"),
        MakeDesign("kulisch_mac", "fp16", "fixed+30")}) {
    const bool fixed = design.accumulator.is_fixed;
    const int c_bits =
        fixed ? design.accumulator.width_bits + 3 : design.accumulator.format.width_bits();
    const int limbs = LimbsFor(c_bits);
    CornerBiased one(design, c_bits, 7), two(design, c_bits, 7), other(design, c_bits, 8);
    const Drawn whole = Draw(one, 5000, limbs, 5000);
    EXPECT_EQ(whole, Draw(two, 5000, limbs, 37));
    EXPECT_NE(whole, Draw(other, 5000, limbs, 5000));
    EXPECT_EQ(one.extent(), "random, seed 7");
  }
}

TEST(CornerBiasedTest, CoversFloatingCorners) {
  for (const char* accumulator : {"fp16", "fp32", "fp8_e4m3", "bf16"}) {
    for (const char* operands : {"fp8_e4m3", "fp8_e5m2", "fp16,fp8_e4m3", "fp8_e3m4,int8"}) {
      SCOPED_TRACE(std::string(operands) + " -> " + accumulator);
      const Design design = MakeDesign("fp_fma", operands, accumulator);
      const Format& format = design.accumulator.format;
      CornerBiased source(design, format.width_bits(), 1);
      const Drawn drawn = Draw(source, kDraws, 1, 4096);
      std::size_t a_special = 0, c_special = 0, zeros = 0, subnormals = 0, exact = 0, near = 0,
                  aligned = 0, greatest = 0, least = 0;
      std::set<std::uint64_t> a_codes, c_codes;
      const double most = Value(format, format.max_finite());
      const double normal = Value(format, std::uint64_t{1} << format.fraction_bits);
      for (std::size_t i = 0; i < kDraws; ++i) {
        ASSERT_LE(drawn.a[i], design.a.code_mask());
        ASSERT_LE(drawn.b[i], design.b.code_mask());
        ASSERT_LE(drawn.c[i], format.code_mask());
        a_codes.insert(drawn.a[i]);
        c_codes.insert(drawn.c[i]);
        const double product = Value(design.a, drawn.a[i]) * Value(design.b, drawn.b[i]);
        const double c = Value(format, drawn.c[i]);
        a_special += std::isnan(Value(design.a, drawn.a[i]));
        c_special += std::isnan(c);
        zeros += product == 0 || c == 0;
        subnormals += c != 0 && std::fabs(c) < normal;
        if (std::isnan(product) || std::isnan(c) || product == 0 || c == 0) continue;
        exact += product == -c;
        near += product != -c && std::fabs(product + c) <= std::fabs(c) / 4;
        aligned += std::abs(std::ilogb(product) - std::ilogb(c)) <= format.significand_bits() + 2;
        greatest += std::fabs(product) > most / 4 && std::fabs(product) < most * 4;
        least += std::fabs(product) < normal * 2;
      }
      if (design.a.has_nan()) {
        EXPECT_GT(a_special, kEnough);
      }
      EXPECT_GT(c_special, kEnough);
      EXPECT_GT(zeros, kEnough);
      EXPECT_GT(subnormals, kEnough);
      EXPECT_GT(near, kEnough);
      // Wider products than the accumulator's numbers seldom have an exact opposite.
      const int product_bits = design.a.significand_bits() + design.b.significand_bits();
      if (product_bits <= format.significand_bits()) {
        EXPECT_GT(exact, kEnough);
      }
      EXPECT_GT(exact, 0u);
      EXPECT_GT(aligned, kDraws / 10);
      // Operands of 8 bits do not reach the limits of wide accumulators.
      if (format.exponent_bits <= design.a.exponent_bits) {
        EXPECT_GT(greatest, kEnough);
        EXPECT_GT(least, kEnough);
      }
      if (design.a.width_bits() <= 8) {
        EXPECT_EQ(a_codes.size(), 1u << design.a.width_bits());
      }
      EXPECT_GT(c_codes.size(), std::min<std::size_t>(kDraws / 10, format.code_mask()));
    }
  }
}

TEST(CornerBiasedTest, CoversFixedPointCorners) {
  const Design design = MakeDesign("int_mac", "int8", "fixed+12");
  const int width = design.accumulator.width_bits;
  CornerBiased source(design, width, 1);
  const Drawn drawn = Draw(source, kDraws, 1, 4096);
  const std::int64_t half = std::int64_t{1} << (width - 1);
  std::size_t wraps = 0, barely_not = 0, cancels = 0, sign_changes = 0, ends = 0, zeros = 0;
  for (std::size_t i = 0; i < kDraws; ++i) {
    ASSERT_EQ(drawn.c[i] >> width, 0u);
    const auto a = static_cast<std::int8_t>(drawn.a[i]);
    const auto b = static_cast<std::int8_t>(drawn.b[i]);
    const auto c = static_cast<std::int64_t>(drawn.c[i] << (64 - width)) >> (64 - width);
    const std::int64_t sum = a * b + c;
    wraps += sum >= half || sum < -half;
    barely_not += (sum < half && sum >= half - 4) || (sum >= -half && sum < -half + 4);
    cancels += sum == 0 && c != 0;
    sign_changes += c != 0 && (sum < 0) != (c < 0);
    ends += c == half - 1 || c == -half;
    zeros += c == 0;
  }
  EXPECT_GT(wraps, kEnough);
  EXPECT_GT(barely_not, kEnough);
  EXPECT_GT(cancels, kEnough);
  EXPECT_GT(sign_changes, kEnough);
  EXPECT_GT(ends, kEnough);
  EXPECT_GT(zeros, kEnough);
}

TEST(CornerBiasedTest, DrawsWideWordsAndTheirFlags) {
  const Design design = MakeDesign("kulisch_mac", "bf16", "fixed+12");
  const int width = design.accumulator.width_bits;
  const int c_bits = width + 3;
  ASSERT_GT(width, 512);
  const int limbs = LimbsFor(c_bits);
  CornerBiased source(design, c_bits, 1);
  const Drawn drawn = Draw(source, 20'000, limbs, 100);
  std::size_t flagged = 0, negative = 0, short_words = 0;
  for (std::size_t i = 0; i < drawn.a.size(); ++i) {
    const Bits c = Bits::FromLimbs(std::span(drawn.c).subspan(i * limbs, limbs));
    for (int bit = c_bits; bit < limbs * 64; ++bit) ASSERT_FALSE(c.Bit(bit));
    bool flags = false, high = false;
    for (int bit = width; bit < c_bits; ++bit) flags |= c.Bit(bit);
    for (int bit = width / 2; bit < width - 1; ++bit) high |= c.Bit(bit) != c.Bit(width - 1);
    flagged += flags;
    negative += c.Bit(width - 1);
    short_words += !high;
  }
  EXPECT_GT(flagged, drawn.a.size() / 200);
  EXPECT_LT(flagged, drawn.a.size() / 20);
  EXPECT_GT(negative, drawn.a.size() / 4);
  EXPECT_GT(short_words, drawn.a.size() / 10);
}

// The sum of the drawn words' first limb and the product, where c is -a*b within a few steps.
TEST(CornerBiasedTest, CancelsInWideWords) {
  const Design design = MakeDesign("kulisch_mac", "fp16", "fixed+12");
  const int width = design.accumulator.width_bits;
  const int least = ExactProduct(design.a, design.b).least_exponent;
  CornerBiased source(design, width, 3);
  const int limbs = LimbsFor(width);
  const Drawn drawn = Draw(source, 20'000, limbs, 100);
  std::size_t cancels = 0;
  for (std::size_t i = 0; i < drawn.a.size(); ++i) {
    const double product = Value(design.a, drawn.a[i]) * Value(design.b, drawn.b[i]);
    if (std::isnan(product) || product == 0) continue;
    long double c = 0;  // 64 bits are not all of c, but near enough for near.
    const bool negative = drawn.c[i * limbs + limbs - 1] >> ((width - 1) % 64) & 1;
    for (int limb = limbs; limb-- > 0;) {
      std::uint64_t word = drawn.c[i * limbs + limb];
      if (negative) word = ~word;
      if (limb == limbs - 1 && width % 64 != 0) word &= (std::uint64_t{1} << (width % 64)) - 1;
      c = std::ldexp(c, 64) + word;
    }
    c = std::ldexp(negative ? -c - 1 : c, least);
    cancels += std::fabs(product + static_cast<double>(c)) <=
               std::ldexp(4.0, least) + 1e-9 * std::fabs(product);
  }
  EXPECT_GT(cancels, drawn.a.size() / 20);
}

}  // namespace
}  // namespace macroscope
