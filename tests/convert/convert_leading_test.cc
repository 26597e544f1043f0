// Scale and significand are the number, down to what sticky remembers, for every code into posits
// and logarithms.
#include "models/convert/convert_leading.h"

#include <gtest/gtest.h>

#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLeading, EveryCodeKeepsItsValue) {
  std::size_t cases = 0, lossy = 0;
  const Catalogue catalogue = ConvertCatalogue();
  for (const char* a : {"int4", "uint8", "smag4", "q4.4", "fp4_e2m1", "fp8_e5m2", "fp8_e4m3fnuz",
                        "e8m0", "fp16", "gap_e3m2", "posit5_1", "posit16_2"}) {
    for (const char* to : {"posit3_0", "posit6_4", "posit8_2", "posit32_2", "lns8_3"}) {
      const Design design = ParseDesign(ConvertText(a, to), catalogue);
      SCOPED_TRACE(DisplayName(design));
      const ConvertShape shape = ConvertShape::Derive(design);
      const ConvertUnpack unpack(shape);
      const ConvertLeading leading(shape);
      const bool to_posit = shape.accumulator.is_posit();
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const double magnitude = std::fabs(ToDouble(design.a, code));
        const auto out = leading(unpack({code, 0}));
        ASSERT_EQ(out.nan, std::isnan(magnitude) || (to_posit && std::isinf(magnitude))) << code;
        ASSERT_EQ(out.infinity, !to_posit && std::isinf(magnitude)) << code;
        if (!std::isfinite(magnitude)) continue;
        const double unit = std::ldexp(1.0, out.scale - (shape.leading_bits - 1));
        const double kept = static_cast<double>(out.significand) * unit;
        lossy += out.sticky ? 1 : 0;
        ASSERT_EQ(out.sticky, kept != magnitude) << code;
        ASSERT_TRUE(kept <= magnitude && magnitude < kept + unit) << code;
        ASSERT_EQ(BitLength(out.significand), magnitude == 0 ? 0 : shape.leading_bits) << code;
        ASSERT_FALSE(!to_posit && out.sticky) << code;
      }
    }
  }
  std::printf("%zu cases, %zu with lost bits\n", cases, lossy);
  EXPECT_GT(cases, 600'000u);
  EXPECT_GT(lossy, 10'000u);
}

}  // namespace
}  // namespace macroscope
