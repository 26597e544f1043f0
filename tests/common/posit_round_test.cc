// Every scale from below the least number to above the greatest, every significand and sticky bit:
// what the reference rounds to, for posits of 3 to 8 bits and every exponent size.
#include "models/common/posit_round.h"

#include <gtest/gtest.h>

#include "models/reference/rounding.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

std::uint64_t Expected(const Format& f, const PositShape& s, const PositRound::In& in) {
  if (in.nar) return f.canonical_nan();
  if (in.significand == 0) return 0;
  BigInteger value, scratch;
  // A sticky bit is a quarter of the last place, anywhere below a half.
  mpz_set_ui(value, 4 * in.significand + (in.sticky ? 1 : 0));
  if (in.sign) mpz_neg(value, value);
  return RoundToPosit(value, in.scale - (s.kept_bits - 1) - 2, f, scratch).code;
}

TEST(PositRound, EveryInputGoesToTheNearestCode) {
  std::size_t cases = 0;
  for (int width = 3; width <= 8; ++width) {
    for (int exponent = 0; exponent <= width; ++exponent) {
      const Design design = PositDesign("posit_mul", PositName(width, exponent));
      const Format& f = design.accumulator.format;
      const PositShape s = PositShape::Derive(design);
      const PositRound round{s};
      SCOPED_TRACE(f.name);
      const std::uint64_t hidden = std::uint64_t{1} << (s.kept_bits - 1);
      const int most = 2 * s.z.greatest_scale + 1;
      for (int scale = -most; scale <= most; ++scale) {
        for (std::uint64_t fraction = 0; fraction < hidden; ++fraction) {
          for (const bool sticky : {false, true}) {
            for (const bool sign : {false, true}) {
              ++cases;
              const PositRound::In in{sign, scale, hidden | fraction, sticky, false};
              ASSERT_EQ(round(in).z, Expected(f, s, in)) << scale << " " << fraction;
            }
          }
        }
      }
      for (const bool sign : {false, true}) {
        EXPECT_EQ(round({sign, 3, 0, false, false}).z, 0u);
        EXPECT_EQ(round({sign, 3, hidden, false, true}).z, f.canonical_nan());
        EXPECT_EQ(round({sign, 3, 0, false, true}).z, f.canonical_nan());
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 100'000u);
}

}  // namespace
}  // namespace macroscope
