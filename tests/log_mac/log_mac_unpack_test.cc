// Two numbers of two formats, for every pair of codes.
#include "models/log_mac/log_mac_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogMacUnpack, EveryPairOfTwoFormats) {
  std::size_t cases = 0;
  for (const char* operands : {"twos,lns8_3", "lns8_madam,lns8_3"}) {
    const Design design = LogDesign("log_mac", operands);
    const LogMacUnpack unpack{LogMacShape::Derive(design)};
    for (std::uint64_t a = 0; a < 256; ++a) {
      for (std::uint64_t b = 0; b < 256; ++b, ++cases) {
        const LogOperands out = unpack({a, b});
        const LogNumber x = DecodeLog(design.a, a), y = DecodeLog(design.b, b);
        ASSERT_EQ(out.a.zero, x.number_class == NumberClass::kZero);
        ASSERT_EQ(out.b.zero, y.number_class == NumberClass::kZero);
        ASSERT_FALSE(out.a.nan || out.b.nan);
        if (!out.a.zero) ASSERT_EQ(out.a, (LogOperand{x.negative, x.steps, false, false}));
        if (!out.b.zero) ASSERT_EQ(out.b, (LogOperand{y.negative, y.steps, false, false}));
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 2u * 65536);
}

}  // namespace
}  // namespace macroscope
