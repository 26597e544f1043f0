// Aligned and added, every pair of codes of small posits keeps its sum, down to what sticky
// remembers: the true magnitude is the sum, or between it and one unit more.
#include "models/common/posit_sum.h"

#include <gtest/gtest.h>

#include "models/posit_add/posit_add_align.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositSum, EverySumKeepsItsValue) {
  std::size_t cases = 0, lossy = 0;
  for (const std::string& operands : SmallPosits()) {
    const Design design = PositDesign("posit_add", operands, "posit8_2");
    const PositShape s = PositShape::Derive(design);
    const PositUnpack unpack{s};
    const PositAddAlign align{s};
    SCOPED_TRACE(operands);
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const double sum = ToDouble(design.a, a) + ToDouble(design.b, b);
        const PositSum::Out out = PositSum()(align(unpack({a, b})));
        ASSERT_EQ(out.nar, std::isnan(sum)) << a << " + " << b;
        if (out.nar) continue;
        const double unit = std::ldexp(1.0, out.scale - s.window_bits);
        const double kept = static_cast<double>(out.sum) * unit;
        if (out.sticky) {
          ++lossy;
          ASSERT_TRUE(kept < std::fabs(sum) && std::fabs(sum) < kept + unit) << a << " + " << b;
        } else {
          ASSERT_EQ(kept, std::fabs(sum)) << a << " + " << b;
        }
        if (sum != 0) ASSERT_EQ(out.sign, sum < 0) << a << " + " << b;
        ASSERT_EQ(out.sum == 0, sum == 0) << a << " + " << b;
        ASSERT_LE(BitLength(out.sum), s.sum_bits());
      }
    }
  }
  std::printf("%zu cases, %zu with lost bits\n", cases, lossy);
  EXPECT_GT(cases, 90'000u);
  EXPECT_GT(lossy, 10'000u);
}

}  // namespace
}  // namespace macroscope
