// Octave and significand together are the number that the logarithm means, to within what the
// table's entries and Mitchell's line for the rest allow.
#include "models/common/log_linear.h"

#include <gtest/gtest.h>

#include <cmath>

namespace macroscope {
namespace {

LogShape Shape(int fraction_bits, int index_bits, int table_bits) {
  LogShape shape;
  shape.a_log_bits = shape.b_log_bits = fraction_bits + 3;
  shape.linear = LinearTable::Make(fraction_bits, index_bits, table_bits);
  return shape;
}

// The worst relative error over all logarithms.
double WorstError(const LogShape& shape, std::size_t& cases) {
  const LogLinear linear{shape};
  const std::int64_t half = std::int64_t{1} << (shape.product_log_bits() - 1);
  double worst = 0;
  std::uint64_t greatest = 0;
  for (std::int64_t log = -half; log < half; ++log, ++cases) {
    const auto out = linear({.sign = true, .log = log, .zero = false, .flags = 0});
    EXPECT_TRUE(out.sign);
    greatest = std::max(greatest, out.significand);
    const double exact = std::exp2(static_cast<double>(log) / (1 << shape.fraction_bits()));
    const double got = std::ldexp(static_cast<double>(out.significand),
                                  static_cast<int>(out.octave) - shape.linear.point_bits());
    worst = std::max(worst, std::fabs(got / exact - 1));
    const auto zero = linear({.sign = true, .log = log, .zero = true, .flags = 1});
    EXPECT_FALSE(zero.sign);
    EXPECT_EQ(zero.significand, 0u);
    EXPECT_EQ(zero.flags, 1u);
  }
  EXPECT_EQ(BitLength(greatest), shape.linear.significand_bits);
  return worst;
}

TEST(LogLinear, IsTheNumberWithinItsTable) {
  std::size_t cases = 0;
  for (int fraction_bits = 1; fraction_bits <= 10; ++fraction_bits) {
    for (const int table_bits : {1, 2, fraction_bits, fraction_bits + 1, 12}) {
      const LogShape shape = Shape(fraction_bits, fraction_bits, table_bits);
      EXPECT_LE(WorstError(shape, cases), std::ldexp(0.5, -table_bits) * 1.0000001);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 10000u);
}

// Worked values: eight steps an octave, tables of 1, 2, 4 and 8 entries.
TEST(LogLinear, HasMitchellsErrors) {
  std::size_t cases = 0;
  const std::pair<int, double> worked[] = {{0, 0.060660}, {1, 0.060270}, {2, 0.031630}, {3, 0}};
  for (const auto& [index_bits, error] : worked) {
    EXPECT_NEAR(WorstError(Shape(3, index_bits, 24), cases), error, 1e-6) << index_bits;
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 4u * 128);
}

}  // namespace
}  // namespace macroscope
