// Every code keeps its value, normalized: for every format of at most 8 bits.
#include "models/fp_fma/fp_fma_unpack.h"

#include <gtest/gtest.h>

#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaUnpack, EveryCodeKeepsItsValueAndIsNormalized) {
  std::size_t cases = 0;
  for (const Design& design : SmallFpFmaDesigns()) {
    const FpFmaShape shape = FpFmaShape::Derive(design);
    const FpFmaUnpack unpack{shape};
    const Format& f = design.a;
    const int bits = shape.a.significand_bits;
    const int bias = f.is_floating() ? f.bias : f.point_bits - (f.significand_bits() - 1);
    for (std::uint64_t code = 0; code <= f.code_mask(); ++code, ++cases) {
      const auto out = unpack({code, 0}).a;
      const Decoded d = Decode(f, code);
      SCOPED_TRACE(f.name + " " + std::to_string(code));
      ASSERT_EQ(out.nan, d.number_class == NumberClass::kNan);
      ASSERT_EQ(out.infinity && !out.nan, d.number_class == NumberClass::kInfinity);
      ASSERT_GE(out.exponent, shape.a.least_exponent);
      ASSERT_LE(out.exponent, shape.a.greatest_exponent);
      if (!d.is_finite()) continue;
      ASSERT_EQ(out.sign, d.negative);
      ASSERT_TRUE(out.significand == 0 || BitLength(out.significand) == bits);
      const double value =
          std::ldexp(static_cast<double>(out.significand), out.exponent - bias - (bits - 1));
      ASSERT_EQ(out.sign ? -value : value, ToDouble(d));
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 4000u);
}

}  // namespace
}  // namespace macroscope
