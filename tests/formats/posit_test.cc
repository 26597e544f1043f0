#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/formats/expect_message.h"
#include "tests/formats/posit_by_definition.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

Format Posit(int width_bits, int exponent_bits) {
  Format format;
  format.name = "mine";
  format.family = Family::kPosit;
  format.posit = {.width_bits = width_bits, .exponent_bits = exponent_bits};
  return format;
}

TEST(Posit, CodesDecodeToTheirWorkedValues) {
  int codes = 0;
  for (const std::string name : {"posit8_0", "posit8_1", "posit8_2"}) {
    const Format format = Catalogue().FindAlternative(name);
    for (const Row& row : ReadCsv("codes/" + name + ".csv")) {
      const std::string expected = row.at("value_hex") == "NaR" ? "nan" : row.at("value_hex");
      EXPECT_EQ(HexValue(Decode(format, Code(row.at("code")))), expected) << row.at("code");
      ++codes;
    }
  }
  EXPECT_EQ(codes, 3 * 256);
}

// Every code of every posit of up to 12 bits, of both signs.
TEST(Posit, DecodesAsItsDefinitionReads) {
  int codes = 0;
  for (int width = kMinPositBits; width <= 12; ++width) {
    for (int es = 0; es <= std::min(width, kMaxPositExponentBits); ++es) {
      const Format format = Posit(width, es);
      Validate(format);
      const std::uint64_t nar = std::uint64_t{1} << (width - 1);
      EXPECT_EQ(Decode(format, 0).number_class, NumberClass::kZero);
      EXPECT_EQ(Decode(format, nar).number_class, NumberClass::kNan);
      for (std::uint64_t code = 1; code < nar; ++code, ++codes) {
        const PositText expected = ReadPosit(width, es, code);
        const int bits = static_cast<int>(expected.fraction.size());
        const std::uint64_t significand = std::stoull("1" + expected.fraction, nullptr, 2);
        const Decoded positive{NumberClass::kNormal, false, significand, expected.scale - bits};
        ASSERT_EQ(Decode(format, code), positive) << width << ' ' << es << ' ' << code;
        Decoded negative = positive;
        negative.negative = true;
        ASSERT_EQ(Decode(format, 2 * nar - code), negative) << width << ' ' << es << ' ' << code;
      }
    }
  }
  std::printf("%d codes\n", codes);
  EXPECT_GT(codes, 30'000);
}

TEST(Posit, LimitsBoundEveryCode) {
  int formats = 0;
  for (int width = kMinPositBits; width <= 12; ++width) {
    for (int es = 0; es <= std::min(width, kMaxPositExponentBits); ++es, ++formats) {
      const Format format = Posit(width, es);
      SCOPED_TRACE(testing::Message() << width << ' ' << es);
      int most_bits = 0;
      for (std::uint64_t code = 1; code <= format.max_finite(); ++code) {
        const Decoded value = Decode(format, code);
        EXPECT_GE(value.exponent, format.min_quantum_exponent());
        EXPECT_LE(value.exponent - format.min_quantum_exponent(), format.max_shift());
        most_bits = std::max(most_bits, static_cast<int>(std::bit_width(value.significand)));
      }
      EXPECT_EQ(most_bits, format.significand_bits());
      const Decoded greatest = Decode(format, format.max_finite());
      EXPECT_EQ(greatest.significand, 1U);
      EXPECT_EQ(greatest.exponent, (width - 2) * (1 << es));
      EXPECT_EQ(Decode(format, 1).exponent, -greatest.exponent);
      EXPECT_TRUE(Decode(format, format.min_finite()).negative);
    }
  }
  EXPECT_EQ(formats, 4 + 5 + 6 + 7 + 8 + 9 + 10 * 4);
}

TEST(Posit, HasTheStandardsLimits) {
  const Format format = Catalogue().FindAlternative("posit32_2");
  EXPECT_EQ(HexValue(Decode(format, format.max_finite())), "0x1p+120");  // 2^(4n - 8)
  EXPECT_EQ(HexValue(Decode(format, format.min_finite())), "-0x1p+120");
  EXPECT_EQ(HexValue(Decode(format, 1)), "0x1p-120");
  EXPECT_EQ(HexValue(Decode(format, 0x4000'0001)), "0x1.0000002p+0");
  EXPECT_EQ(DecimalValue(Decode(Posit(32, 9), 0x7FFF'FFFF)).substr(0, 4), "~6.6");
}

TEST(Posit, NamesFollowTheRule) {
  const Catalogue catalogue;
  int names = 0;
  for (int width = 3; width <= 32; ++width) {
    for (int es = 0; es <= std::min(width, 9); ++es, ++names) {
      const std::string name = "posit" + std::to_string(width) + "_" + std::to_string(es);
      EXPECT_EQ(catalogue.FindAlternative(name).posit, Posit(width, es).posit);
      EXPECT_FALSE(catalogue.Contains(name));
    }
  }
  EXPECT_EQ(names, 4 + 5 + 6 + 7 + 8 + 9 + 10 * 24);
  for (const char* name : {"posit2_0", "posit33_2", "posit8", "posit8_", "posit_2", "posit8_10",
                           "posit3_4", "posit8_2_1", "posit08_2", "int8", "fp16", ""}) {
    EXPECT_FALSE(catalogue.ContainsAlternative(name)) << name;
  }
}

TEST(Posit, WhatCannotBeIsRefused) {
  ExpectInvalid([] { Validate(Posit(2, 0)); }, {"'mine'", "width is 2", "3 to 32"});
  ExpectInvalid([] { Validate(Posit(33, 2)); }, {"width is 33", "3 to 32"});
  ExpectInvalid([] { Validate(Posit(4, 5)); },
                {"exponent_bits is 5, which exceeds its width of 4 bits", "0 to 4"});
  ExpectInvalid([] { Validate(Posit(16, 10)); }, {"exponent_bits is 10", "0 to 9"});
  ExpectInvalid([] { Validate(Posit(8, -1)); }, {"exponent_bits is -1", "0 to 9"});
  Format format = Posit(8, 2);
  format.bias = 1;
  ExpectInvalid([&] { Validate(format); }, {"a posit has a width and exponent_bits, and no more"});
  format = Catalogue().Find("fp8_e4m3");
  format.posit.width_bits = 8;
  ExpectInvalid([&] { Validate(format); }, {"a floating format has no"});
}

TEST(Posit, StandsApartFromWhatUnitsTake) {
  Catalogue catalogue;
  ExpectInvalid([&] { catalogue.Find("posit8_2"); },
                {"'posit8_2' is of family posit", "integers and floating formats"});
  ExpectInvalid([&] { catalogue.FindAlternative("posit8"); },
                {"unknown format 'posit8'; there are posit8_0", "positN_E"});
  Format mine = Posit(6, 1);
  catalogue.Add(mine);
  EXPECT_EQ(catalogue.alternatives().back(), mine);
  ExpectInvalid([&] { catalogue.Add(mine); }, {"exists already"});
  mine.name = "posit9_9";
  ExpectInvalid([&] { catalogue.Add(mine); }, {"exists already"});
  BlockFormat block;
  block.name = "blocks";
  block.element = Posit(8, 2);
  block.scale = catalogue.Find("e8m0");
  ExpectInvalid([&] { catalogue.AddBlock(block); }, {"'blocks'", "'mine' is of family posit"});
}

}  // namespace
}  // namespace macroscope
