// The sum is that of all parts in integers, in the bits that there are for it; a sum of zero has
// the sign of its parts, or the direction's where they differ.
#include "models/block_dot/block_dot_add.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

TEST(BlockDotAdd, SumOfParts) {
  std::size_t cases = 0, zeros = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2",
        "operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2 rounding=toward_negative",
        "operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2 join=after",
        "operands=fp8_e5m2 lanes=4 accumulator=fp16 reduction=max_exponent window=10 "
        "alignment=sticky",
        "operands=fp8_e5m2 lanes=3 accumulator=fp8_e4m3 reduction=max_exponent window=8 "
        "rounding=toward_negative",
        "operands=int4 lanes=4 reduction=max_exponent window=3 join=after",
        "operands=mxfp4 lanes=4 block=2 accumulator=fp8_e5m2 reduction=max_exponent window=5 "
        "terms=blocks",
        "operands=vsq4 lanes=2 accumulator=fp16"}) {
    const Design design = DotDesign(text);
    const BlockDotShape shape = BlockDotShape::Derive(design);
    const BlockDotAdd<Word64> add(shape);
    const WindowShape& w = shape.window;
    Random random(1);
    for (int i = 0; i < 50000; ++i, ++cases) {
      BlockDotAdd<Word64>::In in;
      in.exponent = static_cast<int>(random.Below(1u << w.exponent_bits));
      in.specials = {random.Below(8) == 0, random.Below(8) == 0, random.Below(2) == 0};
      __int128 sum = 0;
      bool any_negative = false, all_negative = true;
      // All bits of a part, or few, so that sums are zero often; ones alone are the greatest.
      const int bits = random.Below(2) == 0 ? w.term_bits() : 1;
      for (int part = 0; part < w.all_terms(); ++part) {
        const bool sign = random.Below(2) != 0;
        const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
        const std::uint64_t magnitude = i % 16 == 0 ? mask : random.Next() & mask;
        in.parts.push_back({sign, magnitude});
        sum += sign ? -static_cast<__int128>(magnitude) : static_cast<__int128>(magnitude);
        any_negative |= sign;
        all_negative &= sign;
      }
      const auto out = add(in);
      const bool sign_of_zero =
          design.rounding == Rounding::kTowardNegative ? any_negative : all_negative;
      ASSERT_EQ(out.sign, sum == 0 ? sign_of_zero : sum < 0) << text;
      ASSERT_TRUE(static_cast<__int128>(out.sum) == (sum < 0 ? -sum : sum)) << text;
      ASSERT_EQ(out.sum >> w.sum_bits(), 0u) << text;
      ASSERT_EQ(out.exponent, in.exponent);
      ASSERT_EQ(out.specials, in.specials);
      zeros += sum == 0;
    }
  }
  std::printf("%zu cases, %zu sums of zero\n", cases, zeros);
  EXPECT_GE(cases, 400000u);
  EXPECT_GT(zeros, 40000u);
}

}  // namespace
}  // namespace macroscope
