// The fraction is that of the logarithm, cut where rounding stops to look at single bits, and the
// last bit says that something was cut; for every code. In long doubles, which no logarithm here
// comes near enough to a cut to leave in doubt.
#include "models/convert/convert_log_fraction.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLogFraction, EveryCodeHasItsLogarithm) {
  std::size_t cases = 0, whole = 0;
  for (const char* from :
       {"int4", "uint8", "fp4_e2m1", "fp8_e5m2", "e8m0", "fp16", "bf16", "posit8_0", "posit8_5"}) {
    for (const char* to : {"elma8_1", "elma3_0", "elma8_0", "elma6_4", "elma8_8", "elma16_2"}) {
      const Design design = ParseDesign(ConvertText(from, to), Catalogue());
      SCOPED_TRACE(DisplayName(design));
      const ConvertShape shape = ConvertShape::Derive(design);
      const ConvertUnpack unpack(shape);
      const ConvertLeading leading(shape);
      const ConvertLogFraction logarithm(shape);
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const double value = ToDouble(design.a, code);
        const auto out = logarithm(leading(unpack({code, 0})));
        ASSERT_EQ(out.nan, !std::isfinite(value)) << code;
        if (out.nan) continue;
        if (value == 0) {
          ASSERT_EQ(out.significand, 0u) << code;
          continue;
        }
        const long double log = std::log2(static_cast<long double>(std::fabs(value)));
        const long double octave = std::floor(log);
        const long double kept = std::ldexp(log - octave, shape.kept_bits - 1);
        const std::uint64_t one = std::uint64_t{1} << (shape.kept_bits - 1);
        ASSERT_EQ(out.sign, value < 0) << code;
        ASSERT_EQ(out.scale, static_cast<int>(octave)) << code;
        ASSERT_EQ(out.significand, one + static_cast<std::uint64_t>(kept)) << code;
        ASSERT_EQ(out.sticky, kept != std::floor(kept)) << code;
        whole += log == octave ? 1 : 0;
      }
    }
  }
  std::printf("%zu cases, %zu powers of two\n", cases, whole);
  EXPECT_GT(cases, 700'000u);
  EXPECT_GT(whole, 3'000u);
}

}  // namespace
}  // namespace macroscope
