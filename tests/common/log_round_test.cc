// A corrected logarithm as a code, for every logarithm and correction: nearest step, ends of the
// range, zero.
#include "models/common/log_round.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogRound, EveryLogarithmAndCorrection) {
  std::size_t cases = 0, zeros = 0, ends = 0;
  for (const char* name : {"lns8_3", "flagged", "twos", "magnitudes"}) {
    const Design design = LogDesign("log_add", name, "", "interpolate");
    const LogSumShape shape = LogSumShape::Derive(design, 9, 9);
    ASSERT_GT(shape.guard_bits, 0);
    const LogRound<Word64> round{shape};
    const LogLayout& log = design.a.log;
    for (std::int64_t larger = -256; larger < 256; ++larger) {
      for (std::uint64_t correction = 0; correction < 64; ++correction) {
        for (const bool subtract : {false, true}) {
          ++cases;
          const auto z = round({.sign = design.a.has_sign,
                                .log = larger,
                                .subtract = subtract,
                                .zero = false,
                                .correction = correction})
                             .z;
          // In 2^-guard_bits of a step; halves go away from the larger term's logarithm.
          const auto unit = std::int64_t{1} << shape.guard_bits;
          std::int64_t steps = 0;
          while ((2 * steps + 1) * unit <= 2 * static_cast<std::int64_t>(correction)) ++steps;
          const std::int64_t sum = subtract ? larger - steps : larger + steps;
          const LogNumber number = DecodeLog(design.a, z);
          if (sum < log.least_steps()) {
            ASSERT_EQ(z, design.a.zero_code()) << name << ' ' << larger;
            ++zeros;
            continue;
          }
          ASSERT_EQ(number.number_class, NumberClass::kNormal) << name << ' ' << larger;
          ASSERT_EQ(number.negative, design.a.has_sign);
          ASSERT_EQ(number.steps, std::min(sum, log.greatest_steps()));
          ends += sum > log.greatest_steps();
        }
      }
    }
    const auto none = round({.sign = true, .log = 3, .subtract = true, .zero = true}).z;
    EXPECT_EQ(none, design.a.zero_code());
  }
  std::printf("%zu cases, %zu zeros, %zu beyond the greatest\n", cases, zeros, ends);
  EXPECT_GT(zeros, 10000u);
  EXPECT_GT(ends, 10000u);
}

// A logarithm that is finer than a step: halves go up, whether the correction is added or taken.
TEST(LogRound, EveryFineLogarithmAndCorrection) {
  std::size_t cases = 0, zeros = 0, ends = 0, halves = 0;
  for (const char* name : {"lns8_3", "lns8_4", "magnitudes", "twos"}) {
    const Design design = LogDesign("log_add", name, "", "cotransform");
    const LogSumShape shape = LogSumShape::Derive(design, 9, 9);
    ASSERT_GT(shape.log_guard_bits(), 0) << name;
    const LogRound<Word64> round{shape};
    const LogLayout& log = design.a.log;
    const std::int64_t unit = std::int64_t{1} << shape.guard_bits;
    for (std::int64_t fine = -256 * unit; fine < 256 * unit; ++fine) {
      for (std::int64_t correction = 0; correction < 64; ++correction) {
        for (const bool subtract : {false, true}) {
          ++cases;
          const auto z = round({.sign = false,
                                .log = fine,
                                .subtract = subtract,
                                .zero = false,
                                .correction = static_cast<std::uint64_t>(correction)})
                             .z;
          const auto exact = static_cast<double>(subtract ? fine - correction : fine + correction) /
                             static_cast<double>(unit);
          const auto sum = static_cast<std::int64_t>(std::floor(exact + 0.5));
          halves += exact + 0.5 == std::floor(exact + 0.5);
          if (sum < log.least_steps()) {
            ASSERT_EQ(z, design.a.zero_code()) << name << ' ' << fine;
            ++zeros;
            continue;
          }
          ASSERT_EQ(DecodeLog(design.a, z).steps, std::min(sum, log.greatest_steps()));
          ends += sum > log.greatest_steps();
        }
      }
    }
  }
  std::printf("%zu cases, %zu halves, %zu zeros, %zu beyond the greatest\n", cases, halves, zeros,
              ends);
  EXPECT_GT(halves, 10000u);
  EXPECT_GT(zeros, 10000u);
  EXPECT_GT(ends, 10000u);
}

}  // namespace
}  // namespace macroscope
