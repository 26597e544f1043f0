// The round stage against the reference's rounding of the same number, results and flags: every
// significand, guard, sticky and exponent of small formats, in every rounding and overflow.
#include "models/common/float_round.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "models/formats/catalogue.h"
#include "models/reference/quantize.h"

namespace macroscope {
namespace {

// Formats of 0, 1, 2 and 3 fraction bits, with each kind of special codes.
Catalogue Formats() {
  Catalogue formats;
  Format f;
  f.exponent_bits = 2;
  f.bias = 1;
  f.specials = Specials::kNone;
  f.name = "e2m0";
  formats.Add(f);
  f.fraction_bits = 1;
  f.specials = Specials::kIeee;
  f.name = "e2m1_ieee";
  formats.Add(f);
  return formats;
}

Design RoundDesign(const Catalogue& formats, const std::string& accumulator, Rounding rounding,
                   Overflow overflow, Tininess tininess) {
  DesignText text;
  text.unit = "fp_fma";
  text.operands = "fp4_e2m1";
  text.accumulator = accumulator;
  text.rounding = Name(rounding);
  text.overflow = Name(overflow);
  text.tininess = Name(tininess);
  if (rounding == Rounding::kStochastic) text.random_bits = "2";
  return ParseDesign(text, formats);
}

// All that one design rounds, with operand r as `mode`, or as the random bits.
std::size_t ExpectRounds(const Design& design, Rounding mode, std::uint64_t r) {
  const Format& f = design.accumulator.format;
  const FloatRound<Word64> round{design};
  const int p = f.fraction_bits + 1;
  const int guard_bits = GuardBits(design);
  std::size_t cases = 0;
  for (int exponent = 0; exponent <= (1 << f.exponent_bits) + 1; ++exponent) {
    for (std::uint64_t x = 0; x < std::uint64_t{1} << (p - 1 + guard_bits); ++x) {
      for (int bits = 0; bits < 4; ++bits) {
        FloatRound<Word64>::In in;
        in.sign = (bits & 1) != 0;
        in.sticky = (bits & 2) != 0;
        in.exponent = exponent;
        in.guard = x & LowMask<Word64>(guard_bits);
        in.significand = x >> guard_bits | (exponent != 0 ? std::uint64_t{1} << (p - 1) : 0);
        const double units = static_cast<double>(in.significand) +
                             std::ldexp(static_cast<double>(in.guard), -guard_bits) +
                             std::ldexp(in.sticky ? 0.5 : 0.0, -guard_bits);
        if (units == 0) continue;
        const double magnitude =
            std::ldexp(units, (exponent == 0 ? 1 : exponent) - f.bias - (p - 1));
        const double value = in.sign ? -magnitude : magnitude;
        const Quantized expected = Quantize(value, f, mode, design.overflow, r, design.random_bits);
        const auto out = round(in, r);
        EXPECT_EQ(out.z, expected.code) << DisplayName(design) << " of " << value;
        // The reference's conversions are tiny after rounding.
        if (design.tininess == Tininess::kAfterRounding) {
          EXPECT_EQ(int{out.flags}, int{expected.flags}) << DisplayName(design) << " of " << value;
        } else {
          const bool tiny = exponent == 0 && (in.guard != 0 || in.sticky);
          EXPECT_EQ((out.flags & Flags::kUnderflow) != 0, tiny)
              << DisplayName(design) << " of " << value;
        }
        if (testing::Test::HasFailure()) return cases;
        ++cases;
      }
    }
  }
  return cases;
}

TEST(FloatRound, EveryRoundingOfEveryNumber) {
  const Catalogue formats = Formats();
  std::size_t cases = 0;
  for (const char* name : {"e2m0", "e2m1_ieee", "fp4_e2m1", "fp6_e3m2", "fp6_e2m3", "fp8_e4m3",
                           "fp8_e5m2", "fp8_e4m3fnuz", "p3109_k8p4se"}) {
    const Format f = formats.Find(name);
    for (const Overflow overflow : {Overflow::kInfinity, Overflow::kSaturate, Overflow::kNan}) {
      if (overflow == Overflow::kInfinity && !f.has_infinity()) continue;
      if (overflow == Overflow::kNan && !f.has_nan()) continue;
      for (const Tininess tininess : {Tininess::kAfterRounding, Tininess::kBeforeRounding}) {
        for (int m = 0; m <= static_cast<int>(Rounding::kPort); ++m) {
          const auto rounding = static_cast<Rounding>(m);
          const Design design = RoundDesign(formats, name, rounding, overflow, tininess);
          const bool port = rounding == Rounding::kPort;
          const int operands = port ? kPortModes : 1 << design.random_bits;
          for (int r = 0; r < operands; ++r) {
            cases += ExpectRounds(design, port ? static_cast<Rounding>(r) : rounding,
                                  static_cast<std::uint64_t>(r));
            if (HasFailure()) return;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

}  // namespace
}  // namespace macroscope
