// The fields of every lane's element and of every scale have the value of its code, wherever it
// stands in its word; what is not a number is told apart.
#include "models/block_dot/block_dot_unpack.h"

#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

void ExpectElement(const Format& f, const OperandUnpack::Out& out, double value) {
  ASSERT_EQ(out.nan, std::isnan(value));
  ASSERT_EQ(out.infinity, std::isinf(value));
  if (out.nan) return;
  ASSERT_EQ(out.sign, std::signbit(value));
  if (out.infinity) return;
  const int lsb = f.is_floating() ? out.exponent - f.bias - f.fraction_bits : -f.point_bits;
  ASSERT_EQ(std::ldexp(static_cast<double>(out.significand), lsb), std::fabs(value));
}

// In two's complement for a signed multiplier, else a magnitude.
void ExpectFactor(const Format& f, bool is_signed, std::uint64_t factor, int bits, double value) {
  const auto integer = is_signed ? Extended(factor, bits) : static_cast<__int128>(factor);
  const double expected = std::ldexp(is_signed ? value : std::fabs(value), f.point_bits);
  ASSERT_EQ(static_cast<double>(integer), expected);
}

void ExpectScales(const LaneOperand& operand, const UnpackedScales& out, const Bits& word) {
  ASSERT_EQ(std::ssize(out.scales), operand.scales());
  ASSERT_EQ(std::ssize(out.micro), operand.microexponents());
  for (int i = 0; i < operand.scales(); ++i) {
    const double value = ScaleOf(operand, word, i * operand.scaled_lanes());
    const auto& scale = out.scales[i];
    ASSERT_EQ(scale.nan, std::isnan(value));
    if (scale.nan) continue;
    const Format& f = operand.block.scale;
    const int lsb = operand.block.scale_is_exponent ? -(1 << (f.width_bits() - 1))
                    : f.is_floating()               ? -f.bias - f.fraction_bits
                                                    : -f.point_bits;
    ASSERT_EQ(std::ldexp(static_cast<double>(scale.factor), scale.exponent + lsb), value);
  }
  for (int i = 0; i < operand.microexponents(); ++i) {
    ASSERT_EQ(out.micro[i], MicroOf(operand, word, i * operand.micro_lanes()));
  }
}

TEST(BlockDotUnpack, FieldsHaveTheValuesOfTheirCodes) {
  std::size_t cases = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp16", "operands=int4 lanes=2 accumulator=fp16",
        "operands=smag3,uint3 lanes=3 accumulator=fp16 rounding=toward_negative",
        "operands=smag3 lanes=2 accumulator=fixed+1", "operands=fp8_e5m2 lanes=1 accumulator=fp16",
        "operands=fp8_e5m2,int4 lanes=3 accumulator=fp16", "operands=mxfp4 lanes=4 block=2",
        "operands=mx4 lanes=4", "operands=mx4,mxfp8_e5m2 lanes=4", "operands=nvfp4 lanes=4 block=2",
        "operands=vsq4 lanes=4", "operands=flex16_5 lanes=2",
        "operands=fp4_e2m1 lanes=2 accumulator=fp16 reduction=fp_tree subnormals=flush_inputs",
        "operands=fp8_e5m2,int4 lanes=3 accumulator=fp16 reduction=fp_tree subnormals=flush"}) {
    const Design design = DotDesign(text);
    const DotProduct& dot = design.dot;
    const BlockDotShape shape = BlockDotShape::Derive(design);
    const BlockDotUnpack unpack(shape);
    cases += ForOperands(design, 5000, [&](const WideCodes& codes) {
      const auto out = unpack(codes);
      ASSERT_EQ(std::ssize(out.integers) + std::ssize(out.lanes), dot.lanes);
      for (int i = 0; i < dot.lanes; ++i) {
        const double a = ElementOf(design, dot.a, codes.a, i);
        const double b = ElementOf(design, dot.b, codes.b, i);
        if (!shape.integer_lanes) {
          ExpectElement(design.a, out.lanes[i].a, a);
          ExpectElement(design.b, out.lanes[i].b, b);
          continue;
        }
        const bool is_signed = shape.integer.signed_multiplier;
        const IntegerUnpack::Out& lane = out.integers[i];
        ASSERT_EQ(lane.negate, !is_signed && std::signbit(a) != std::signbit(b));
        ExpectFactor(design.a, is_signed, lane.a, shape.integer.a_bits, a);
        ExpectFactor(design.b, is_signed, lane.b, shape.integer.b_bits, b);
      }
      for (std::size_t group = 0; group < out.zero_sign.size(); ++group) {
        ASSERT_EQ(out.zero_sign[group], TotalOf(design, codes, group).zero_sign);
      }
      ExpectScales(dot.a, out.a, codes.a);
      ExpectScales(dot.b, out.b, codes.b);
    });
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 200000u);
}

}  // namespace
}  // namespace macroscope
