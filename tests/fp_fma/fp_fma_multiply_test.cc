// The product's value, and what is not a number, for every pair of codes of the small formats.
#include "models/fp_fma/fp_fma_multiply.h"

#include <gtest/gtest.h>

#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaMultiply, EveryPairOfCodes) {
  std::size_t cases = 0;
  for (const Design& design : SmallFpFmaDesigns()) {
    const FpFmaShape shape = FpFmaShape::Derive(design);
    const FpFmaUnpack unpack{shape};
    const FpFmaMultiply<Word64> multiply{shape};
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto out = multiply(unpack({a, b}));
        const double expected = ToDouble(design.a, a) * ToDouble(design.b, b);  // exact
        ASSERT_EQ(out.nan, std::isnan(expected)) << DisplayName(design) << " " << a << " " << b;
        ASSERT_EQ(out.infinity && !out.nan, std::isinf(expected));  // with nan: invalid
        if (out.nan) continue;
        ASSERT_EQ(out.sign, std::signbit(expected));
        if (out.infinity) continue;
        const double value =
            std::ldexp(static_cast<double>(out.significand),
                       out.exponent - shape.accumulator.bias - (shape.product_bits - 2));
        ASSERT_EQ(out.sign ? -value : value, expected)
            << DisplayName(design) << " " << a << " " << b;
        if (expected == 0) ASSERT_EQ(out.exponent, multiply.zero_exponent);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

}  // namespace
}  // namespace macroscope
