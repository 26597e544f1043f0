// Every code keeps its value, normalized: of every format of at most 8 bits, on either side.
#include "models/fp_mul/fp_mul_unpack.h"

#include <gtest/gtest.h>

#include "tests/fp_mul/fp_mul_designs.h"

namespace macroscope {
namespace {

void ExpectKeepsValue(const Format& f, const NormalizedShape& shape, std::uint64_t code,
                      const OperandUnpack::Out& out) {
  SCOPED_TRACE(f.name + " " + std::to_string(code));
  const double value = ToDouble(f, code);
  ASSERT_EQ(out.nan, std::isnan(value));
  ASSERT_EQ(out.infinity && !out.nan, std::isinf(value));
  ASSERT_LE(out.exponent, shape.greatest_exponent);
  ASSERT_GE(out.exponent, -(1 << (shape.exponent_bits - 1)));
  if (!std::isfinite(value)) return;
  ASSERT_EQ(out.sign, std::signbit(value));
  ASSERT_TRUE(out.significand == 0 || BitLength(out.significand) == shape.significand_bits);
  if (out.significand != 0) ASSERT_GE(out.exponent, shape.least_exponent);
  const double magnitude = std::ldexp(static_cast<double>(out.significand),
                                      out.exponent - shape.bias - (shape.significand_bits - 1));
  ASSERT_EQ(magnitude, std::fabs(value));
}

TEST(FpMulUnpack, EveryCodeKeepsItsValueAndIsNormalized) {
  std::size_t cases = 0;
  std::vector<std::string> names = {"int8", "uint8", "smag8", "int2", "q3.4"};
  const Catalogue catalogue;
  for (const Format& f : catalogue.formats()) {
    if (f.is_floating() && f.width_bits() <= 8) names.push_back(f.name);
  }
  for (const std::string& name : names) {
    const FpMulShape shape = FpMulShape::Derive(FpMulDesign(name, "fp16"));
    const FpMulUnpack unpack{shape};
    const Format& f = shape.design.a;
    for (std::uint64_t code = 0; code <= f.code_mask(); ++code, ++cases) {
      ExpectKeepsValue(f, shape.a, code, unpack({code, 0}).a);
      ExpectKeepsValue(f, shape.b, code, unpack({0, code}).b);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 4000u);
}

}  // namespace
}  // namespace macroscope
