// Aligning loses nothing but what sticky remembers: the two terms put back together are the
// operands, for every pair of codes of small formats; so are the near path's, exactly, wherever it
// is taken. And the window is as narrow as it can be.
#include "models/fp_add/fp_add_align.h"

#include <gtest/gtest.h>

#include <random>

#include "models/fp_add/fp_add_laws.h"
#include "models/reference/reference.h"
#include "tests/fp_add/fp_add_designs.h"

namespace macroscope {
namespace {

TEST(FpAddAlign, TermsAreTheOperands) {
  std::size_t cases = 0;
  std::size_t near = 0;
  for (const Design& design : SmallFpAddDesigns()) {
    const FpAddShape s = FpAddShape::Derive(design);
    const FpAddUnpack unpack{s};
    const FpAddAlign<Word64> align{s};
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const double x = ToDouble(design.a, a);
        const double y = ToDouble(design.b, b);
        const auto out = align(unpack({a, b}));
        ASSERT_EQ(out.nan, std::isnan(x + y)) << x << " + " << y;
        if (!out.nan) ASSERT_EQ(out.infinity, std::isinf(x + y)) << x << " + " << y;
        if (!std::isfinite(x) || !std::isfinite(y)) continue;
        ++cases;
        ASSERT_EQ(out.subtract, std::signbit(x) != std::signbit(y));
        const double large = OnScale(s, out.large, out.exponent, s.window_bits);
        const double small = OnScale(s, out.small, out.exponent, s.window_bits);
        const double unit = OnScale(s, 1, out.exponent, s.window_bits);
        const bool y_is_large = large == std::fabs(y) && small <= std::fabs(x);
        const double other = std::fabs(y_is_large ? x : y);
        ASSERT_EQ(large, std::fabs(y_is_large ? y : x)) << x << " + " << y;
        if (out.sticky) {
          ASSERT_TRUE(small < other && other < small + unit) << x << " + " << y;
        } else {
          ASSERT_EQ(small, other) << x << " + " << y;
        }
        if (!s.dual) ASSERT_GE(out.large, out.small);
        if (!out.near) continue;
        ++near;
        const double near_large = OnScale(s, out.near_large, out.exponent, s.near_bits);
        const double near_small = OnScale(s, out.near_small, out.exponent, s.near_bits);
        ASSERT_EQ(std::fabs(near_large - near_small), std::fabs(x + y)) << x << " + " << y;
      }
    }
  }
  std::printf("%zu cases, %zu near\n", cases, near);
  EXPECT_GT(cases, 500000u);
  EXPECT_GT(near, 10000u);
}

// The laws with a window of `less` bits fewer, against the reference. Half the operands are close
// to each other's negative.
std::size_t Mismatches(const Design& design, int less) {
  FpAddShape shape = FpAddShape::Derive(design);
  shape.window_bits -= less;
  // The near path has all its bits inside the window.
  shape.near_bits = std::min(shape.near_bits, shape.window_bits);
  const FpAddLaws<Word128> laws{shape};
  Reference reference(design);
  std::mt19937_64 random(1);
  constexpr int kCases = 40000;
  std::size_t mismatches = 0;
  for (int i = 0; i < kCases; ++i) {
    Operation in;
    in.a = random() & design.a.code_mask();
    in.b = random() & design.b.code_mask();
    in.r = random() & LowMask<Word64>(design.random_bits);
    if (design.a == design.b && random() % 2 == 0) {
      const std::uint64_t exponents = random() % 4 << design.a.fraction_bits;
      in.b =
          ((in.a.low() ^ design.a.sign_mask()) - exponents + random() % 4) & design.a.code_mask();
    }
    const auto sum = laws.add(laws.align(laws.unpack({in.a.low(), in.b.low()})), in.r);
    const auto out = laws.round(laws.normalize(sum), in.r);
    if (static_cast<std::uint64_t>(out.z) != reference.Operate(in).low()) ++mismatches;
  }
  return mismatches;
}

TEST(FpAddAlign, OneBitOfTheWindowFewerFails) {
  std::size_t designs = 0;
  for (const char* path : {"single", "dual"}) {
    for (const char* rounding : {"ties_to_even", "stochastic"}) {
      for (const char* operands : {"fp6_e3m2", "fp8_e4m3", "fp16", "bf16", "tf32", "fp32"}) {
        const Design same = FpAddDesign(operands, "", path, rounding);
        SCOPED_TRACE(DisplayName(same));
        EXPECT_EQ(Mismatches(same, 0), 0u);
        EXPECT_GT(Mismatches(same, 1), 0u);
        ++designs;
      }
    }
  }
  // Where the operands' last bits decide, since the result's format is narrower.
  for (const char* operands : {"fp8_e4m3", "fp16", "bf16", "fp32"}) {
    const Design narrow = FpAddDesign(operands, "fp6_e3m2", "single");
    SCOPED_TRACE(DisplayName(narrow));
    const FpAddShape shape = FpAddShape::Derive(narrow);
    ASSERT_EQ(shape.window_bits, std::max(shape.precision + 1, shape.near_bits));
    EXPECT_EQ(Mismatches(narrow, 0), 0u);
  }
  EXPECT_EQ(designs, 24u);
}

}  // namespace
}  // namespace macroscope
