// A normalized sum has the same value up to what guard and sticky say of the bits below, its
// leading bit at the top unless it is subnormal; and that is when the exponent is 0.
#include "models/block_dot/block_dot_normalize.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

using Normalize = BlockDotNormalize<Word128>;

void ExpectNormalized(const WindowShape& w, const Normalize::In& in, const Normalize::Out& out) {
  ASSERT_EQ(out.sign, in.sign);
  ASSERT_TRUE(out.nan == in.specials.nan && out.infinity == in.specials.infinity);
  ASSERT_EQ(out.infinity_sign, in.specials.infinity_sign);
  ASSERT_EQ(out.significand >> w.precision, 0u);
  ASSERT_LE(out.guard, 1u);
  // Both in units of the last bit that the sum has, or the guard bit.
  const int sum_lsb = in.exponent - w.fraction_bits - (w.sticky ? 1 : 0);
  const int guard_lsb = std::max(out.exponent, 1) - w.precision;
  const Word128 kept = 2 * Word128{out.significand} + out.guard;
  const int down = guard_lsb - sum_lsb;
  if (in.sum == 0) {
    ASSERT_TRUE(kept == 0 && !out.sticky);
  } else if (down <= 0) {
    ASSERT_TRUE(kept == in.sum << -down);
    ASSERT_FALSE(out.sticky);
  } else {
    const Word128 whole = down > 127 ? 0 : in.sum >> down;
    ASSERT_TRUE(kept == whole);
    ASSERT_EQ(out.sticky, down > 127 || whole << down != in.sum);
  }
  // The least normal number is 2^1 at exponent 0.
  int top = sum_lsb - 1;
  for (Word128 rest = in.sum; rest != 0; rest >>= 1) ++top;
  const bool is_normal = in.sum != 0 && top >= 1;
  ASSERT_EQ(out.exponent != 0, is_normal);
  ASSERT_EQ(out.significand >> (w.precision - 1) != 0, is_normal);
  ASSERT_GE(out.exponent, 0);
}

TEST(BlockDotNormalize, KeepsTheValue) {
  std::size_t cases = 0, subnormals = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2",
        "operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2 join=after",
        "operands=fp4_e2m1 lanes=2 accumulator=fp16", "operands=int4 lanes=2 accumulator=fp8_e4m3",
        "operands=smag3 lanes=4 accumulator=fp8_e5m2 reduction=max_exponent window=2",
        "operands=fp8_e5m2 lanes=4 accumulator=fp16 reduction=max_exponent window=10 "
        "alignment=sticky",
        "operands=fp8_e5m2 lanes=2 accumulator=fp8_e5m2 join=after",
        "operands=mxfp4 lanes=4 block=2 accumulator=fp16 reduction=max_exponent window=5 "
        "terms=blocks join=after",
        "operands=nvfp4 lanes=4 accumulator=fp32", "operands=vsq4 lanes=4 accumulator=fp16",
        "operands=mx4 lanes=4 accumulator=fp8_e5m2 reduction=fp_tree"}) {
    const BlockDotShape shape = BlockDotShape::Derive(DotDesign(text));
    const WindowShape& w = shape.window;
    SCOPED_TRACE(text);
    const Normalize normalize(shape);
    const int exponents = (1 << w.exponent_bits) - 1;
    const bool all = w.sum_bits() <= 12 && exponents <= 64;
    const std::size_t count = all ? std::size_t(exponents) << w.sum_bits() : 50000;
    Random random(1);
    for (std::size_t i = 0; i < count; ++i, ++cases) {
      Normalize::In in{.exponent = 1};
      if (all) {
        in.exponent += static_cast<int>(i >> w.sum_bits());
        in.sum = i & ((std::size_t{1} << w.sum_bits()) - 1);
      } else {
        // Of any length; exponents where sums are subnormal in every other case.
        const int length = static_cast<int>(random.Below(w.sum_bits() + 1));
        const Word128 bits = Word128{random.Next()} << 64 | random.Next();
        in.sum = length == 0 ? 0 : bits >> (128 - length);
        in.exponent +=
            static_cast<int>(random.Below(i % 2 == 0 ? std::min(exponents, 20) : exponents));
      }
      in.sign = random.Below(2) != 0;
      in.specials = {random.Below(8) == 0, random.Below(8) == 0, random.Below(2) != 0};
      const auto out = normalize(in);
      ExpectNormalized(w, in, out);
      if (testing::Test::HasFatalFailure()) {
        FAIL() << "exponent " << in.exponent << " sum " << static_cast<std::uint64_t>(in.sum);
      }
      subnormals += out.exponent == 0;
    }
  }
  std::printf("%zu cases, %zu subnormal\n", cases, subnormals);
  EXPECT_GT(cases, 300000u);
  EXPECT_GT(subnormals, 30000u);
}

}  // namespace
}  // namespace macroscope
