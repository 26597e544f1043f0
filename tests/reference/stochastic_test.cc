// Stochastic rounding: as many of all dice round up as the discarded bits say.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

// How many of the 2^bits dice take `value` away from zero, from `low` to `low` + 1.
int CountUp(double value, const Format& to, std::uint64_t low, int bits) {
  int up = 0;
  for (std::uint64_t dice = 0; dice < std::uint64_t{1} << bits; ++dice) {
    const std::uint64_t code =
        Quantize(value, to, Rounding::kStochastic, Overflow::kSaturate, dice, bits).code &
        ~to.sign_mask();
    EXPECT_TRUE(code == low || code == low + 1) << value << ' ' << code;
    up += code == low + 1;
  }
  return up;
}

TEST(Stochastic, RoundsUpAsOftenAsTheFractionSays) {
  const Format format = Catalogue().Find("fp8_e4m3");
  constexpr int kBits = 6;
  int cases = 0;
  for (int sixty_fourths = 0; sixty_fourths < 64; ++sixty_fourths) {
    const double fraction = sixty_fourths / 64.0;
    // Between 1 and 1.125, between two subnormals, and at the step into the next binade.
    EXPECT_EQ(CountUp(1 + fraction / 8, format, 0x38, kBits), sixty_fourths);
    EXPECT_EQ(CountUp(-(1 + fraction / 8), format, 0x38, kBits), sixty_fourths);
    EXPECT_EQ(CountUp((2 + fraction) * 0x1p-9, format, 0x02, kBits), sixty_fourths);
    EXPECT_EQ(CountUp(1.875 + fraction / 8, format, 0x3F, kBits), sixty_fourths);
    // What is below the dice's last bit is cut off.
    EXPECT_EQ(CountUp(1 + (fraction + 0.01) / 8, format, 0x38, kBits), sixty_fourths);
    cases += 5 * 64;
  }
  std::printf("%d conversions\n", cases);
}

TEST(Stochastic, CoversTheGapOfAFormatWithoutSubnormals) {
  Format format = Catalogue().Find("fp8_e4m3");
  format.has_subnormals = false;
  const double least = 1.125 * 0x1p-7;  // Code 1: exponent field 0 holds normal numbers.
  for (int sixteenths = 0; sixteenths < 16; ++sixteenths) {
    const double value = least * sixteenths / 16;
    if (value != 0) {
      EXPECT_EQ(CountUp(value, format, 0, 4), sixteenths);
    }
  }
}

TEST(Stochastic, RoundsIntegersAndIgnoresDiceAboveItsBits) {
  const Format int8 = Catalogue().Find("int8");
  EXPECT_EQ(CountUp(5.75, int8, 5, 4), 12);
  EXPECT_EQ(Quantize(5.75, int8, Rounding::kStochastic, Overflow::kSaturate, 0xF0, 4).code, 5U);
  EXPECT_EQ(Quantize(5.75, int8, Rounding::kStochastic, Overflow::kSaturate, ~0ULL, 64).code, 6U);
  EXPECT_THROW(Quantize(5.75, int8, Rounding::kStochastic, Overflow::kSaturate, 0, 65),
               std::invalid_argument);
}

TEST(Stochastic, IsNoRoundingOfDotProducts) {
  Reference reference(MakeDesign("fp_fma", "fp16", "fp16", "stochastic"));
  const std::uint64_t one[] = {0x3C00};
  EXPECT_THROW(reference.Dot(one, one), std::invalid_argument);
}

}  // namespace
}  // namespace macroscope
