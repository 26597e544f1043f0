// Every pair of codes of small posits: the terms keep their values, the larger one whole, and the
// one that is shifted loses bits only where sticky says so.
#include "models/posit_add/posit_add_align.h"

#include <gtest/gtest.h>

#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositAddAlign, EveryPairKeepsItsValues) {
  std::size_t cases = 0, lossy = 0;
  for (const std::string& operands : SmallPosits()) {
    const Design design = PositDesign("posit_add", operands, "posit8_2");
    const PositShape s = PositShape::Derive(design);
    const PositUnpack unpack{s};
    const PositAddAlign align{s};
    SCOPED_TRACE(operands);
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const double x = ToDouble(design.a, a), y = ToDouble(design.b, b);
        const PositSort::Out out = align(unpack({a, b}));
        ASSERT_EQ(out.nar, std::isnan(x) || std::isnan(y));
        if (out.nar) continue;
        const double unit = std::ldexp(1.0, out.scale - s.window_bits);
        const double large = static_cast<double>(out.large) * unit;
        const double small = static_cast<double>(out.small) * unit;
        const bool b_is_large = large == std::fabs(y) && std::fabs(y) > std::fabs(x);
        const double other = std::fabs(b_is_large ? x : y);
        ASSERT_EQ(large, std::fabs(b_is_large ? y : x)) << a << ", " << b;
        ASSERT_TRUE(small <= other && other < small + unit) << a << ", " << b;
        ASSERT_EQ(out.sticky, small != other) << a << ", " << b;
        ASSERT_EQ(out.sign, b_is_large ? y < 0 : x < 0) << a << ", " << b;
        ASSERT_EQ(out.subtract, (x < 0) != (y < 0)) << a << ", " << b;
        lossy += out.sticky ? 1 : 0;
      }
    }
  }
  std::printf("%zu cases, %zu with lost bits\n", cases, lossy);
  EXPECT_GT(cases, 90'000u);
  EXPECT_GT(lossy, 10'000u);
}

}  // namespace
}  // namespace macroscope
