// The product's logarithm is the sum of both, for every pair of logarithms of small widths; and the
// sum takes all its bits.
#include "models/common/log_multiply.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

LogShape Shape(bool saturates) {
  LogShape shape;
  shape.a_log_bits = 6;
  shape.b_log_bits = 5;
  shape.linear = LinearTable::Make(2, 2, 3);
  shape.greatest_octave = 5;
  shape.saturates = saturates;
  shape.fixed.flag_bits = 1;
  return shape;
}

TEST(LogMultiply, EveryPairOfLogarithms) {
  std::size_t cases = 0;
  for (const bool saturates : {false, true}) {
    const LogShape shape = Shape(saturates);
    const LogMultiply multiply{shape};
    std::int64_t least = 0;
    for (std::int64_t a = -32; a < 32; ++a) {
      for (std::int64_t b = -16; b < 16; ++b) {
        for (unsigned bits = 0; bits < 64; ++bits, ++cases) {
          const auto bit = [bits](int i) { return (bits >> i & 1) != 0; };
          const auto out = multiply({{bit(0), a, bit(1), bit(2)}, {bit(3), b, bit(4), bit(5)}});
          ASSERT_EQ(out.sign, bit(0) ^ bit(3));
          ASSERT_EQ(out.flags, bit(2) || bit(5) ? 1u : 0u);
          ASSERT_EQ(out.zero, (bits & 0b110110) != 0);
          // 24 is where octave 6 begins, and the greatest keeps its fraction.
          ASSERT_EQ(out.log, saturates && a + b >= 24 ? 20 : a + b);
          least = std::min(least, out.log);
        }
      }
    }
    EXPECT_LT(least, -(std::int64_t{1} << (shape.product_log_bits() - 2)));
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 2u * 64 * 32 * 64);
}

}  // namespace
}  // namespace macroscope
