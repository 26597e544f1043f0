// Every lane's product is that of its elements' values, zeros' signs and what is not a number
// included; every group's scale is the product of both; every lift what microexponents leave.
#include "models/block_dot/block_dot_multiply.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

// The weight of a scale's last bit at exponent 0.
int ScaleLsb(const LaneOperand& operand) {
  if (!operand.is_block()) return 0;
  const Format& f = operand.block.scale;
  if (operand.block.scale_is_exponent) return -(1 << (f.width_bits() - 1));
  return f.is_floating() ? -f.bias - f.fraction_bits : -f.point_bits;
}

TEST(BlockDotMultiply, ProductsOfValues) {
  std::size_t cases = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp16", "operands=int4 lanes=2 accumulator=fp16",
        "operands=int4 lanes=1 accumulator=fp16", "operands=smag3,uint3 lanes=3 accumulator=fp16",
        "operands=smag3 lanes=2 accumulator=fixed+1", "operands=fp8_e5m2 lanes=1 accumulator=fp16",
        "operands=fp8_e4m3 lanes=1 accumulator=fp16",
        "operands=fp8_e5m2,int4 lanes=3 accumulator=fp16", "operands=mxfp4 lanes=4 block=2",
        "operands=mx4 lanes=4", "operands=mx4,mxfp8_e5m2 lanes=4", "operands=nvfp4 lanes=4 block=2",
        "operands=vsq4 lanes=4", "operands=nvfp4,vsq4 lanes=4", "operands=flex16_5 lanes=2"}) {
    const Design design = DotDesign(text);
    const DotProduct& dot = design.dot;
    const BlockDotShape shape = BlockDotShape::Derive(design);
    const BlockDotUnpack unpack(shape);
    const BlockDotMultiply<Word64> multiply(shape);
    const int most_micro = (1 << dot.a.micro_bits()) + (1 << dot.b.micro_bits()) - 2;
    cases += ForOperands(design, 5000, [&](const WideCodes& codes) {
      const auto out = multiply(unpack(codes));
      ASSERT_EQ(std::ssize(out.terms), dot.lanes);
      for (int i = 0; i < dot.lanes; ++i) {
        const double product = ProductOf(dot, codes, i);
        ASSERT_EQ(out.terms[i].flags, FlagOf(product)) << "lane " << i;
        if (!std::isfinite(product)) {
          ASSERT_EQ(out.terms[i].magnitude, 0u) << "lane " << i;
          continue;
        }
        const double value = ToDouble(shape.products, out.terms[i]);
        // Integers' zeros have their sign beside them.
        ASSERT_TRUE(shape.integer_lanes ? value == product : Same(value, product)) << "lane " << i;
        const int lift = shape.lifts > 0 ? out.lifts[i / shape.lift_lanes] : most_micro;
        ASSERT_EQ(lift, most_micro - MicroOf(dot, codes, i)) << "lane " << i;
      }
      ASSERT_EQ(std::ssize(out.scales), dot.has_scale() ? dot.groups() : 0);
      for (std::size_t group = 0; group < out.scales.size(); ++group) {
        const double scale = ScaleOf(dot, codes, group * dot.group_lanes());
        ASSERT_EQ(out.scales[group].nan, std::isnan(scale)) << "group " << group;
        if (std::isnan(scale)) continue;
        ASSERT_EQ(std::ldexp(static_cast<double>(out.scales[group].factor),
                             out.scales[group].exponent + ScaleLsb(dot.a) + ScaleLsb(dot.b)),
                  scale)
            << "group " << group;
      }
    });
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 200000u);
}

}  // namespace
}  // namespace macroscope
