// The logarithm is the nearest step, for every code; in long doubles, which no step comes near
// enough to be in doubt.
#include "models/convert/convert_logarithm.h"

#include <gtest/gtest.h>

#include "tests/common/log_designs.h"
#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLogarithm, EveryCodeHasTheNearestStep) {
  std::size_t cases = 0;
  for (const char* from : {"int4", "uint8", "q4.4", "fp4_e2m1", "fp8_e5m2", "e8m0", "fp16", "bf16",
                           "posit8_0", "posit8_5", "posit16_1"}) {
    for (const char* to : {"lns8_3", "lns12_6", "lns16_10", "lns6_0", "cubes", "flagged"}) {
      const Design design = ParseDesign(ConvertText(from, to), LogCatalogue());
      SCOPED_TRACE(DisplayName(design));
      const ConvertShape shape = ConvertShape::Derive(design);
      const ConvertUnpack unpack(shape);
      const ConvertLeading leading(shape);
      const ConvertLogarithm logarithm(shape);
      const int steps = shape.accumulator.log.steps_per_octave;
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const double value = ToDouble(design.a, code);
        const auto out = logarithm(leading(unpack({code, 0})));
        ASSERT_EQ(out.zero, value == 0 || std::isnan(value)) << code;
        ASSERT_EQ(out.infinity, std::isinf(value)) << code;
        if (out.zero || out.infinity) continue;
        ASSERT_EQ(out.sign, value < 0) << code;
        ASSERT_EQ(out.log,
                  std::llrint(steps * std::log2(static_cast<long double>(std::fabs(value)))))
            << code;
        ASSERT_LE(BitLength(static_cast<Word64>(out.log < 0 ? ~out.log : out.log)) + 1,
                  shape.steps_bits);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1'000'000u);
}

}  // namespace
}  // namespace macroscope
