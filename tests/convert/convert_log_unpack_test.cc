// Sign, logarithm and zero are those of the format's definition, for every code of every layout.
#include "models/convert/convert_log_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLogUnpack, EveryCodeIsItsLogarithm) {
  std::size_t cases = 0;
  for (const char* name : {"lns8_3", "lns8_madam", "lns12_6", "lns16_10", "lns6_0", "flagged",
                           "flagged8", "twos", "magnitudes", "thin", "elma8_1", "elma3_0",
                           "elma8_0", "elma6_4", "elma8_8", "elma12_1", "elma16_2"}) {
    const Design design = ParseDesign(ConvertText(name, "fp16"), LogCatalogue());
    const ConvertLogUnpack unpack(ConvertShape::Derive(design));
    for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
      const LogNumber number = DecodeLog(design.a, code);
      const auto out = unpack({code, 0});
      const bool nan = number.number_class == NumberClass::kNan;
      ASSERT_EQ(out.nan, nan) << name << ' ' << code;
      ASSERT_EQ(out.zero, nan || number.number_class == NumberClass::kZero) << name << ' ' << code;
      if (out.zero) continue;
      ASSERT_EQ(out.log, number.steps) << name << ' ' << code;
      ASSERT_EQ(out.sign, number.negative) << name << ' ' << code;
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 60'000u);
}

}  // namespace
}  // namespace macroscope
