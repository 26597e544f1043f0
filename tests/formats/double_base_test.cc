// Double-base numbers: every code by the definition, limits against all codes, names, refusals.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "models/formats/catalogue.h"
#include "models/formats/double_base_number.h"
#include "tests/formats/expect_message.h"

namespace macroscope {
namespace {

// The top `bits` of `field`, read as two's complement by hand.
int Signed(std::uint64_t field, int bits) {
  const int value = static_cast<int>(field);
  return value >= 1 << (bits - 1) ? value - (1 << bits) : value;
}

TEST(DoubleBase, EveryCodeReadsAsItIsDefined) {
  int codes = 0;
  for (const char* name : {"dbns4_2", "dbns6_3", "dbns8_3", "dbns8_4", "dbns16_8"}) {
    const Format format = Catalogue().FindAlternative(name);
    const int three_bits = format.double_base.three_bits;
    const int two_bits = format.width_bits() - 1 - three_bits;
    int zeros = 0, nans = 0;
    std::set<std::tuple<bool, int, int>> numbers;
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++codes) {
      const DoubleBaseNumber number = DecodeDoubleBase(format, code);
      const bool sign = code >> (format.width_bits() - 1) != 0;
      const std::uint64_t body = code & (format.sign_mask() - 1);
      const int two = Signed(body >> three_bits, two_bits);
      const int three = Signed(body & ((1u << three_bits) - 1), three_bits);
      if (two == -(1 << (two_bits - 1)) && three == -(1 << (three_bits - 1))) {
        ASSERT_EQ(number.number_class, sign ? NumberClass::kNan : NumberClass::kZero);
        ++(sign ? nans : zeros);
        continue;
      }
      ASSERT_EQ(number, (DoubleBaseNumber{NumberClass::kNormal, sign, two, three})) << code;
      ASSERT_EQ(format.double_base.Field(two, three), body);
      numbers.insert({sign, two, three});
    }
    EXPECT_EQ(zeros, 1) << name;
    EXPECT_EQ(nans, 1) << name;
    EXPECT_EQ(numbers.size(), format.code_mask() + 1 - 2) << name;
  }
  std::printf("%d codes\n", codes);
  EXPECT_EQ(codes, 16 + 64 + 256 + 256 + 65536);
}

TEST(DoubleBase, LimitsBoundEveryCode) {
  int formats = 0;
  for (int two_bits = 1; two_bits <= 6; ++two_bits) {
    for (int three_bits = 2; three_bits <= 6; ++three_bits, ++formats) {
      const std::string name =
          "dbns" + std::to_string(1 + two_bits + three_bits) + "_" + std::to_string(three_bits);
      const Format format = Catalogue().FindAlternative(name);
      const auto logarithm = [&](std::uint64_t code) {
        const DoubleBaseNumber number = DecodeDoubleBase(format, code);
        EXPECT_EQ(number.number_class, NumberClass::kNormal) << name;
        return number.two + number.three * std::log2(3);
      };
      double least = 1e9, greatest = -1e9;
      for (std::uint64_t code = 0; code < format.sign_mask(); ++code) {
        if (code == format.zero_code()) continue;
        least = std::min(least, logarithm(code));
        greatest = std::max(greatest, logarithm(code));
      }
      EXPECT_EQ(logarithm(format.max_finite()), greatest) << name;
      EXPECT_EQ(logarithm(format.least_positive()), least) << name;
      EXPECT_EQ(format.min_finite(), format.max_finite() | format.sign_mask()) << name;
      EXPECT_EQ(DecodeDoubleBase(format, format.canonical_nan()).number_class, NumberClass::kNan);
      EXPECT_FALSE(format.has_infinity() || format.has_negative_zero());
    }
  }
  EXPECT_EQ(formats, 30);
}

// Worked by hand: 2^7 27, 2^-7/81, -2^-3/9.
TEST(DoubleBase, ValuesInText) {
  const Format format = Catalogue().FindAlternative("dbns8_3");
  const auto decode = [&](std::uint64_t code) { return DecodeDoubleBase(format, code); };
  EXPECT_EQ(ExactValue(decode(0x3b)), "2^7 * 3^3");
  EXPECT_EQ(DecimalValue(decode(0x3b)), "3456");
  EXPECT_EQ(ExactValue(decode(format.least_positive())), "2^-7 * 3^-4");
  EXPECT_EQ(DecimalValue(decode(format.least_positive())), "~0.000096450617284");
  EXPECT_EQ(ExactValue(decode(0xee)), "-2^-3 * 3^-2");
  EXPECT_EQ(DecimalValue(decode(0xee)), "~-0.0138888888889");
  EXPECT_EQ(DecimalValue(decode(0x00)), "1");
  EXPECT_EQ(DecimalValue(decode(0x79)), "1.5");
  EXPECT_EQ(DecimalValue(decode(0x44)), "0");
  EXPECT_EQ(ExactValue(decode(0xc4)), "nan");
}

TEST(DoubleBase, NamesFollowTheRule) {
  const Catalogue catalogue;
  int names = 0;
  for (int width = 1; width <= 20; ++width) {
    for (int three = 0; three <= 12; ++three) {
      const std::string name = "dbns" + std::to_string(width) + "_" + std::to_string(three);
      const bool exists =
          width >= 4 && width <= 16 && three >= 2 && three <= 8 && width - 1 - three >= 1;
      ASSERT_EQ(catalogue.ContainsAlternative(name), exists) << name;
      if (!exists) continue;
      const Format format = catalogue.FindAlternative(name);
      EXPECT_NO_THROW(Validate(format)) << name;
      EXPECT_EQ(format.width_bits(), width);
      ++names;
    }
  }
  EXPECT_EQ(names, 70);
}

TEST(DoubleBase, WhatCannotBeIsRefused) {
  const Catalogue catalogue;
  ExpectInvalid([&] { catalogue.FindAny("dbns20_3"); }, {"'dbns20_3'", "dbnsN_B", "4 to 16"});
  ExpectInvalid([&] { catalogue.Find("dbns8_3"); }, {"family double_base"});
  const Format format = catalogue.FindAlternative("dbns8_3");
  ExpectInvalid([&] { Decode(format, 1); }, {"'dbns8_3'", "DecodeDoubleBase"});
  ExpectInvalid([&] { DecodeDoubleBase(catalogue.Find("fp16"), 1); }, {"no double-base numbers"});
  const auto changed = [&](auto&& change) {
    Format other = format;
    change(other);
    return [other] { Validate(other); };
  };
  ExpectInvalid(changed([](Format& f) { f.double_base.three_bits = 9; }),
                {"three_bits is 9", "2 to 8"});
  ExpectInvalid(changed([](Format& f) { f.double_base.two_bits = 13; }),
                {"two_bits is 13", "1 to 12"});
  ExpectInvalid(changed([](Format& f) { f.fraction_bits = 1; }), {"a double-base format has"});
  Format floating = catalogue.Find("fp16");
  floating.double_base.two_bits = 1;
  ExpectInvalid([&] { Validate(floating); }, {"a floating format has no"});
}

}  // namespace
}  // namespace macroscope
