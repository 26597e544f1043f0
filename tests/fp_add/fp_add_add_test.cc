// Sum or difference, magnitude and sign, of every pair of terms that alignment makes of small
// formats; and the sign of a sum that cancels, in every rounding.
#include "models/fp_add/fp_add_add.h"

#include <gtest/gtest.h>

#include "tests/fp_add/fp_add_designs.h"

namespace macroscope {
namespace {

TEST(FpAddAdd, EveryPairHasItsSum) {
  std::size_t cases = 0;
  for (const Design& design : SmallFpAddDesigns()) {
    const FpAddShape s = FpAddShape::Derive(design);
    const FpAddUnpack unpack{s};
    const FpAddAlign<Word64> align{s};
    const FpAddAdd<Word64> add{s};
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const double x = ToDouble(design.a, a);
        const double y = ToDouble(design.b, b);
        if (!IsExactSum(x, y)) continue;
        ++cases;
        const auto out = add(align(unpack({a, b})), 0);
        ASSERT_EQ(out.sign, std::signbit(x + y)) << x << " + " << y;
        const int fraction_bits = out.near ? s.near_bits : s.window_bits;
        const double sum =
            OnScale(s, out.near ? out.difference : out.sum, out.exponent, fraction_bits);
        const double unit = OnScale(s, 1, out.exponent, fraction_bits);
        if (out.sticky && !out.near) {
          ASSERT_TRUE(sum < std::fabs(x + y) && std::fabs(x + y) < sum + unit) << x << " + " << y;
        } else {
          ASSERT_EQ(sum, std::fabs(x + y)) << x << " + " << y;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

TEST(FpAddAdd, SignOfWhatCancels) {
  std::size_t zeros = 0;
  for (const char* path : {"single", "dual"}) {
    for (const std::string& rounding : RoundingNames()) {
      const Design design = FpAddDesign("fp8_e5m2", "", path, rounding);
      const FpAddShape s = FpAddShape::Derive(design);
      const FpAddUnpack unpack{s};
      const FpAddAlign<Word64> align{s};
      const FpAddAdd<Word64> add{s};
      const bool port = design.rounding == Rounding::kPort;
      for (std::uint64_t a = 0; a <= design.a.max_finite(); ++a) {
        for (std::uint64_t r = 0; r < (port ? kPortModes : 1); ++r) {
          const Rounding mode = port ? static_cast<Rounding>(r) : design.rounding;
          for (const bool first : {false, true}) {
            const std::uint64_t negative = a | design.a.sign_mask();
            const auto out = add(align(unpack({first ? negative : a, first ? a : negative})), r);
            ASSERT_EQ(out.sign, mode == Rounding::kTowardNegative) << rounding << " " << a;
            ++zeros;
          }
          // Of one sign it is that sign.
          ASSERT_FALSE(add(align(unpack({0, 0})), r).sign);
          ASSERT_TRUE(add(align(unpack({design.a.sign_mask(), design.a.sign_mask()})), r).sign);
        }
      }
    }
  }
  EXPECT_GT(zeros, 5000u);
}

}  // namespace
}  // namespace macroscope
