// Every input of the last stage, of small elements, in every direction: the element nearest to the
// number, and every part of the result at its place.
#include "models/block_quantize/block_quantize_round.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/reference/quantize.h"
#include "tests/block_quantize/quantize_designs.h"

namespace macroscope {
namespace {

TEST(BlockQuantizeRound, EveryInputIsRounded) {
  std::size_t cases = 0;
  const Catalogue catalogue;
  for (const std::string& block : PowerOfTwoBlocks()) {
    if (block == "flex16_5") continue;  // Its elements are wide, and those of mxint8 of one kind.
    for (const Design& design : InEverySemantics(QuantizeText("fp32", block), catalogue)) {
      const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
      SCOPED_TRACE(DisplayName(design));
      const BlockQuantizeRound round(s);
      const Format& element = s.z.block.element;
      const Overflow overflow = design.overflow;
      const std::uint64_t hidden = std::uint64_t{1} << (s.lane.precision - 1);
      const int exponents = element.is_floating() ? 1 << s.lane.shifted_exponent_bits : 1;
      for (int exponent = 0; exponent + 1 < exponents || exponent == 0; ++exponent) {
        for (std::uint64_t significand = 0; significand < 2 * hidden; ++significand) {
          // Floating: a hidden bit with an exponent, none without.
          if (element.is_floating() && (significand >= hidden) != (exponent > 0)) continue;
          for (int rest = 0; rest < 8; ++rest) {
            BlockQuantizeShift::Placed placed;
            placed.sign = (rest & 4) != 0;
            placed.exponent = exponent;
            placed.significand = significand;
            placed.guard = static_cast<std::uint64_t>(rest >> 1 & 1);
            placed.sticky = (rest & 1) != 0;
            const double magnitude =
                std::ldexp(static_cast<double>(significand * 4 + (rest & 3)),
                           element.min_quantum_exponent() + std::max(exponent - 1, 0) - 2);
            double value = placed.sign ? -magnitude : magnitude;
            if (s.is_symmetric_twos()) {
              const double most = std::ldexp(static_cast<double>(element.max_finite()),
                                             element.min_quantum_exponent());
              value = std::clamp(value, -most, most);
            }
            std::uint64_t expected = Quantize(value, element, design.rounding, overflow).code;
            if (element.is_integer() && expected == element.sign_mask()) expected = 0;
            ASSERT_EQ(round.ElementOf(placed), expected) << value;
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 50'000u);
}

TEST(BlockQuantizeRound, JoinsThePartsAsBlockDotTakesThem) {
  const Design design = ParseDesign(QuantizeText("fp32", "mx6"), Catalogue());
  const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
  BlockQuantizeShift::Out in;
  in.lanes.resize(static_cast<std::size_t>(s.lanes));
  in.scale.micro.resize(static_cast<std::size_t>(s.sub_blocks), 0);
  for (std::size_t i = 0; i < in.lanes.size(); ++i) in.lanes[i].significand = i;
  in.scale.micro[3] = 1;
  in.scale.code = 0x5a;
  const BlockQuantizeRound round(s);
  // mx6: 16 elements of 5 bits, 8 microexponents, the scale.
  const Bits z = round(in).z;
  for (int i = 0; i < 16; ++i) {
    EXPECT_EQ(z.Extract(5 * i, 5), static_cast<std::uint64_t>(i)) << i;
  }
  EXPECT_EQ(z.Extract(80, 8), 0x08u);
  EXPECT_EQ(z.Extract(88, 8), 0x5au);
  // Cleared, the scale stays.
  in.scale.clear = true;
  in.scale.micro[3] = 0;
  EXPECT_EQ(round(in).z.Extract(0, 64), 0u);
  EXPECT_EQ(round(in).z.Extract(64, 24), 0u);
  EXPECT_EQ(round(in).z.Extract(88, 8), 0x5au);
}

}  // namespace
}  // namespace macroscope
