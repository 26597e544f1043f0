// The significand is the power of two, cut below its last bit but one, and that last bit says that
// something was cut; for every code. In long doubles, which have more bits than any table here.
#include "models/convert/convert_linear.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLinear, EveryCodeIsItsPowerOfTwo) {
  std::size_t cases = 0, whole = 0;
  for (const char* from : {"lns8_3", "lns12_6", "lns16_10", "lns6_0", "flagged8", "twos", "thin",
                           "elma8_1", "elma8_0", "elma6_4", "elma12_1"}) {
    for (const char* to : {"fp4_e2m1", "fp8_e4m3", "fp16", "fp32", "int8", "e8m0"}) {
      const Design design = ParseDesign(ConvertText(from, to), LogCatalogue());
      SCOPED_TRACE(DisplayName(design));
      const ConvertShape shape = ConvertShape::Derive(design);
      const ConvertLogUnpack unpack(shape);
      const ConvertLinear linear(shape);
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const LogNumber number = DecodeLog(design.a, code);
        const auto out = linear(unpack({code, 0}));
        ASSERT_EQ(out.nan, number.number_class == NumberClass::kNan) << code;
        if (number.number_class != NumberClass::kNormal) {
          ASSERT_EQ(out.significand, 0u) << code;
          ASSERT_FALSE(out.sign) << code;
          continue;
        }
        const std::int64_t octave = out.exponent - (std::int64_t{1} << (shape.exponent_bits - 1));
        const std::int64_t rest = number.steps - octave * number.steps_per_octave;
        ASSERT_TRUE(rest >= 0 && rest < number.steps_per_octave) << code;
        ASSERT_EQ(out.sign, number.negative) << code;
        const std::uint64_t last = rest != 0 ? 1 : 0;
        const long double power =
            std::exp2(static_cast<long double>(rest) / number.steps_per_octave);
        const long double kept = std::floor(std::ldexp(power, std::max(shape.entry_bits - 1, 0)));
        const auto expected = static_cast<std::uint64_t>(kept);
        whole += last == 0 ? 1 : 0;
        ASSERT_EQ(out.significand, shape.entry_bits > 0 ? 2 * expected + last : expected) << code;
      }
    }
  }
  std::printf("%zu cases, %zu powers of two\n", cases, whole);
  EXPECT_GT(cases, 300'000u);
  EXPECT_GT(whole, 500u);
}

}  // namespace
}  // namespace macroscope
