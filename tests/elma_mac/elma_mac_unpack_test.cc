// Every code as the format's decoder reads it; and the logarithm takes all its bits.
#include "models/elma_mac/elma_mac_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/elma_mac/elma_designs.h"

namespace macroscope {
namespace {

TEST(ElmaMacUnpack, EveryCode) {
  std::size_t cases = 0;
  for (const Design& design : ElmaDesigns()) {
    const ElmaMacShape shape = ElmaMacShape::Derive(design);
    const ElmaMacUnpack unpack{shape};
    std::int64_t greatest = 0;
    for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
      const LogOperand out = unpack({code, 0}).a;
      const LogNumber number = DecodeLog(design.a, code);
      ASSERT_EQ(out.zero, number.number_class == NumberClass::kZero) << code;
      ASSERT_EQ(out.nan, number.number_class == NumberClass::kNan) << code;
      ASSERT_EQ(unpack({0, code}).b, out) << code;
      const std::int64_t half = std::int64_t{1} << (shape.log_bits() - 1);
      ASSERT_LT(out.log, half) << code;
      ASSERT_GE(out.log, -half) << code;
      if (number.number_class != NumberClass::kNormal) continue;
      ASSERT_EQ(out.sign, number.negative) << code;
      ASSERT_EQ(out.log, number.steps) << code;
      greatest = std::max(greatest, out.log);
    }
    // One bit less, the sign's not counted, does not hold the greatest.
    EXPECT_EQ(BitLength(static_cast<Word64>(greatest)), shape.log_bits() - 1)
        << DisplayName(design);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 2000u);
}

}  // namespace
}  // namespace macroscope
