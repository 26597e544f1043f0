// The product is exact for every pair of codes of small posits, and NaR times anything is NaR.
#include "models/common/posit_multiply.h"

#include <gtest/gtest.h>

#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositMultiply, EveryProductIsExact) {
  std::size_t cases = 0;
  for (const std::string& operands : SmallPosits()) {
    const Design design = PositDesign("posit_mul", operands, "posit8_0");
    const PositShape s = PositShape::Derive(design);
    const PositUnpack unpack{s};
    SCOPED_TRACE(operands);
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const double product = ToDouble(design.a, a) * ToDouble(design.b, b);
        const PositMultiply::Out out = PositMultiply()(unpack({a, b}));
        ASSERT_EQ(out.nar, std::isnan(product)) << a << " * " << b;
        ASSERT_LT(std::abs(2 * out.scale + 1), 1 << s.product_scale_bits);
        if (out.nar) continue;
        if (product == 0) {
          ASSERT_EQ(out.significand, 0u);
          continue;
        }
        ASSERT_EQ(out.sign, product < 0);
        ASSERT_GE(BitLength(out.significand), s.product_bits - 1);
        ASSERT_EQ(
            std::ldexp(static_cast<double>(out.significand), out.scale - (s.product_bits - 2)),
            std::fabs(product))
            << a << " * " << b;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 90'000u);
}

}  // namespace
}  // namespace macroscope
