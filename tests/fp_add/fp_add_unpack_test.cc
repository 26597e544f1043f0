// Every code keeps its value on the common scale of exponents, and where operands are normalized,
// zeros get the least exponent: for every pair of small formats.
#include "models/fp_add/fp_add_unpack.h"

#include <gtest/gtest.h>

#include "tests/fp_add/fp_add_designs.h"

namespace macroscope {
namespace {

void ExpectKeepsValue(const FpAddShape& s, const Format& f, std::uint64_t code,
                      const OperandUnpack::Out& out) {
  SCOPED_TRACE(f.name + " " + std::to_string(code));
  const double value = ToDouble(f, code);
  ASSERT_EQ(out.nan, std::isnan(value));
  ASSERT_GE(out.exponent, s.least_exponent);
  ASSERT_LT(out.exponent, 1 << s.exponent_bits);
  if (!std::isfinite(value)) return;
  ASSERT_EQ(out.sign, std::signbit(value));
  ASSERT_EQ(OnScale(s, out.significand, out.exponent, f.fraction_bits), std::fabs(value));
  // Where nothing is normalized, only terms of the least exponent have leading zeros.
  if (s.normalizes && value == 0) ASSERT_EQ(out.exponent, 0);
  const bool leads = BitLength(out.significand) == f.fraction_bits + 1;
  if (s.normalizes && value != 0) ASSERT_TRUE(leads);
  if (!s.normalizes && !leads) ASSERT_EQ(out.exponent, s.least_exponent);
}

TEST(FpAddUnpack, EveryCodeKeepsItsValue) {
  std::size_t cases = 0;
  for (const Design& design : SmallFpAddDesigns()) {
    const FpAddShape shape = FpAddShape::Derive(design);
    const FpAddUnpack unpack{shape};
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a, ++cases) {
      ExpectKeepsValue(shape, design.a, a, unpack({a, 0}).a);
    }
    for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
      ExpectKeepsValue(shape, design.b, b, unpack({0, b}).b);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 10000u);
}

}  // namespace
}  // namespace macroscope
