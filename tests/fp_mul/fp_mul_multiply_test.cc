// The product is exact for every pair of codes of small formats, and what is not a number is told
// apart: infinity times zero, NaN times anything.
#include "models/fp_mul/fp_mul_multiply.h"

#include <gtest/gtest.h>

#include "tests/fp_mul/fp_mul_designs.h"

namespace macroscope {
namespace {

TEST(FpMulMultiply, EveryProductIsExact) {
  std::size_t cases = 0;
  for (const Design& design : SmallFpMulDesigns()) {
    const FpMulShape shape = FpMulShape::Derive(design);
    const FpMulUnpack unpack{shape};
    const FpMulMultiply<Word64> multiply{shape};
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const double x = ToDouble(design.a, a);
        const double y = ToDouble(design.b, b);
        const double product = x * y;
        const auto out = multiply(unpack({a, b}));
        ASSERT_EQ(out.nan, std::isnan(product)) << x << " * " << y;
        if (out.nan) continue;
        ASSERT_EQ(out.infinity, std::isinf(product)) << x << " * " << y;
        ASSERT_EQ(out.sign, std::signbit(product)) << x << " * " << y;
        if (out.infinity) continue;
        const double magnitude =
            std::ldexp(static_cast<double>(out.significand),
                       out.exponent - shape.accumulator.bias - (shape.product_bits - 2));
        ASSERT_EQ(magnitude, std::fabs(product)) << x << " * " << y;
        if (product == 0) continue;
        ASSERT_GE(out.exponent, shape.least_exponent);
        ASSERT_GE(BitLength(out.significand), shape.product_bits - 1);  // In [1, 4).
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

// Invalid: infinity times zero, and signalling NaNs. A quiet NaN times infinity is not, even if the
// NaN has a significand of 0.
TEST(FpMulMultiply, InvalidOperations) {
  std::size_t invalid = 0;
  for (const char* operands : {"fp8_e5m2", "p3109_k8p3se"}) {
    const Design design = FpMulDesign(operands, "fp16");
    const FpMulShape shape = FpMulShape::Derive(design);
    const FpMulUnpack unpack{shape};
    const FpMulMultiply<Word64> multiply{shape};
    const auto signals = [&](std::uint64_t code) {
      const bool ieee = design.a.specials == Specials::kIeee;
      return ieee && std::isnan(ToDouble(design.a, code)) &&
             (code >> (design.a.fraction_bits - 1) & 1) == 0;
    };
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const double x = ToDouble(design.a, a);
        const double y = ToDouble(design.b, b);
        const bool created = std::isnan(x * y) && !std::isnan(x) && !std::isnan(y);
        const auto out = multiply(unpack({a, b}));
        ASSERT_EQ(out.nan && out.infinity, created || signals(a) || signals(b))
            << operands << ": " << a << " * " << b;
        invalid += out.nan && out.infinity ? 1 : 0;
      }
    }
  }
  EXPECT_GT(invalid, 1000u);
}

}  // namespace
}  // namespace macroscope
