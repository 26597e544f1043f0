// Differences of short distances as sums, for every distance: by doubles both parts add up to the
// difference, the logarithm takes all its bits, and everything else passes.
#include "models/common/log_cotransform.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

class EveryDistance : public testing::TestWithParam<std::pair<std::string, std::string>> {
 protected:
  EveryDistance()
      : design_(LogDesign("log_add", GetParam().first, "", "cotransform", GetParam().second)),
        log_bits_(LogBits(design_.a)),
        cotransform_{LogSumShape::Derive(design_, log_bits_, log_bits_)} {}

  const LogSumShape& shape() const { return cotransform_.shape; }
  const Cotransformation& split() const { return shape().tables->cotransformation; }
  std::uint64_t distances() const { return std::uint64_t{1} << shape().distance_bits; }
  std::int64_t unit() const { return std::int64_t{1} << shape().guard_bits; }

  Design design_;
  int log_bits_;
  LogCotransform cotransform_;
};
INSTANTIATE_TEST_SUITE_P(LogCotransform, EveryDistance,
                         testing::ValuesIn(std::vector<std::pair<std::string, std::string>>{
                             {"lns8_3", ""},
                             {"lns8_3", "correct"},
                             {"lns8_4", "2"},
                             {"cubes", ""},
                             {"lns12_6", ""},
                             {"lns16_10", ""}}));

TEST_P(EveryDistance, OfADifferenceIsASum) {
  const double steps = design_.a.log.steps_per_octave;
  std::size_t sums = 0, single = 0;
  for (std::uint64_t d = 1; d >> split().split_bits == 0; ++d) {
    for (const std::int64_t log : {-7, 0, 3}) {
      const auto out = cotransform_(
          {.sign = true, .log = log, .distance = d, .subtract = true, .near = true, .zero = false});
      ASSERT_TRUE(out.sign && !out.subtract && !out.zero);
      ASSERT_LT(out.distance, distances());
      double sum = static_cast<double>(out.log) / static_cast<double>(unit());
      double rounded = 0.5 / static_cast<double>(unit());
      if (out.near) {
        sum += steps * std::log2(1 + std::exp2(-static_cast<double>(out.distance) / steps));
        rounded += 0.25;  // At most half of what the distance is rounded by.
        ++sums;
      } else {
        // One part is all, or the other one too far below.
        single += (d >> split().low_bits << split().low_bits) == d || d >> split().low_bits == 0;
        rounded += 0.5;
      }
      const double exact = steps * std::log2(1 - std::exp2(-static_cast<double>(d) / steps));
      ASSERT_NEAR(sum, static_cast<double>(log) + exact, rounded) << d;
    }
  }
  std::printf("%zu sums, %zu of one part\n", sums, single);
  // All multiples of the lower bits, and all distances that are lower bits alone; not 0.
  const std::uint64_t parts = (std::uint64_t{1} << (split().split_bits - split().low_bits)) +
                              (std::uint64_t{1} << split().low_bits) - 2;
  EXPECT_EQ(single, 3 * parts);
  EXPECT_GT(sums, 0u);
}

TEST_P(EveryDistance, OfAnythingElsePasses) {
  std::size_t cases = 0;
  for (std::uint64_t d = 0; d < distances(); ++d) {
    for (const bool subtract : {false, true}) {
      for (const bool near : {false, true}) {
        if (subtract && near && split().Splits(d)) continue;
        ++cases;
        const LogOrder::Out in{.sign = false,
                               .log = -9,
                               .distance = d,
                               .subtract = subtract,
                               .near = near,
                               .zero = false};
        LogCotransform::Out expected{in};
        expected.log = -9 * unit();
        ASSERT_EQ(cotransform_(in), expected) << d;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GE(cases, 3 * distances());
}

TEST_P(EveryDistance, LeavesALogarithmOfAllItsBits) {
  const std::int64_t least = -(std::int64_t{1} << (log_bits_ - 1));
  std::int64_t lowest = 0;
  for (std::uint64_t d = 1; d >> split().split_bits == 0; ++d) {
    lowest = std::min(
        lowest, cotransform_({.log = least, .distance = d, .subtract = true, .near = true}).log);
  }
  const std::int64_t half = std::int64_t{1} << (shape().corrected_log_bits() - 1);
  EXPECT_GE(lowest, -half);
  EXPECT_LT(lowest, -half / 2) << "one bit too many";
}

}  // namespace
}  // namespace macroscope
