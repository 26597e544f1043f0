// The product is that of the factors, for every code, and never needs more than its bits.
#include "models/common/integer_multiply.h"

#include <gtest/gtest.h>

#include "tests/common/integer_designs.h"

namespace macroscope {
namespace {

TEST(IntegerMultiply, ProductOfTheFactorsFitsItsBits) {
  std::size_t cases = 0;
  for (const Design& design : SmallIntegerDesigns()) {
    const IntegerShape shape = IntegerShape::Derive(design);
    const IntegerUnpack unpack{shape};
    const IntegerMultiply<Word64> multiply{shape};
    const int n = shape.product_bits;
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto factors = unpack({a, b});
        const auto out = multiply(factors);
        auto product = static_cast<std::int64_t>(out.product);
        if ((out.product >> (n - 1) & 1) != 0) product -= std::int64_t{1} << n;
        ASSERT_EQ(product, FactorValue(shape, factors.a, shape.a_bits) *
                               FactorValue(shape, factors.b, shape.b_bits))
            << DisplayName(design) << " a " << a << " b " << b;
        ASSERT_EQ(out.negate, factors.negate);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 2000u);
}

TEST(IntegerMultiply, OneBitFewerCannotHoldTheLargestProduct) {
  for (const Design& design : SmallIntegerDesigns()) {
    const int n = IntegerShape::Derive(design).product_bits;
    std::int64_t least = 0, greatest = 0;
    const IntegerShape shape = IntegerShape::Derive(design);
    const IntegerUnpack unpack{shape};
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const auto f = unpack({a, b});
        const std::int64_t magnitude =
            FactorValue(shape, f.a, shape.a_bits) * FactorValue(shape, f.b, shape.b_bits);
        const std::int64_t product = f.negate ? -magnitude : magnitude;
        least = std::min(least, product);
        greatest = std::max(greatest, product);
      }
    }
    const std::int64_t half = std::int64_t{1} << (n - 1);
    EXPECT_TRUE(least >= -half && greatest < half) << DisplayName(design);
    EXPECT_FALSE(least >= -half / 2 && greatest < half / 2) << DisplayName(design);
  }
}

}  // namespace
}  // namespace macroscope
