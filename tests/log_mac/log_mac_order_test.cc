// A product against a code: the larger of both, for every product and every code.
#include "models/log_mac/log_mac_order.h"

#include <gtest/gtest.h>

#include "models/log_mac/log_mac_shape.h"
#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogMacOrder, EveryProductAndAddend) {
  const Design design = LogDesign("log_mac", "lns8_3", "lns8_3");
  const LogMacOrder order(LogMacShape::Derive(design).sum);
  const LogOperandUnpack unpack(design.accumulator.format);
  std::size_t cases = 0;
  for (std::int64_t log = -128; log < 128; ++log) {
    for (std::uint64_t addend = 0; addend < 256; ++addend, ++cases) {
      const LogOperand y = unpack(addend);
      const auto out = order({{.sign = true, .log = log, .zero = false}, addend});
      ASSERT_EQ(out.log, y.zero ? log : std::max(log, y.log));
      ASSERT_EQ(out.subtract, !y.sign);
      ASSERT_EQ(out.zero, !y.zero && !y.sign && y.log == log);
      // A product of 0 leaves the addend.
      const auto none = order({{.sign = true, .log = log, .zero = true}, addend});
      ASSERT_EQ(none.zero, y.zero);
      ASSERT_FALSE(none.near);
      if (!y.zero) ASSERT_EQ(none.log, y.log);
      if (!y.zero) ASSERT_EQ(none.sign, y.sign);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 65536u);
}

}  // namespace
}  // namespace macroscope
