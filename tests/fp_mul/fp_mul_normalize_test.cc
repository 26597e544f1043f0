// Normalizing keeps the value of every product of small formats, down to what sticky remembers, at
// the place that the result's exponent says. And the window is as narrow as it can be.
#include "models/fp_mul/fp_mul_normalize.h"

#include <gtest/gtest.h>

#include <random>

#include "models/fp_mul/fp_mul_laws.h"
#include "models/reference/reference.h"
#include "tests/fp_mul/fp_mul_designs.h"

namespace macroscope {
namespace {

TEST(FpMulNormalize, EveryProductKeepsItsValue) {
  std::size_t cases = 0;
  std::size_t subnormal = 0;
  for (const Design& design : SmallFpMulDesigns()) {
    const FpMulLaws<Word128> laws{design};
    const FpMulShape& s = laws.shape;
    SCOPED_TRACE(DisplayName(design));
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        const double product = std::fabs(ToDouble(design.a, a) * ToDouble(design.b, b));
        if (!std::isfinite(product)) continue;
        ++cases;
        const auto out = laws.normalize(laws.multiply(laws.unpack({a, b})));
        const int exponent = out.exponent == 0 ? 1 : out.exponent;
        const double unit = std::ldexp(1.0, exponent - s.accumulator.bias - (s.precision - 1));
        const double last = std::ldexp(unit, -s.guard_bits);
        const double kept =
            static_cast<double>(out.significand) * unit + static_cast<double>(out.guard) * last;
        // What tells tininess after rounding is asked of subnormal results only.
        const double gap = out.exponent == 0 ? last : std::ldexp(unit, -1);
        if (out.sticky) {
          ASSERT_TRUE(kept < product && product < kept + gap) << a << " * " << b;
        } else {
          ASSERT_EQ(kept, product) << a << " * " << b;
        }
        ASSERT_EQ(BitLength(out.significand) == s.precision, out.exponent != 0);
        subnormal += out.exponent == 0 && product != 0 ? 1 : 0;
      }
    }
  }
  std::printf("%zu cases, %zu subnormal\n", cases, subnormal);
  EXPECT_GT(cases, 500000u);
  EXPECT_GT(subnormal, 10000u);
}

// The laws with a window of `less` bits fewer, against the reference.
std::size_t Mismatches(const Design& design, int less) {
  FpMulShape shape = FpMulShape::Derive(design);
  shape.window_bits -= less;
  const FpMulLaws<Word128> laws{shape};
  Reference reference(design);
  std::mt19937_64 random(1);
  constexpr int kCases = 20000;
  std::size_t mismatches = 0;
  for (int i = 0; i < kCases; ++i) {
    Operation in;
    in.a = random() & design.a.code_mask();
    in.b = random() & design.b.code_mask();
    in.r = random() & LowMask<Word64>(design.random_bits);
    const auto product = laws.multiply(laws.unpack({in.a.low(), in.b.low()}));
    const auto out = laws.round(laws.normalize(product), in.r);
    if (static_cast<std::uint64_t>(out.z) != reference.Operate(in).low()) ++mismatches;
  }
  return mismatches;
}

TEST(FpMulNormalize, OneBitOfTheWindowFewerFails) {
  for (const char* rounding : {"ties_to_even", "stochastic"}) {
    for (const char* operands : {"fp8_e4m3", "fp16", "bf16", "fp8_e3m4,fp16", "fp32"}) {
      for (const char* result : {"fp8_e4m3", "bf16"}) {
        const Design design = FpMulDesign(operands, result, rounding);
        // A product as narrow as the window has all its bits in it.
        const FpMulShape shape = FpMulShape::Derive(design);
        if (shape.product_bits < shape.window_bits + 1) continue;
        SCOPED_TRACE(DisplayName(design));
        EXPECT_EQ(Mismatches(design, 0), 0u);
        EXPECT_GT(Mismatches(design, 1), 0u);
      }
    }
  }
}

}  // namespace
}  // namespace macroscope
