// Quotients are the values over the scale, cut, for every pair of a largest value and another of
// small formats; and what divides them, for every pair of small significands.
#include "models/block_quantize/block_quantize_divide.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/block_quantize/quantize_designs.h"
#include "tests/common/to_double.h"

namespace macroscope {
namespace {

TEST(SignificandDivide, EveryPairOfSmallSignificands) {
  std::size_t cases = 0;
  for (int dividend_bits = 1; dividend_bits <= 9; ++dividend_bits) {
    for (int divisor_bits = 1; divisor_bits <= 5; ++divisor_bits) {
      for (int quotient_bits = 1; quotient_bits <= 8; ++quotient_bits) {
        const SignificandDivide divide{dividend_bits, divisor_bits, quotient_bits};
        for (std::uint64_t x = 0; x < std::uint64_t{1} << dividend_bits; ++x) {
          for (std::uint64_t y = std::uint64_t{1} << (divisor_bits - 1);
               y < std::uint64_t{1} << divisor_bits; ++y) {
            const SignificandDivide::Out out = divide(x, y);
            // All exact: q * y <= x < (q + 1) * y, in the quotient's units.
            const double value = std::ldexp(static_cast<double>(x), 1 - dividend_bits);
            const double divisor = std::ldexp(static_cast<double>(y), 1 - divisor_bits);
            const double unit = std::ldexp(1.0, 1 - quotient_bits);
            const double kept = static_cast<double>(out.quotient) * unit;
            ASSERT_LE(kept * divisor, value) << x << " / " << y;
            ASSERT_LT(value, (kept + unit) * divisor) << x << " / " << y;
            ASSERT_EQ(out.sticky, kept * divisor != value) << x << " / " << y;
            ASSERT_LT(out.quotient, std::uint64_t{1} << quotient_bits);
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 200'000u);
}

TEST(BlockQuantizeDivide, EveryQuotientIsTheValueOverTheScale) {
  std::size_t cases = 0;
  for (const Design& design : DividingDesigns()) {
    if (design.a.width_bits() > 8) continue;
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    const BlockQuantizeScale scale(s);
    const BlockQuantizeDivide divide(s);
    const int width = design.a.width_bits();
    const int lowest = QuotientShape::LowestExponent(s.z.block.element);
    for (std::uint64_t top = 1; top <= design.a.max_finite(); ++top) {
      for (std::uint64_t code = 0; code <= top; ++code) {
        WideCodes in;
        in.a.Insert(0, width, top);
        in.a.Insert(2 * width, width, code | design.a.sign_mask());
        const auto scaled = scale(largest(unpack(in)));
        const auto out = divide(scaled);
        ASSERT_EQ(out.scale, scaled.scale);
        const QuantizedLane& lane = out.lanes[2];
        ASSERT_TRUE(lane.sign);
        ASSERT_GE(lane.exponent, 1);
        ASSERT_LT(lane.exponent, 1 << s.quotient_exponent_bits);
        ASSERT_LT(lane.significand, std::uint64_t{1} << s.lane.significand_bits);
        if (scaled.scale.clear) continue;
        const double by = ToDouble(s.z.block.scale, static_cast<std::uint64_t>(scaled.scale.code));
        const double value = ToDouble(design.a, code);
        // The quotient's last place, under the sticky bit's.
        const int height = lane.exponent + s.height_offset;
        const double unit = std::ldexp(1.0, height + lowest + 2 - s.lane.significand_bits);
        const double kept = static_cast<double>(lane.significand >> 1) * unit;
        ASSERT_LE(kept * by, value);
        ASSERT_LT(value, (kept + unit) * by);
        ASSERT_EQ((lane.significand & 1) != 0, kept * by != value);
        // The heights that the next stage is as wide as, for which a zero has none.
        if (code != 0) {
          ASSERT_GE(height, s.least_height);
          ASSERT_LE(height, s.greatest_height);
        }
        ++cases;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 30'000u);
}

}  // namespace
}  // namespace macroscope
