// Every code as the format's decoder reads it, in every layout of logarithms; and the logarithm
// takes all its bits.
#include "models/log_add/log_add_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogAddUnpack, EveryCode) {
  std::size_t cases = 0;
  for (const char* name :
       {"lns8_3", "lns12_6", "flagged", "twos", "magnitudes", "cubes", "thin", "lns16_10"}) {
    const Design design = LogDesign("log_add", name);
    const LogAddShape shape = LogAddShape::Derive(design);
    const LogAddUnpack unpack{shape};
    std::int64_t least = 0, greatest = 0;
    for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
      const LogAddUnpack::Out out = unpack({code, 0});
      const LogNumber number = DecodeLog(design.a, code);
      ASSERT_EQ(out.a.zero, number.number_class == NumberClass::kZero) << name << ' ' << code;
      ASSERT_EQ(unpack({0, code}).b, out.a);
      least = std::min(least, out.a.log);
      greatest = std::max(greatest, out.a.log);
      if (out.a.zero) continue;
      ASSERT_EQ(out.a.log, number.steps) << name << ' ' << code;
      ASSERT_EQ(out.a.sign, number.negative) << name << ' ' << code;
    }
    const std::int64_t half = std::int64_t{1} << (shape.log_bits - 1);
    EXPECT_LT(greatest, half) << name;
    EXPECT_GE(least, -half) << name;
    EXPECT_TRUE(greatest >= half / 2 || least < -half / 2) << name << ": one bit too many";
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 65536u);
}

}  // namespace
}  // namespace macroscope
