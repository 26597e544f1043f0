// Normalizing keeps the value of every sum of small formats, down to what sticky remembers, at the
// place that the result's exponent says, on both paths.
#include "models/fp_add/fp_add_normalize.h"

#include <gtest/gtest.h>

#include "models/fp_add/fp_add_laws.h"
#include "tests/fp_add/fp_add_designs.h"

namespace macroscope {
namespace {

TEST(FpAddNormalize, EverySumKeepsItsValue) {
  std::size_t cases = 0;
  std::size_t subnormal = 0;
  for (const Design& design : SmallFpAddDesigns()) {
    const FpAddLaws<Word64> laws{design};
    const FpAddShape& s = laws.shape;
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const double x = ToDouble(design.a, a);
        const double y = ToDouble(design.b, b);
        if (!IsExactSum(x, y)) continue;
        const double sum = std::fabs(x + y);
        ++cases;
        const auto out = laws.normalize(laws.add(laws.align(laws.unpack({a, b})), 0));
        const int exponent = out.exponent == 0 ? 1 : out.exponent;
        const double unit = std::ldexp(1.0, exponent - s.accumulator.bias - (s.precision - 1));
        const double last = std::ldexp(unit, -s.guard_bits);
        const double kept =
            static_cast<double>(out.significand) * unit + static_cast<double>(out.guard) * last;
        // What tells tininess after rounding is asked of subnormal results only.
        const double gap = out.exponent == 0 ? last : std::ldexp(unit, -1);
        if (out.sticky) {
          ASSERT_TRUE(kept < sum && sum < kept + gap) << a << " + " << b;
        } else {
          ASSERT_EQ(kept, sum) << a << " + " << b;
        }
        ASSERT_EQ(BitLength(out.significand) == s.precision, out.exponent != 0);
        subnormal += out.exponent == 0 && sum != 0 ? 1 : 0;
      }
    }
  }
  std::printf("%zu cases, %zu subnormal\n", cases, subnormal);
  EXPECT_GT(cases, 500000u);
  EXPECT_GT(subnormal, 10000u);
}

}  // namespace
}  // namespace macroscope
