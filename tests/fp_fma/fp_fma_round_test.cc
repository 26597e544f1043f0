// The rounder against the reference's rounding of the same number: every significand, guard, sticky
// and exponent of small formats, in every rounding and overflow.
#include "models/fp_fma/fp_fma_round.h"

#include <gtest/gtest.h>

#include "models/reference/reference.h"
#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaRound, EveryRoundingOfEveryNumber) {
  std::size_t cases = 0;
  for (const char* name : {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3", "fp8_e4m3", "fp8_e5m2",
                           "fp8_e4m3fnuz", "p3109_k8p4se"}) {
    for (int r = 0; r <= static_cast<int>(Rounding::kToOdd); ++r) {
      const auto rounding = static_cast<Rounding>(r);
      Design design = FpFmaDesign("fp4_e2m1", name, rounding);
      const Format& f = design.accumulator.format;
      for (const Overflow overflow : {Overflow::kInfinity, Overflow::kSaturate, Overflow::kNan}) {
        if (overflow == Overflow::kInfinity && !f.has_infinity()) continue;
        if (overflow == Overflow::kNan && !f.has_nan()) continue;
        design.overflow = overflow;
        const FpFmaShape shape = FpFmaShape::Derive(design);
        const FpFmaRound<Word64> round{shape};
        const int p = shape.precision;
        for (int exponent = 0; exponent <= (1 << f.exponent_bits) + 1; ++exponent) {
          for (std::uint64_t x = 0; x < std::uint64_t{4} << (p - 1); ++x) {
            for (int bits = 0; bits < 4; ++bits) {
              FpFmaRound<Word64>::In in;
              in.sign = (bits & 1) != 0;
              in.sticky = (bits & 2) != 0;
              in.exponent = exponent;
              in.guard = (x & 1) != 0;
              in.significand = x >> 1 | (exponent != 0 ? std::uint64_t{1} << (p - 1) : 0);
              if (exponent == 0 && (in.significand >> (p - 1)) != 0) continue;
              const double units = static_cast<double>(in.significand) + (in.guard ? 0.5 : 0.0) +
                                   (in.sticky ? 0.125 : 0.0);
              const double magnitude =
                  std::ldexp(units, (exponent == 0 ? 1 : exponent) - f.bias - (p - 1));
              const double value = in.sign ? -magnitude : magnitude;
              ASSERT_EQ(round(in).z, Quantize(value, f, rounding, overflow).code)
                  << name << " " << Name(rounding) << " " << Name(overflow) << " of " << value;
              ++cases;
            }
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 50000u);
}

}  // namespace
}  // namespace macroscope
