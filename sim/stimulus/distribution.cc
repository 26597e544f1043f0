#include "sim/stimulus/distribution.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/stimulus/random.h"
#include "sim/stimulus/reproducible_math.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kValues = 0, kOutliers = 1, kZeros = 2;

// Streams of their own, so that no value moves when outliers or zeros are asked for.
Random Stream(std::uint64_t seed, std::uint64_t purpose) {
  Random root(seed);
  for (std::uint64_t i = 0; i < purpose; ++i) root.Next();
  return Random(root.Next());
}

// Uniform in (0, 1), never an end: the middle of one of 2^52 equal steps.
double Unit(std::uint64_t word) { return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52; }

// Uniform in (-1, 1).
double Symmetric(Random& random) { return 2 * Unit(random.Next()) - 1; }

// A point drawn evenly from the unit disc: its x, and its squared distance from the middle.
struct DiscPoint {
  double x;
  double square;
};
DiscPoint DrawDisc(Random& random) {
  for (;;) {
    const double x = Symmetric(random);
    const double y = Symmetric(random);
    const double square = x * x + y * y;
    if (square < 1 && square > 0) return {x, square};
  }
}

double Normal(Random& random) {  // Marsaglia's polar method
  const DiscPoint point = DrawDisc(random);
  return point.x * std::sqrt(-2 * ReproducibleLog(point.square) / point.square);
}

double StudentT(Random& random, double freedom) {  // Bailey's polar method
  const DiscPoint point = DrawDisc(random);
  const double power = ReproducibleExpMinusOne(-2 / freedom * ReproducibleLog(point.square));
  return point.x * std::sqrt(freedom * power / point.square);
}

double Laplace(Random& random) {
  const std::uint64_t word = random.Next();
  const double magnitude = -ReproducibleLog(Unit(word));
  return (word & 1) != 0 ? -magnitude : magnitude;
}

template <typename Draw>
std::vector<double> Fill(std::size_t count, Draw draw) {
  std::vector<double> values(count);
  std::generate(values.begin(), values.end(), draw);
  return values;
}

}  // namespace

std::vector<double> DrawValues(const Operand& operand, std::size_t count, std::uint64_t seed) {
  Random random = Stream(seed, kValues);
  const std::string& name = operand.distribution;
  if (name == "normal") return Fill(count, [&] { return Normal(random); });
  if (name == "laplace") return Fill(count, [&] { return Laplace(random); });
  if (name == "uniform") return Fill(count, [&] { return Symmetric(random); });
  if (name == "student_t") {
    return Fill(count, [&] { return StudentT(random, operand.degrees_of_freedom); });
  }
  if (name == "lognormal") {
    return Fill(count, [&] { return ReproducibleExp(operand.sigma * Normal(random)); });
  }
  if (name == "zeros") return std::vector<double>(count);
  throw std::invalid_argument("'" + name + "' is no distribution of values");
}

void AddOutliersAndZeros(const Operand& operand, std::uint64_t seed, std::vector<double>& values) {
  Random outliers = Stream(seed, kOutliers);
  Random zeros = Stream(seed, kZeros);
  for (double& value : values) {
    if (Unit(outliers.Next()) < operand.outliers.fraction) value *= operand.outliers.scale;
    if (Unit(zeros.Next()) < operand.sparsity) value = 0;
  }
}

}  // namespace macroscope
