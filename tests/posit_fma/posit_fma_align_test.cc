// Every triple of codes of tiny posits: product and addend keep their values, and the one that is
// shifted loses bits only where sticky says so.
#include "models/posit_fma/posit_fma_align.h"

#include <gtest/gtest.h>

#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositFmaAlign, EveryTripleKeepsItsValues) {
  std::size_t cases = 0, lossy = 0;
  for (const char* operands :
       {"posit3_0", "posit4_1", "posit5_0", "posit5_2", "posit3_2,posit5_1"}) {
    for (const char* result : {"posit4_0", "posit6_2"}) {
      const Design design = PositDesign("posit_fma", operands, result);
      const PositShape s = PositShape::Derive(design);
      const PositUnpack unpack{s};
      const PositFmaAlign align{s};
      const Format& f = design.accumulator.format;
      SCOPED_TRACE(DisplayName(design));
      for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
        for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
          const double p = ToDouble(design.a, a) * ToDouble(design.b, b);
          for (std::uint64_t c = 0; c <= f.code_mask(); ++c, ++cases) {
            const double y = ToDouble(f, c);
            const PositSort::Out out =
                align({.product = PositMultiply()(unpack({a, b})), .addend = c});
            ASSERT_EQ(out.nar, std::isnan(p) || std::isnan(y));
            if (out.nar) continue;
            const double unit = std::ldexp(1.0, out.scale - s.window_bits);
            const double large = static_cast<double>(out.large) * unit;
            const double small = static_cast<double>(out.small) * unit;
            const bool c_is_large = large != std::fabs(p);
            const double other = std::fabs(c_is_large ? p : y);
            ASSERT_EQ(large, std::fabs(c_is_large ? y : p)) << a << ", " << b << ", " << c;
            ASSERT_TRUE(small <= other && other < small + unit) << a << ", " << b << ", " << c;
            ASSERT_EQ(out.sticky, small != other) << a << ", " << b << ", " << c;
            lossy += out.sticky ? 1 : 0;
          }
        }
      }
    }
  }
  std::printf("%zu cases, %zu with lost bits\n", cases, lossy);
  EXPECT_GT(cases, 200'000u);
  EXPECT_GT(lossy, 1'000u);
}

}  // namespace
}  // namespace macroscope
