// Sum and sign against plain integers, for every pair of terms of a small window: with sticky the
// true magnitude lies strictly between the sum and the next.
#include "models/fp_fma/fp_fma_add.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaAdd, EveryPairOfTerms) {
  std::size_t cases = 0;
  for (const Rounding rounding : {Rounding::kTiesToEven, Rounding::kTowardNegative}) {
    const FpFmaShape shape = FpFmaShape::Derive(FpFmaDesign("fp4_e2m1", "fp4_e2m1", rounding));
    const FpFmaAdd<Word64> add{shape};
    for (std::uint64_t large = 0; large < std::uint64_t{1} << shape.term_bits(); ++large) {
      for (std::uint64_t small = 0; small < std::uint64_t{1} << shape.term_bits(); ++small) {
        for (int bits = 0; bits < 8; ++bits, ++cases) {
          const bool sign = (bits & 1) != 0, subtract = (bits & 2) != 0, sticky = (bits & 4) != 0;
          FpFmaAdd<Word64>::In in;
          in.sign = sign;
          in.subtract = subtract;
          in.exponent = 1;
          in.large = large;
          in.small = small;
          in.sticky = sticky;
          const auto out = add(in, /*r=*/0);
          // In thirds of a unit, one of them standing for the bits that were lost.
          const auto x = static_cast<std::int64_t>(3 * large);
          const auto y = static_cast<std::int64_t>(3 * small) + (sticky ? 1 : 0);
          std::int64_t total = subtract ? x - y : x + y;
          if (sign) total = -total;
          const std::int64_t magnitude = std::abs(total);
          ASSERT_EQ(static_cast<std::int64_t>(out.sum), magnitude / 3);
          ASSERT_EQ(out.sticky, magnitude % 3 != 0);
          if (total != 0) {
            ASSERT_EQ(out.sign, total < 0);
          } else {
            ASSERT_EQ(out.sign, subtract ? rounding == Rounding::kTowardNegative : sign);
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 50000u);
}

}  // namespace
}  // namespace macroscope
