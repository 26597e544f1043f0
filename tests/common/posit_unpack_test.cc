// Every code keeps its value, its significand in [1, 2): of every posit of 3 to 10 bits.
#include "models/common/posit_unpack.h"

#include <gtest/gtest.h>

#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

void ExpectKeepsValue(const Format& f, std::uint64_t code) {
  SCOPED_TRACE(f.name + " " + std::to_string(code));
  const PositOperandShape shape = PositOperandShape::Derive(f);
  const PositOperand::Out out = PositOperand{shape}(code);
  const Decoded decoded = Decode(f, code);
  ASSERT_EQ(out.nar, decoded.number_class == NumberClass::kNan);
  ASSERT_GE(out.scale, -(1 << (shape.scale_bits - 1)));
  ASSERT_LT(out.scale, 1 << (shape.scale_bits - 1));
  if (decoded.number_class != NumberClass::kNormal) {
    ASSERT_EQ(out.significand, 0u);
    ASSERT_EQ(out.scale, shape.zero_scale);
    return;
  }
  ASSERT_EQ(out.sign, decoded.negative);
  ASSERT_EQ(BitLength(out.significand), shape.significand_bits);
  const int bits = BitLength(decoded.significand);
  ASSERT_EQ(out.scale, decoded.exponent + bits - 1);
  ASSERT_EQ(out.significand, decoded.significand << (shape.significand_bits - bits));
  ASSERT_GT(out.scale, shape.zero_scale);
  ASSERT_LE(out.scale, shape.greatest_scale);
}

TEST(PositUnpack, EveryCodeKeepsItsValue) {
  std::size_t cases = 0;
  const Catalogue catalogue;
  for (int width = 3; width <= 10; ++width) {
    for (int exponent = 0; exponent <= std::min(width, 9); ++exponent) {
      const Format f = catalogue.FindAlternative(PositName(width, exponent));
      for (std::uint64_t code = 0; code <= f.code_mask(); ++code, ++cases) {
        ExpectKeepsValue(f, code);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 15'000u);
}

TEST(PositUnpack, BothOperandsByTheirOwnFormat) {
  const PositUnpack unpack{
      PositShape::Derive(PositDesign("posit_mul", "posit8_0,posit5_2", "posit8_0"))};
  const PositUnpack::Out out = unpack({0x50, 0x18});  // 1.5 and -2^0 of 5 bits
  EXPECT_EQ(out.a.significand, 0b110000u);
  EXPECT_EQ(out.a.scale, 0);
  EXPECT_TRUE(out.b.sign);
  EXPECT_EQ(out.b.significand, 1u);
  EXPECT_EQ(out.b.scale, 0);
}

}  // namespace
}  // namespace macroscope
