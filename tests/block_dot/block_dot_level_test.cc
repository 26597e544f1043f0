// A levelled term has the same value, and its top bit set or none.
#include "models/block_dot/block_dot_level.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

TEST(BlockDotLevel, SameValueAndTopBit) {
  std::size_t cases = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp16", "operands=fp4_e2m1 lanes=1 accumulator=fp16",
        "operands=int4 lanes=2 accumulator=fp16", "operands=smag3 lanes=2 accumulator=fp16",
        "operands=fp8_e5m2 lanes=1 accumulator=fp16", "operands=fp8_e5m2 lanes=2",
        "operands=mxfp4 lanes=4", "operands=mx4 lanes=4", "operands=nvfp4 lanes=4 block=2",
        "operands=vsq4 lanes=4"}) {
    const Design design = DotDesign(text);
    const BlockDotShape shape = BlockDotShape::Derive(design);
    ASSERT_TRUE(shape.levels) << text;
    const TermShape& before = shape.gathers       ? shape.gathered
                              : shape.has_scale   ? shape.scaled
                              : shape.sums_groups ? shape.sums
                                                  : shape.products;
    const BlockDotLevel<Word128> level{shape};
    const int bits = shape.leveled.magnitude_bits;
    ASSERT_EQ(bits, before.magnitude_bits);
    Random random(1);
    for (int i = 0; i < 20000; ++i, ++cases) {
      // At most 53 bits, anywhere.
      const int length = static_cast<int>(random.Below(std::min(bits, 53) + 1));
      Word128 magnitude = length == 0 ? 0 : random.Next() >> (64 - length);
      magnitude <<= random.Below(bits - length + 1);
      const DotTerm<Word128> term{
          .sign = random.Below(2) != 0,
          .exponent = static_cast<int>(random.Below(before.greatest_exponent + 1)),
          .magnitude = magnitude,
          .flags = random.Below(8)};
      const auto out = level(term);
      ASSERT_EQ(out.terms.size(), 1u);
      const DotTerm<Word128>& leveled = out.terms.front();
      ASSERT_EQ(leveled.flags, term.flags);
      ASSERT_TRUE(Same(ToDouble(shape.leveled, leveled), ToDouble(before, term))) << text;
      ASSERT_TRUE(leveled.magnitude >> (bits - 1) == (magnitude == 0 ? 0 : 1)) << text;
      ASSERT_LE(leveled.exponent, shape.leveled.greatest_exponent);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GE(cases, 200000u);
}

}  // namespace
}  // namespace macroscope
