// Draws against the theory of their distributions (Boost's), within what chance allows.
#include "sim/stimulus/distribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/laplace.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <cmath>
#include <numeric>

namespace macroscope {
namespace {

constexpr std::size_t kDraws = 200'000;
constexpr std::uint64_t kSeed = 1;
// Standard deviations that a figure may be off: for honest draws once in 15,000 figures.
constexpr double kSigmas = 4;

std::vector<double> Drawn(const std::string& name, double parameter = 1,
                          std::uint64_t seed = kSeed) {
  Operand operand;
  operand.distribution = name;
  operand.degrees_of_freedom = operand.sigma = parameter;
  return DrawValues(operand, kDraws, seed);
}

double Mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

template <typename Theory>
void ExpectQuantiles(std::vector<double> values, const Theory& theory) {
  std::sort(values.begin(), values.end());
  for (const double p : {1e-4, 0.001, 0.01, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 0.999}) {
    const double at = quantile(theory, p);
    const auto below = std::lower_bound(values.begin(), values.end(), at) - values.begin();
    EXPECT_NEAR(static_cast<double>(below) / kDraws, p, kSigmas * std::sqrt(p * (1 - p) / kDraws))
        << "values below " << at << ", seed " << kSeed;
  }
}

template <typename Theory>
void ExpectMoments(const std::vector<double>& values, const Theory& theory) {
  const double variance = boost::math::variance(theory);
  EXPECT_NEAR(Mean(values), mean(theory), kSigmas * std::sqrt(variance / kDraws));
  std::vector<double> squares = values;
  for (double& value : squares) value = std::pow(value - mean(theory), 2);
  const double fourth = (kurtosis(theory) - 1) * variance * variance;  // The squares' variance.
  EXPECT_NEAR(Mean(squares), variance, kSigmas * std::sqrt(fourth / kDraws));
}

TEST(Distribution, Normal) {
  const boost::math::normal theory;
  ExpectQuantiles(Drawn("normal"), theory);
  ExpectMoments(Drawn("normal"), theory);
}

TEST(Distribution, Laplace) {
  const boost::math::laplace theory;
  ExpectQuantiles(Drawn("laplace"), theory);
  ExpectMoments(Drawn("laplace"), theory);
}

TEST(Distribution, Uniform) {
  const boost::math::uniform theory(-1, 1);
  ExpectQuantiles(Drawn("uniform"), theory);
  ExpectMoments(Drawn("uniform"), theory);
}

TEST(Distribution, StudentT) {
  for (const double freedom : {1.0, 2.0, 5.0, 30.0, 1e6}) {
    SCOPED_TRACE(freedom);
    const boost::math::students_t theory(freedom);
    ExpectQuantiles(Drawn("student_t", freedom), theory);
    if (freedom > 5) ExpectMoments(Drawn("student_t", freedom), theory);
  }
}

TEST(Distribution, Lognormal) {
  for (const double sigma : {0.25, 1.0, 2.0}) {
    SCOPED_TRACE(sigma);
    ExpectQuantiles(Drawn("lognormal", sigma), boost::math::lognormal(0, sigma));
  }
  ExpectMoments(Drawn("lognormal", 0.25), boost::math::lognormal(0, 0.25));
}

TEST(Distribution, Zeros) { EXPECT_EQ(Drawn("zeros"), std::vector<double>(kDraws)); }

TEST(Distribution, NeighboursAreNotCorrelated) {
  for (const char* name : {"normal", "laplace", "uniform"}) {
    const std::vector<double> values = Drawn(name);
    double square = 0, product = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
      square += values[i] * values[i];
      product += values[i] * values[i - 1];
    }
    EXPECT_NEAR(product / square, 0, kSigmas / std::sqrt(double{kDraws})) << name;
  }
}

TEST(Distribution, SeedsTell) {
  for (const char* name : {"normal", "laplace", "uniform", "student_t", "lognormal"}) {
    const std::vector<double> first = Drawn(name, 5, 1), second = Drawn(name, 5, 2);
    EXPECT_EQ(Drawn(name, 5, 1), first);
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kDraws; ++i) equal += first[i] == second[i];
    EXPECT_LT(equal, 3u) << name;
  }
}

TEST(Distribution, ShorterDrawsAreTheFrontOfLongerOnes) {
  const std::vector<double> shorter = DrawValues(Operand(), 10, kSeed);
  const std::vector<double> longer = DrawValues(Operand(), 20, kSeed);
  EXPECT_TRUE(std::equal(shorter.begin(), shorter.end(), longer.begin()));
}

TEST(Distribution, OutliersAndZerosAreAsManyAsAsked) {
  Operand operand;
  operand.outliers = {0.01, 16};
  operand.sparsity = 0.3;
  const std::vector<double> plain = DrawValues(operand, kDraws, kSeed);
  std::vector<double> changed = plain;
  AddOutliersAndZeros(operand, kSeed, changed);
  double zeros = 0, outliers = 0, others = 0;
  for (std::size_t i = 0; i < kDraws; ++i) {
    zeros += changed[i] == 0;
    outliers += changed[i] == 16 * plain[i];
    others += changed[i] == plain[i];
  }
  EXPECT_EQ(zeros + outliers + others, kDraws);
  EXPECT_NEAR(zeros / kDraws, 0.3, kSigmas * std::sqrt(0.3 * 0.7 / kDraws));
  EXPECT_NEAR(outliers / kDraws, 0.01 * 0.7, kSigmas * std::sqrt(0.007 / kDraws));
}

TEST(Distribution, AllOrNoneAreZeros) {
  Operand operand;
  std::vector<double> values = DrawValues(operand, kDraws, kSeed);
  const std::vector<double> plain = values;
  AddOutliersAndZeros(operand, kSeed, values);
  EXPECT_EQ(values, plain);
  operand.sparsity = 1;
  AddOutliersAndZeros(operand, kSeed, values);
  EXPECT_EQ(values, std::vector<double>(kDraws));
}

}  // namespace
}  // namespace macroscope
