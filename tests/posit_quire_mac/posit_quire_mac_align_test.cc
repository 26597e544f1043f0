// Every product of small posits stands at its place in the quire, whole.
#include "models/posit_quire_mac/posit_quire_mac_align.h"

#include <gtest/gtest.h>

#include "models/common/wide_word.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositQuireMacAlign, EveryProductIsAtItsPlace) {
  std::size_t cases = 0;
  for (const std::string& operands : SmallPosits()) {
    const Design design = PositDesign("posit_quire_mac", operands, "fixed+3");
    const PositShape s = PositShape::Derive(design);
    const PositUnpack unpack{s};
    const PositQuireMacAlign<WordWide> align{s};
    SCOPED_TRACE(operands);
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const double product = ToDouble(design.a, a) * ToDouble(design.b, b);
        const auto out = align(PositMultiply()(unpack({a, b})));
        ASSERT_EQ(out.nar, std::isnan(product));
        if (out.nar) {
          ASSERT_EQ(out.product, 0);
          continue;
        }
        if (product != 0) ASSERT_EQ(out.negate, product < 0);
        ASSERT_EQ(std::ldexp(out.product.convert_to<double>(), s.quire_scale), std::fabs(product))
            << a << " * " << b;
        ASSERT_LT(BitLength(out.product), s.fixed.product_bits);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 90'000u);
}

}  // namespace
}  // namespace macroscope
