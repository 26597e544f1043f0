// Logarithm and exponential against the C library's in 80 bits.
#include "sim/stimulus/reproducible_math.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

constexpr int kValues = 100'000;
constexpr std::uint64_t kSeed = 1;

double RelativeError(double found, long double exact) {
  return static_cast<double>(std::fabs((found - exact) / exact));
}

TEST(ReproducibleMath, LogarithmWithinFourUnitsInTheLastPlace) {
  Random random(kSeed);
  double worst = 0;
  for (int i = 0; i < kValues; ++i) {
    const double mantissa = 1 + static_cast<double>(random.Next() >> 12) * 0x1p-52;
    const double x = std::ldexp(mantissa, static_cast<int>(random.Around(500)));
    worst =
        std::max(worst, RelativeError(ReproducibleLog(x), std::log(static_cast<long double>(x))));
  }
  for (double x = 0.9; x < 1.1; x += 0.00101) {  // Where the result is small.
    worst =
        std::max(worst, RelativeError(ReproducibleLog(x), std::log(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 4 * 0x1p-52) << "seed " << kSeed;
  EXPECT_EQ(ReproducibleLog(1), 0);
}

TEST(ReproducibleMath, ExponentialWithinFourUnitsInTheLastPlace) {
  Random random(kSeed);
  double worst = 0, worst_minus_one = 0;
  for (int i = 0; i < kValues; ++i) {
    const double x = static_cast<double>(random.Around(1 << 30)) * 0x1p-30 *
                     std::ldexp(1, static_cast<int>(random.Around(9)));
    if (x == 0) continue;
    const auto exact = static_cast<long double>(x);
    worst = std::max(worst, RelativeError(ReproducibleExp(x), std::exp(exact)));
    worst_minus_one =
        std::max(worst_minus_one, RelativeError(ReproducibleExpMinusOne(x), std::expm1(exact)));
  }
  EXPECT_LT(worst, 4 * 0x1p-52) << "seed " << kSeed;
  EXPECT_LT(worst_minus_one, 8 * 0x1p-52) << "seed " << kSeed;
}

}  // namespace
}  // namespace macroscope
