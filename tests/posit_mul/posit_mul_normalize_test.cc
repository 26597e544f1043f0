// Normalizing keeps the value of every product of small posits, down to what sticky remembers, into
// results as narrow and as wide as there are.
#include "models/posit_mul/posit_mul_normalize.h"

#include <gtest/gtest.h>

#include "models/posit_mul/posit_mul_laws.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositMulNormalize, EveryProductKeepsItsValue) {
  std::size_t cases = 0, lossy = 0;
  for (const std::string& operands : SmallPosits()) {
    for (const char* result : {"posit3_0", "posit4_4", "posit8_1", "posit16_2"}) {
      const Design design = PositDesign("posit_mul", operands, result);
      const PositMulLaws<Word64> laws{design};
      SCOPED_TRACE(DisplayName(design));
      for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
        for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
          const double product = std::fabs(ToDouble(design.a, a) * ToDouble(design.b, b));
          const PositRound::In out = laws.normalize(laws.multiply(laws.unpack({a, b})));
          ASSERT_EQ(out.nar, std::isnan(product));
          if (out.nar) continue;
          const double unit = std::ldexp(1.0, out.scale - (laws.shape.kept_bits - 1));
          const double kept = static_cast<double>(out.significand) * unit;
          lossy += out.sticky ? 1 : 0;
          ASSERT_EQ(out.sticky, kept != product) << a << " * " << b;
          ASSERT_TRUE(kept <= product && product < kept + unit) << a << " * " << b;
          const int bits = product == 0 ? 0 : laws.shape.kept_bits;
          ASSERT_EQ(BitLength(out.significand), bits);
        }
      }
    }
  }
  std::printf("%zu cases, %zu with lost bits\n", cases, lossy);
  EXPECT_GT(cases, 300'000u);
  EXPECT_GT(lossy, 10'000u);
}

}  // namespace
}  // namespace macroscope
