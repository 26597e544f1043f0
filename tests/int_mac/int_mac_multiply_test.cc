// The product is that of the factors, for every code, and never needs more than its bits.
#include "models/int_mac/int_mac_multiply.h"

#include <gtest/gtest.h>

#include "tests/int_mac/int_mac_designs.h"

namespace macroscope {
namespace {

TEST(IntMacMultiply, ProductOfTheFactorsFitsItsBits) {
  std::size_t cases = 0;
  for (const Design& design : SmallIntMacDesigns()) {
    const IntMacShape shape = IntMacShape::Derive(design);
    const IntMacUnpack unpack{shape};
    const IntMacMultiply<Word64> multiply{shape};
    const int n = shape.fixed.product_bits;
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

TEST(IntMacMultiply, OneBitFewerCannotHoldTheLargestProduct) {
  for (const Design& design : SmallIntMacDesigns()) {
    const int n = IntMacShape::Derive(design).fixed.product_bits;
    std::int64_t least = 0, greatest = 0;
    const IntMacShape shape = IntMacShape::Derive(design);
    const IntMacUnpack unpack{shape};
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
