// A scaled term is the group's sum, or the product with its microexponents, times both scales; a
// scale of zero keeps the sign, and makes no number of an infinity.
#include "models/block_dot/block_dot_scale.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

TEST(BlockDotScale, TermsTimesScales) {
  std::size_t cases = 0, zero_scales = 0, nan_scales = 0;
  for (const char* text :
       {"operands=mxfp4 lanes=4 block=2 accumulator=fp16", "operands=mx4 lanes=4 accumulator=fp16",
        "operands=mx4,mx6 lanes=4 block=2 rounding=toward_negative", "operands=mxfp8_e5m2 lanes=1",
        "operands=mxfp8_e5m2 lanes=2 accumulator=fixed+1", "operands=mxfp8_e5m2,nvfp4 lanes=1",
        "operands=fp8_e5m2,nvfp4 lanes=2", "operands=fp8_e5m2,nvfp4 lanes=2 accumulator=fixed+1",
        "operands=nvfp4 lanes=4 block=2", "operands=nvfp4 lanes=2 accumulator=fixed+2",
        "operands=nvfp4,vsq4 lanes=2", "operands=vsq4 lanes=4 rounding=toward_negative",
        "operands=vsq4 lanes=1 accumulator=fixed+2", "operands=flex16_5 lanes=2",
        "operands=mx4 lanes=4 reduction=fp_tree accumulator=fp16",
        "operands=nvfp4 lanes=4 block=2 reduction=fp_tree terms=products",
        "operands=mxfp8_e5m2 lanes=4 accumulator=fp16 reduction=max_exponent window=20",
        "operands=mxfp8_e5m2,nvfp4 lanes=4 accumulator=fp16 reduction=max_exponent window=20 "
        "terms=products",
        "operands=mx4,nvfp4 lanes=4 accumulator=fp16 reduction=max_exponent window=20 "
        "terms=blocks"}) {
    const Design design = DotDesign(text);
    const BlockDotShape shape = BlockDotShape::Derive(design);
    const BlockDotLaws<Word128> laws(shape);
    cases += ForOperands(design, 10000, [&](const WideCodes& codes) {
      const auto products = laws.multiply(laws.unpack(codes));
      const auto out = shape.sums_groups ? laws.scale(laws.reduce(products)) : laws.scale(products);
      ASSERT_EQ(std::ssize(out.terms), shape.scaled.count);
      for (int i = 0; i < shape.scaled.count; ++i) {
        const Worth worth =
            shape.sums_groups ? WorthOfGroup(design, codes, i) : WorthOfLane(design, codes, i);
        const DotTerm<Word128>& term = out.terms[i];
        ASSERT_EQ(term.flags, worth.flags) << "term " << i;
        ASSERT_TRUE(term.magnitude >> shape.scaled.magnitude_bits == 0) << "term " << i;
        const double value = ToDouble(shape.scaled, term);
        ASSERT_EQ(value, worth.value) << "term " << i;
        if (!shape.is_fixed && term.flags == 0) ASSERT_TRUE(Same(value, worth.value)) << i;
        if (value != 0) ASSERT_LE(term.exponent, shape.scaled.greatest_exponent);
        const double scale = ScaleOf(design.dot, codes, i * (shape.lanes / shape.scaled.count));
        zero_scales += scale == 0;
        nan_scales += std::isnan(scale);
      }
    });
  }
  std::printf("%zu cases, %zu scales zero, %zu NaN\n", cases, zero_scales, nan_scales);
  EXPECT_GT(cases, 150000u);
  EXPECT_GT(zero_scales, 3000u);
  EXPECT_GT(nan_scales, 3000u);
}

}  // namespace
}  // namespace macroscope
