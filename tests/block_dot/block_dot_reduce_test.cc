// Every group's sum is that of its products and microexponents in integers, zeros' signs included.
#include "models/block_dot/block_dot_reduce.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

TEST(BlockDotReduce, SumsOfProducts) {
  std::size_t cases = 0, zeros = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp16",
        "operands=fp4_e2m1 lanes=2 accumulator=fp16 rounding=toward_negative",
        "operands=int4 lanes=2 accumulator=fp16",
        "operands=int4 lanes=2 accumulator=fp16 rounding=toward_negative",
        "operands=smag3,uint3 lanes=3 accumulator=fp16",
        "operands=smag3 lanes=4 accumulator=fp16 rounding=toward_negative",
        "operands=smag3 lanes=2 accumulator=fixed+1",
        "operands=fp4_e2m1 lanes=1 accumulator=fixed+0",
        "operands=fp8_e5m2 lanes=4 accumulator=fixed+1",
        "operands=fp8_e5m2 lanes=1 accumulator=fixed+0",
        "operands=fp8_e5m2 lanes=4 accumulator=fp16",
        "operands=fp8_e5m2,int4 lanes=3 accumulator=fp16",
        "operands=mxfp4 lanes=4 block=2",
        "operands=mx4 lanes=4",
        "operands=mx4 lanes=4 rounding=toward_negative",
        "operands=mx4,mx6 lanes=4 accumulator=fixed+2",
        "operands=mx4,mxfp8_e5m2 lanes=4",
        "operands=vsq4 lanes=4",
        "operands=vsq4 lanes=4 block=2 accumulator=fixed+2",
        "operands=nvfp4 lanes=4 accumulator=fp16 reduction=max_exponent window=20"
        " terms=blocks"}) {
    const Design design = DotDesign(text);
    const BlockDotShape shape = BlockDotShape::Derive(design);
    ASSERT_TRUE(shape.sums_groups) << text;
    const BlockDotLaws<Word128> laws(shape);
    cases += ForOperands(design, 10000, [&](const WideCodes& codes) {
      const auto out = laws.reduce(laws.multiply(laws.unpack(codes)));
      ASSERT_EQ(std::ssize(out.terms), design.dot.groups());
      for (int group = 0; group < design.dot.groups(); ++group) {
        const GroupTotal total = TotalOf(design, codes, group);
        const DotTerm<Word128>& term = out.terms[group];
        ASSERT_EQ(shape.sums.lsb_exponent, total.least);
        ASSERT_EQ(term.exponent, 0);
        ASSERT_EQ(term.flags, total.flags);
        const int bits = shape.sums.magnitude_bits;
        ASSERT_TRUE(term.magnitude >> bits == 0) << "wider than " << bits;
        const auto magnitude = static_cast<__int128>(term.magnitude);
        const __int128 sum = shape.sums.is_signed ? Extended(term.magnitude, bits)
                             : term.sign          ? -magnitude
                                                  : magnitude;
        ASSERT_TRUE(sum == total.sum) << "group " << group;
        // No word has the sign of a fixed-point zero, and none asks for that of a NaN.
        if (sum != 0 || shape.is_fixed || term.flags != 0) continue;
        ASSERT_EQ(term.sign, total.zero_sign) << "group " << group;
        ++zeros;
      }
    });
  }
  std::printf("%zu cases, %zu zeros\n", cases, zeros);
  EXPECT_GT(cases, 300000u);
  EXPECT_GT(zeros, 10000u);
}

}  // namespace
}  // namespace macroscope
