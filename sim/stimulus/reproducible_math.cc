#include "sim/stimulus/reproducible_math.h"

#include <cmath>

namespace macroscope {
namespace {

// ln 2, cut so that `high` times an exponent is exact.
constexpr double kLn2High = 0x1.62e42fee00000p-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1;

// e^x = (1 + minus_one) * 2^exponent
struct Reduced {
  double minus_one;
  int exponent;
};
Reduced Reduce(double x) {
  const double exponent = std::floor(x / (kLn2High + kLn2Low) + 0.5);
  const double rest = (x - exponent * kLn2High) - exponent * kLn2Low;  // |rest| < 0.35
  // e^r - 1 = r (1 + r/2 (1 + r/3 (1 + ...)))
  double series = 0;
  for (int n = 15; n >= 2; --n) series = (series + 1) * (rest / n);
  return {rest + rest * series, static_cast<int>(exponent)};
}

}  // namespace

double ReproducibleLog(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // [0.5, 1)
  if (mantissa < kSqrtHalf) {
    mantissa *= 2;
    --exponent;
  }
  // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...), |s| < 0.172
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double series = 0;
  for (int odd = 23; odd >= 3; odd -= 2) series = (series + 1.0 / odd) * square;
  return exponent * kLn2High + (exponent * kLn2Low + 2 * (s + s * series));
}

double ReproducibleExp(double x) {
  const Reduced reduced = Reduce(x);
  return std::ldexp(reduced.minus_one + 1, reduced.exponent);
}

double ReproducibleExpMinusOne(double x) {
  const Reduced reduced = Reduce(x);
  if (reduced.exponent == 0) return reduced.minus_one;
  return std::ldexp(reduced.minus_one + 1, reduced.exponent) - 1;
}

}  // namespace macroscope
