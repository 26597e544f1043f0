#include <gtest/gtest.h>

#include <random>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"
#include "tests/reference/value_table.h"

namespace macroscope {
namespace {

constexpr int kSeed = 1;

// Formats that the catalogue has not: no subnormals, one exponent bit, a strange bias.
std::vector<Format> Formats() {
  const Catalogue catalogue;
  std::vector<Format> formats;
  for (const Format& format : catalogue.formats()) {
    if (format.width_bits() <= 16) formats.push_back(format);
  }
  Format format = catalogue.Find("fp8_e4m3");
  format.has_subnormals = false;
  format.name = "no_subnormals";
  formats.push_back(format);
  format.has_zero = false;
  format.name = "no_zero";
  formats.push_back(format);
  format = catalogue.Find("fp8_e5m2");
  format.bias = -3;
  format.name = "large";
  formats.push_back(format);
  format = catalogue.Find("fp4_e2m1");
  format.exponent_bits = 1;
  format.name = "one_exponent_bit";
  formats.push_back(format);
  format.specials = Specials::kIeee;
  format.name = "only_subnormals";
  formats.push_back(format);
  for (const Format& made : formats) Validate(made);
  return formats;
}

std::vector<Format> FloatingFormats() {
  std::vector<Format> formats = Formats();
  std::erase_if(formats, [](const Format& format) { return format.is_integer(); });
  return formats;
}

TEST(Quantize, KeepsEveryCodeOfItsOwnFormat) {
  std::uint64_t cases = 0;
  for (const Format& format : Formats()) {
    SCOPED_TRACE(format.name);
    for (const Rounding rounding : kDeterministic) {
      for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++cases) {
        const Quantized result = Quantize(format, code, format, rounding, Overflow::kInfinity);
        const bool nan = Decode(format, code).number_class == NumberClass::kNan;
        ASSERT_EQ(result.code, nan ? format.canonical_nan() : code) << Name(rounding);
        if (!nan) {
          ASSERT_EQ(result.flags, 0) << code;
        }
      }
    }
  }
  std::printf("%lu codes\n", cases);
  EXPECT_GT(cases, 1'000'000U);
}

// Saturating conversions clamp infinity, too.
TEST(Quantize, SaturatesInfinity) {
  const Format from = Catalogue().Find("fp32");
  int cases = 0;
  for (const Format& to : Formats()) {
    const auto code = [&](bool negative) {
      return Quantize(from, from.infinity(negative), to, Rounding::kTiesToEven, Overflow::kSaturate)
          .code;
    };
    EXPECT_EQ(code(false), to.max_finite()) << to.name;
    EXPECT_EQ(code(true), to.min_finite()) << to.name;
    ++cases;
  }
  EXPECT_GT(cases, 30);
}

// Each number, the points half way to its neighbour, and the doubles next to those.
TEST(Quantize, RoundsAroundEveryNumberAndMidpoint) {
  std::uint64_t cases = 0;
  for (const Format& format : FloatingFormats()) {
    SCOPED_TRACE(format.name);
    const ValueTable table(format);
    const bool infinite = format.has_infinity();
    const std::uint64_t positive = infinite           ? format.infinity(false)
                                   : format.has_nan() ? format.canonical_nan()
                                                      : format.max_finite();
    const std::uint64_t negative = infinite           ? format.infinity(true)
                                   : format.has_nan() ? format.canonical_nan()
                                                      : format.min_finite();
    const std::uint64_t step = format.width_bits() > 8 ? 7 : 1;
    for (std::uint64_t code = 0; code <= format.max_finite(); code += step) {
      const double here = ToDouble(Decode(format, code));
      Decoded over = Decode(format, code);
      ++over.significand;
      const double next =
          code < format.max_finite() ? ToDouble(Decode(format, code + 1)) : ToDouble(over);
      const double middle = here + (next - here) / 2;
      for (const double x : {here, std::nextafter(here, next), std::nextafter(middle, here), middle,
                             std::nextafter(middle, next), std::nextafter(next, here)}) {
        if (x == 0) continue;
        for (const double value : {x, -x}) {
          if (value < 0 && !format.has_sign) continue;
          for (const Rounding rounding : kDeterministic) {
            const Quantized result = Quantize(value, format, rounding, Overflow::kInfinity);
            ASSERT_EQ(result.code, table.Round(value, rounding, positive, negative))
                << value << ' ' << Name(rounding);
            const bool exact = x == here;
            ASSERT_EQ((result.flags & Flags::kInexact) == 0, exact) << value;
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%lu conversions\n", cases);
  EXPECT_GT(cases, 800'000U);
}

// Tininess after rounding: below the smallest normal number, were the exponent unbounded.
TEST(Quantize, FlagsUnderflowAfterRounding) {
  const Format format = Catalogue().Find("fp8_e5m2");  // Smallest normal 2^-14, quantum 2^-16.
  const auto flags = [&](double value, Rounding rounding) {
    return Quantize(value, format, rounding, Overflow::kInfinity).flags;
  };
  constexpr int kTiny = Flags::kInexact | Flags::kUnderflow;
  const double normal = 0x1p-14;
  // With three bits of precision 0.96875 * 2^-14 rounds to 2^-14, 0.9 * 2^-14 to 0.875 * 2^-14.
  EXPECT_EQ(flags(0.96875 * normal, Rounding::kTiesToEven), Flags::kInexact);
  EXPECT_EQ(flags(0.9 * normal, Rounding::kTiesToEven), kTiny);
  EXPECT_EQ(flags(0.96875 * normal, Rounding::kTowardZero), kTiny);
  EXPECT_EQ(flags(0.9 * normal, Rounding::kTowardPositive), Flags::kInexact);
  EXPECT_EQ(flags(0.8 * normal, Rounding::kTowardPositive), kTiny);
  EXPECT_EQ(flags(0.75 * normal, Rounding::kTiesToEven), 0);  // Exact subnormals are no underflow.
  EXPECT_EQ(flags(0x1p-40, Rounding::kTiesToEven), kTiny);
  EXPECT_EQ(flags(1e9, Rounding::kTiesToEven), Flags::kInexact | Flags::kOverflow);
  EXPECT_EQ(flags(1e9, Rounding::kTowardZero), Flags::kInexact | Flags::kOverflow);
}

// Integers by floor arithmetic.
TEST(Quantize, RoundsIntoIntegers) {
  const Catalogue catalogue;
  std::mt19937_64 random(kSeed);
  int cases = 0;
  for (const char* name : {"int8", "uint8", "smag8", "q3.4", "uq4.4", "int32", "uint2"}) {
    const Format format = catalogue.Find(name);
    SCOPED_TRACE(name);
    const double least =
        std::ldexp(ToDouble(Decode(format, format.min_finite())), format.point_bits);
    const double most =
        std::ldexp(ToDouble(Decode(format, format.max_finite())), format.point_bits);
    for (int i = 0; i < 20'000; ++i) {
      // Quarters, some of them out of range.
      const auto quarters = static_cast<std::int64_t>(random() % 4096) - 2048;
      const double scaled =
          static_cast<double>(quarters) / 4 * (format.width_bits() > 16 ? 0x1p24 + 0.25 : 1);
      const double down = std::floor(scaled), fraction = scaled - down;
      const bool odd = std::fmod(down, 2) != 0;
      for (const Rounding rounding : kDeterministic) {
        bool up = false;
        if (rounding == Rounding::kTiesToEven) up = fraction > 0.5 || (fraction == 0.5 && odd);
        if (rounding == Rounding::kTiesToAway) {
          up = fraction > 0.5 || (fraction == 0.5 && scaled > 0);
        }
        if (rounding == Rounding::kTowardPositive) up = fraction > 0;
        if (rounding == Rounding::kTowardZero) up = fraction > 0 && scaled < 0;
        if (rounding == Rounding::kToOdd) up = fraction > 0 && !odd;
        const double rounded = std::clamp(down + (up ? 1 : 0), least, most);
        const Quantized result =
            Quantize(std::ldexp(scaled, -format.point_bits), format, rounding, Overflow::kSaturate);
        ASSERT_EQ(std::ldexp(ToDouble(Decode(format, result.code)), format.point_bits), rounded)
            << scaled << ' ' << Name(rounding);
        ++cases;
      }
    }
  }
  std::printf("%d conversions, seed %d\n", cases, kSeed);
}

TEST(Quantize, WrapsIntegers) {
  const Format int8 = Catalogue().Find("int8");
  for (int value = -1000; value <= 1000; ++value) {
    EXPECT_EQ(Quantize(value, int8, Rounding::kTiesToEven, Overflow::kWrap).code,
              static_cast<std::uint8_t>(value));
  }
  EXPECT_EQ(Quantize(0x1p60 + 0x1p8 * 3, int8, Rounding::kTiesToEven, Overflow::kWrap).code, 0U);
}

}  // namespace
}  // namespace macroscope
