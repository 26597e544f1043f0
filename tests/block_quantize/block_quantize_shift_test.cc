// Significand, guard and sticky are the value over its scale, cut at the element's places, for
// every pair of a largest value and another of small formats.
#include "models/block_quantize/block_quantize_shift.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/block_quantize/block_quantize_laws.h"
#include "tests/block_quantize/quantize_designs.h"

namespace macroscope {
namespace {

class BlockQuantizeShiftTest : public testing::Test {
 protected:
  // Expects `placed` to be `magnitude` cut below its guard bit, in units of 2^quantum.
  static void ExpectCut(const BlockQuantizeShift::Placed& placed, double magnitude, int quantum) {
    const auto kept = static_cast<double>(placed.significand << 1 | placed.guard);
    const double exact = std::ldexp(magnitude, 1 - quantum);
    EXPECT_EQ(kept, std::floor(exact)) << magnitude;
    EXPECT_EQ(placed.sticky, kept != exact) << magnitude;
  }
};

TEST_F(BlockQuantizeShiftTest, CutsEveryValueAtItsElementsPlaces) {
  std::size_t cases = 0;
  for (const Design& design : ShapedDesigns()) {
    if (design.a.width_bits() > 8) continue;
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    const BlockQuantizeScale scale{s};
    const BlockQuantizeShift shift(s);
    const Format& element = s.z.block.element;
    const int bias = s.z.block.scale_is_exponent ? 0 : s.z.block.scale.bias;
    const int width = design.a.width_bits();
    for (std::uint64_t top = 1; top <= design.a.max_finite(); ++top) {
      for (std::uint64_t code = 0; code <= design.a.max_finite(); ++code) {
        WideCodes in;
        in.a.Insert(0, width, top);
        in.a.Insert(2 * width, width, code | design.a.sign_mask());
        const auto scaled = scale(largest(unpack(in)));
        const auto out = shift(scaled);
        ASSERT_EQ(out.scale, scaled.scale);
        const BlockQuantizeShift::Placed& placed = out.lanes[2];
        const int micro = s.sub_blocks > 0 ? scaled.scale.micro[1] : 0;
        const Decoded d = Decode(design.a, code);
        const double magnitude = std::ldexp(static_cast<double>(d.significand),
                                            d.exponent - (scaled.scale.code - bias) + micro);
        EXPECT_TRUE(placed.sign);
        const int quantum = element.min_quantum_exponent();
        if (element.is_floating()) {
          ExpectCut(placed, magnitude, quantum + std::max(0, placed.exponent - 1));
          const bool normal = magnitude >= std::ldexp(1.0, quantum + element.fraction_bits);
          EXPECT_EQ(placed.exponent > 0, normal) << magnitude;
        } else {
          const bool beyond = magnitude >= std::ldexp(1.0, quantum + s.lane.precision);
          EXPECT_EQ(placed.exponent, int{beyond}) << magnitude;
          if (!beyond) ExpectCut(placed, magnitude, quantum);
        }
        ++cases;
        if (HasFailure()) return;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500'000u);
}

// The same of quotients: what is kept times the scale is not above the value, and a unit more is.
TEST_F(BlockQuantizeShiftTest, CutsEveryQuotientAtItsElementsPlaces) {
  std::size_t cases = 0;
  for (const Design& design : DividingDesigns()) {
    if (design.a.width_bits() > 8) continue;
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeLaws laws(s);
    const Format& element = s.z.block.element;
    const int width = design.a.width_bits();
    for (std::uint64_t top = 1; top <= design.a.max_finite(); ++top) {
      for (std::uint64_t code = 0; code <= top; ++code) {
        WideCodes in;
        in.a.Insert(0, width, top);
        in.a.Insert(2 * width, width, code);
        const auto divided = laws.divide(laws.scale(laws.largest(laws.unpack(in))));
        if (divided.scale.clear) continue;
        const auto placed = laws.shift({.lanes = divided.lanes, .scale = divided.scale}).lanes[2];
        const Decoded by = Decode(s.z.block.scale, static_cast<std::uint64_t>(divided.scale.code));
        const double scale = std::ldexp(static_cast<double>(by.significand), by.exponent);
        const Decoded d = Decode(design.a, code);
        const double value = std::ldexp(static_cast<double>(d.significand), d.exponent);
        const int quantum = element.min_quantum_exponent() +
                            (element.is_floating() ? std::max(0, placed.exponent - 1) : 0);
        const double guard = std::ldexp(1.0, quantum - 1);
        if (element.is_integer() && placed.exponent != 0) {
          const int bits = BitLength(Decode(element, element.max_finite()).significand);
          EXPECT_GE(value, std::ldexp(1.0, quantum + bits) * scale);
        } else {
          const double kept = static_cast<double>(placed.significand << 1 | placed.guard) * guard;
          EXPECT_LE(kept * scale, value);
          EXPECT_LT(value, (kept + guard) * scale);
          EXPECT_EQ(placed.sticky, kept * scale != value);
        }
        if (element.is_floating()) {
          const double normal =
              std::ldexp(1.0, element.min_quantum_exponent() + element.fraction_bits);
          EXPECT_EQ(placed.exponent > 0, value >= normal * scale);
        }
        ++cases;
        if (HasFailure()) return;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 30'000u);
}

}  // namespace
}  // namespace macroscope
