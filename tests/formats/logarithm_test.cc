#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "models/formats/catalogue.h"
#include "models/formats/log_number.h"
#include "tests/formats/expect_message.h"

namespace macroscope {
namespace {

Format Logarithm(LogLayout log) {
  Format format;
  format.name = "mine";
  format.family = Family::kLogarithmic;
  format.log = log;
  return format;
}

double Value(const LogNumber& number) {
  return std::strtod(DecimalValue(number).c_str() + (DecimalValue(number)[0] == '~'), nullptr);
}

// (-1)^s 2^((t - 64) / 8), and t = 0 is zero.
TEST(Logarithm, TheEightBitFormatReadsAsItIsDefined) {
  const Format format = Catalogue().FindAlternative("lns8_3");
  EXPECT_EQ(format.width_bits(), 8);
  int codes = 0;
  for (std::uint64_t code = 0; code < 256; ++code, ++codes) {
    const LogNumber number = DecodeLog(format, code);
    const int t = static_cast<int>(code & 0x7F);
    if (t == 0) {
      EXPECT_EQ(number.number_class, NumberClass::kZero) << code;
      EXPECT_FALSE(number.negative);
      EXPECT_EQ(DecimalValue(number), "0");
      continue;
    }
    EXPECT_EQ(number, (LogNumber{NumberClass::kNormal, code >= 0x80, t - 64, 8})) << code;
    const double expected = (code >= 0x80 ? -1 : 1) * std::exp2((t - 64) / 8.0);
    EXPECT_NEAR(Value(number) / expected, 1, 1e-11) << code;
  }
  EXPECT_EQ(codes, 256);
  EXPECT_EQ(DecimalValue(DecodeLog(format, format.max_finite())), "~234.75303506");
  EXPECT_EQ(ExactValue(DecodeLog(format, format.max_finite())), "2^(63/8)");
  EXPECT_EQ(ExactValue(DecodeLog(format, format.min_finite())), "-2^(63/8)");
  EXPECT_EQ(ExactValue(DecodeLog(format, format.least_positive())), "2^(-63/8)");
  EXPECT_EQ(ExactValue(DecodeLog(format, 0x40)), "2^0");
  EXPECT_EQ(DecimalValue(DecodeLog(format, 0xC8)), "-2");
  EXPECT_EQ(DecodeLog(format, 0x1'40), DecodeLog(format, 0x40));
}

TEST(Logarithm, MadamHasNoZero) {
  const Format format = Catalogue().FindAlternative("lns8_madam");
  EXPECT_EQ(format.width_bits(), 8);
  for (std::uint64_t code = 0; code < 256; ++code) {
    const LogNumber expected{NumberClass::kNormal, code >= 128,
                             static_cast<std::int64_t>(code % 128), 8};
    EXPECT_EQ(DecodeLog(format, code), expected);
  }
  EXPECT_EQ(format.zero_code(), 0U);
  EXPECT_EQ(format.least_positive(), 0U);
}

// Every layout of a few bits: limits against all codes.
TEST(Logarithm, LimitsBoundEveryCode) {
  int codes = 0, formats = 0;
  for (int bits = 2; bits <= 7; ++bits) {
    for (const int steps : {1, 3, 8}) {
      for (const bool twos_complement : {false, true}) {
        for (const int bias : {0, 5, -3}) {
          for (const LogZero zero : {LogZero::kLeastCode, LogZero::kFlag, LogZero::kNone}) {
            for (const bool sign : {false, true}) {
              Format format = Logarithm({bits, steps, bias, twos_complement, zero});
              format.has_sign = sign;
              Validate(format);
              ++formats;
              EXPECT_EQ(format.width_bits(), bits + sign + (zero == LogZero::kFlag));
              std::int64_t least = 1000, greatest = -1000;
              int zeros = 0, negatives = 0;
              for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++codes) {
                const LogNumber number = DecodeLog(format, code);
                zeros += number.number_class == NumberClass::kZero;
                negatives += number.negative;
                if (number.number_class == NumberClass::kZero) continue;
                least = std::min(least, number.steps);
                greatest = std::max(greatest, number.steps);
              }
              EXPECT_EQ(DecodeLog(format, format.max_finite()).steps, greatest);
              EXPECT_EQ(DecodeLog(format, format.least_positive()).steps, least);
              EXPECT_EQ(DecodeLog(format, format.min_finite()).negative, sign);
              EXPECT_EQ(negatives > 0, sign);
              EXPECT_EQ(zeros > 0, zero != LogZero::kNone);
              const LogNumber at_zero = DecodeLog(format, format.zero_code());
              EXPECT_EQ(at_zero.number_class == NumberClass::kZero, zero != LogZero::kNone);
              EXPECT_FALSE(at_zero.negative);
            }
          }
        }
      }
    }
  }
  std::printf("%d codes of %d formats\n", codes, formats);
  EXPECT_EQ(formats, 6 * 3 * 2 * 3 * 3 * 2);
}

TEST(Logarithm, NamesFollowTheRule) {
  const Catalogue catalogue;
  int names = 0;
  for (int width = 3; width <= 32; ++width) {
    for (int fraction = 0; fraction < width; ++fraction) {
      const std::string name = "lns" + std::to_string(width) + "_" + std::to_string(fraction);
      const int integer = width - 1 - fraction;
      const bool exists = integer >= 1 && integer <= 14 && fraction <= 20;
      ASSERT_EQ(catalogue.ContainsAlternative(name), exists) << name;
      if (!exists) continue;
      const Format format = catalogue.FindAlternative(name);
      EXPECT_NO_THROW(Validate(format)) << name;
      EXPECT_EQ(format.width_bits(), width);
      ++names;
    }
  }
  std::printf("%d names\n", names);
  EXPECT_GT(names, 200);
}

TEST(Logarithm, WhatCannotBeIsRefused) {
  ExpectInvalid([] { Validate(Logarithm({.logarithm_bits = 1})); },
                {"'mine'", "logarithm_bits is 1", "2 to 31"});
  ExpectInvalid([] { Validate(Logarithm({.logarithm_bits = 8, .steps_per_octave = 0})); },
                {"steps_per_octave is 0", "1 to 1048576"});
  ExpectInvalid([] { Validate(Logarithm({.logarithm_bits = 15})); },
                {"to 2^(32767/1); they can go from 2^-16000 to 2^16000"});
  ExpectInvalid(
      [] {
        Validate(
            Logarithm({.logarithm_bits = 31, .steps_per_octave = 1 << 20, .zero = LogZero::kFlag}));
      },
      {"width is 33", "2 to 32"});
  Format format = Logarithm({.logarithm_bits = 7});
  format.fraction_bits = 3;
  ExpectInvalid([&] { Validate(format); }, {"a logarithmic format has"});
  ExpectInvalid([&] { Decode(Logarithm({.logarithm_bits = 7}), 1); },
                {"'mine' holds logarithms", "DecodeLog"});
  ExpectInvalid([] { DecodeLog(Catalogue().Find("fp16"), 1); }, {"'fp16' holds no logarithms"});
}

}  // namespace
}  // namespace macroscope
