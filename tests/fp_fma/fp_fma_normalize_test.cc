// Normalizing keeps the value: significand, guard and sticky are the sum's at the exponent given,
// as far up as the least exponent allows. For every sum of small windows at every exponent.
#include "models/fp_fma/fp_fma_normalize.h"

#include <gtest/gtest.h>

#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaNormalize, EverySumAtEveryExponent) {
  std::size_t cases = 0;
  for (const char* accumulator : {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3"}) {
    const FpFmaShape shape = FpFmaShape::Derive(FpFmaDesign("fp4_e2m1", accumulator));
    const FpFmaNormalize<Word64> normalize{shape};
    const int p = shape.precision;
    for (int exponent = 1; exponent < 1 << shape.exponent_bits; ++exponent) {
      for (std::uint64_t sum = 0; sum < std::uint64_t{1} << shape.sum_bits(); ++sum) {
        for (bool sticky : {false, true}) {
          FpFmaNormalize<Word64>::In in;
          in.exponent = exponent;
          in.sum = sum;
          in.sticky = sticky;
          const auto out = normalize(in);
          const bool normal = (out.significand >> (p - 1)) != 0;
          ASSERT_EQ(normal, out.exponent != 0);
          // Values in units of 2^-(window_bits) at exponent 0, so that all are integers.
          const double value = std::ldexp(static_cast<double>(sum), exponent);
          const int place = (normal ? out.exponent : 1) - (p - 1) + shape.window_bits;
          const double kept = std::ldexp(static_cast<double>(out.significand), place) +
                              std::ldexp(static_cast<double>(out.guard), place - shape.guard_bits);
          ASSERT_LE(kept, value);
          ASSERT_LT(value, kept + std::ldexp(1.0, place - shape.guard_bits));
          ASSERT_EQ(out.sticky, sticky || kept != value);
          ++cases;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 5000u);
}

}  // namespace
}  // namespace macroscope
