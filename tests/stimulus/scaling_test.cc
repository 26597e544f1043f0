// The quick rounding against the reference's, and scales against each other.
#include "sim/stimulus/scaling.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "models/formats/catalogue.h"
#include "models/reference/quantize.h"
#include "sim/stimulus/distribution.h"
#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;

std::vector<Format> SomeFormats() {
  const Catalogue catalogue;
  std::vector<Format> formats = catalogue.formats();
  for (const char* name : {"int8", "int4", "int2", "int32", "uint8", "smag8", "q4.4", "uq4.4"}) {
    if (catalogue.Contains(name)) formats.push_back(catalogue.Find(name));
  }
  // A gap between zero and the least number; no zero; no sign.
  for (const bool has_zero : {true, false}) {
    Format gap = catalogue.Find("fp8_e4m3");
    gap.name = has_zero ? "gap" : "gap_without_zero";
    gap.has_subnormals = false;
    gap.has_zero = has_zero;
    formats.push_back(gap);
  }
  return formats;
}

double Reference(double value, const Format& format) {
  return ValueOf(format, Quantize(value, format, Rounding::kTiesToEven, Overflow::kSaturate).code);
}

TEST(NearestValue, IsAsNearAsTheReference) {
  Random random(kSeed);
  std::uint64_t checked = 0;
  for (const Format& format : SomeFormats()) {
    const NearestValue nearest(format);
    const double least = std::ldexp(1, format.min_quantum_exponent() - 2);
    const int decades = std::ilogb(nearest.greatest() / least) + 3;
    for (int i = 0; i < 20'000; ++i) {
      const double mantissa = 1 + static_cast<double>(random.Next() >> 12) * 0x1p-52;
      double value = std::ldexp(
          least * mantissa, static_cast<int>(random.Below(static_cast<std::uint64_t>(decades))));
      if ((random.Next() & 1) != 0 && format.is_signed()) value = -value;
      if (i == 0) value = 0;
      const double exact = Reference(value, format), quick = nearest(value);
      // Beyond doubles' precision the last bits may stay.
      const double slack = format.fraction_bits >= 50 ? std::fabs(value) * 0x1p-50 : 0;
      ASSERT_NEAR(std::fabs(quick - value), std::fabs(exact - value), slack)
          << format.name << " of " << value << ": " << quick << " for " << exact;
      if (slack == 0) {
        ASSERT_EQ(Reference(quick, format), quick) << format.name << " has no " << quick;
      }
      ++checked;
    }
  }
  EXPECT_GT(checked, 20u * 20'000) << "seed " << kSeed;
}

TEST(NearestValue, TakesEveryValueToItself) {
  std::uint64_t checked = 0;
  for (const Format& format : SomeFormats()) {
    if (format.width_bits() > 16) continue;
    const NearestValue nearest(format);
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
      const double value = ValueOf(format, code);
      if (std::fabs(value) > nearest.greatest() && value > 0) continue;  // Infinities and NaNs.
      if (Reference(value, format) != value) continue;
      ASSERT_EQ(nearest(value), value) << format.name << " " << code;
      ++checked;
    }
  }
  EXPECT_GT(checked, 100'000u);
}

std::vector<double> Values(const std::string& distribution, std::size_t count = 4096) {
  Operand operand;
  operand.distribution = distribution;
  return DrawValues(operand, count, kSeed);
}

double ScaleOf(ScaleRule rule, const std::vector<double>& values, const Format& format,
               double percentile = 100) {
  const NearestValue nearest(format);
  return ChooseScale({.rule = rule, .percentile = percentile, .value = 3}, values, nearest,
                     nearest.greatest());
}

TEST(ChooseScale, TakesTheRulesAtTheirWord) {
  const Format int8 = Catalogue().Find("int8"), fp8 = Catalogue().Find("fp8_e4m3");
  const std::vector<double> values = {0, 0, 0, -8, 1, 2, -3, 4, 5, 6, 7};  // Eight magnitudes.
  EXPECT_EQ(ScaleOf(ScaleRule::kAbsoluteMaximum, values, int8), 8.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kAbsoluteMaximum, values, fp8), 8.0 / 448);
  EXPECT_EQ(ScaleOf(ScaleRule::kPercentile, values, int8, 100), 8.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kPercentile, values, int8, 75), 6.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kPercentile, values, int8, 74), 6.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kPercentile, values, int8, 76), 7.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kPercentile, values, int8, 0), 1.0 / 127);
  EXPECT_EQ(ScaleOf(ScaleRule::kFixed, values, int8), 3);
  for (const ScaleRule rule : {ScaleRule::kAbsoluteMaximum, ScaleRule::kMeanSquareError}) {
    EXPECT_EQ(ScaleOf(rule, {0, 0}, int8), 1);
  }
}

TEST(ChooseScale, LeastErrorIsNoMoreThanAnyOtherRules) {
  // The error jumps between neighbouring scales: a percentile may hit a luckier one than the
  // search.
  constexpr double kLuck = 1.005;
  const Catalogue catalogue;
  int compared = 0;
  for (const char* name : {"int8", "int4", "int2", "uint8", "fp8_e4m3", "fp8_e5m2", "fp8_e2m5",
                           "fp4_e2m1", "fp6_e3m2", "fp16"}) {
    for (const char* distribution : {"normal", "laplace", "uniform", "student_t", "lognormal"}) {
      const Format format = catalogue.Find(name);
      const NearestValue nearest(format);
      std::vector<double> values = Values(distribution);
      if (!format.is_signed()) {
        for (double& value : values) value = std::max(value, 0.0);
      }
      const auto error = [&](ScaleRule rule, double percentile) {
        return MeanSquareError(values, nearest, ScaleOf(rule, values, format, percentile));
      };
      const double least = error(ScaleRule::kMeanSquareError, 0);
      ASSERT_GT(least, 0);
      EXPECT_LE(least, error(ScaleRule::kAbsoluteMaximum, 0)) << name << " " << distribution;
      for (double percentile = 50; percentile <= 100; percentile += 0.25) {
        EXPECT_LE(least, kLuck * error(ScaleRule::kPercentile, percentile))
            << name << " " << distribution << " " << percentile;
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 9000);
}

// Joel Max, "Quantizing for minimum distortion" (1960), table II: the best step of uniform
// quantisers of 3, 7 and 15 levels for a normal variable, in standard deviations.
TEST(ChooseScale, FindsTheKnownStepsForNormalValues) {
  const std::vector<double> values = Values("normal", 200'000);
  const Catalogue catalogue;
  const auto step = [&](const char* name) {
    return ScaleOf(ScaleRule::kMeanSquareError, values, catalogue.Find(name));
  };
  EXPECT_NEAR(step("smag2"), 1.224, 0.012) << "seed " << kSeed;
  EXPECT_NEAR(step("smag3"), 0.6508, 0.0065) << "seed " << kSeed;
  EXPECT_NEAR(step("smag4"), 0.3534, 0.0035) << "seed " << kSeed;
}

}  // namespace
}  // namespace macroscope
