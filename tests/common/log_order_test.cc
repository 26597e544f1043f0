// The larger term and the distance, for every pair of terms of a small format.
#include "models/common/log_order.h"

#include <gtest/gtest.h>

#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogOrder, EveryPairOfTerms) {
  const Design design = LogDesign("log_add", "lns8_3");
  const LogOrder order{LogSumShape::Derive(design, 7, 7)};
  const LogOperandUnpack unpack(design.a);
  const std::int64_t reach = std::int64_t{1} << order.shape.distance_bits;
  std::size_t cases = 0, near = 0;
  for (std::uint64_t a = 0; a < 256; ++a) {
    for (std::uint64_t b = 0; b < 256; ++b, ++cases) {
      const LogOperand x = unpack(a), y = unpack(b);
      const auto out = order({x, y});
      const std::int64_t distance = std::llabs(x.log - y.log);
      ASSERT_EQ(out.subtract, x.sign != y.sign);
      ASSERT_EQ(out.near, !x.zero && !y.zero && distance < reach);
      ASSERT_EQ(out.zero, x.zero && y.zero   ? true
                          : x.zero || y.zero ? false
                                             : x.sign != y.sign && x.log == y.log);
      near += out.near;
      if (out.near) ASSERT_EQ(static_cast<std::int64_t>(out.distance), distance);
      if (x.zero && y.zero) continue;
      const LogOperand& larger = y.zero || (!x.zero && x.log >= y.log) ? x : y;
      ASSERT_EQ(out.log, larger.log);
      ASSERT_EQ(out.sign, larger.sign);
    }
  }
  std::printf("%zu cases, %zu within reach\n", cases, near);
  EXPECT_EQ(cases, 65536u);
  EXPECT_GT(near, 30000u);
}

}  // namespace
}  // namespace macroscope
