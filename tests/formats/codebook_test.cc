#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "models/formats/decode.h"
#include "tests/formats/expect_message.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

Format Table(std::vector<float> values) {
  Format format;
  format.name = "mine";
  format.family = Family::kCodebook;
  format.codebook.values = std::move(values);
  return format;
}

float Value(const Format& format, std::uint64_t code) {
  const Decoded value = Decode(format, code);
  const auto magnitude =
      static_cast<float>(std::ldexp(static_cast<double>(value.significand), value.exponent));
  return value.negative ? -magnitude : magnitude;
}

std::uint32_t Bits(const Format& format, std::uint64_t code) {
  return std::bit_cast<std::uint32_t>(Value(format, code));
}

TEST(Codebook, CodesDecodeToTheirWorkedValues) {
  const Catalogue catalogue;
  int codes = 0;
  const auto check = [&](const Format& format, std::uint64_t code, const std::string& bits) {
    EXPECT_EQ(Bits(format, code), Code(bits)) << format.name << ' ' << code;
    ++codes;
  };
  for (const Row& row : ReadCsv("codes/nf4_af4.csv")) {
    const std::uint64_t code = std::stoull(row.at("index"));
    check(catalogue.FindAlternative("nf4"), code, row.at("nf4_fp32"));
    check(catalogue.FindAlternative("af4"), code, row.at("af4_64_fp32"));
  }
  for (const Row& row : ReadCsv("codes/bnb_fp4.csv")) {
    check(catalogue.FindAlternative("bnb_fp4"), Code(row.at("code")), row.at("fp32"));
  }
  for (const Row& row : ReadCsv("codes/bnb_dynamic8.csv")) {
    check(catalogue.FindAlternative("bnb_dynamic8"), std::stoull(row.at("index")),
          row.at("fp32_hex"));
  }
  EXPECT_EQ(codes, 16 + 16 + 16 + 256);
}

TEST(Codebook, HasATableForEveryBlockOfAf4) {
  const Catalogue catalogue;
  int codes = 0;
  for (const Row& row : ReadCsv("codes/af4_all_blocks.csv")) {
    for (const auto& [column, text] : row) {
      if (column == "index") continue;
      const std::string suffix = column == "B64" ? "" : "_b" + column.substr(1);
      const Format format = catalogue.FindAlternative("af4" + suffix);
      EXPECT_EQ(Value(format, std::stoull(row.at("index"))), std::stof(text)) << format.name;
      ++codes;
    }
  }
  EXPECT_EQ(codes, 8 * 16);
}

TEST(Codebook, HasLimits) {
  const Format nf4 = Catalogue().FindAlternative("nf4");
  EXPECT_EQ(nf4.width_bits(), 4);
  EXPECT_EQ(nf4.max_finite(), 15U);
  EXPECT_EQ(nf4.min_finite(), 0U);
  EXPECT_EQ(nf4.zero_code(), 7U);
  EXPECT_EQ(nf4.least_positive(), 8U);
  EXPECT_TRUE(nf4.is_signed());
  EXPECT_EQ(nf4.sign_mask(), 0U);
  const Format fp4 = Catalogue().FindAlternative("bnb_fp4");
  EXPECT_EQ(fp4.width_bits(), 4);
  EXPECT_EQ(fp4.max_finite(), 3U);
  EXPECT_EQ(fp4.min_finite(), 0xBU);
  EXPECT_EQ(fp4.zero_code(), 0U);
  EXPECT_EQ(fp4.least_positive(), 1U);
  EXPECT_EQ(fp4.sign_mask(), 8U);
  EXPECT_EQ(DecimalValue(Decode(fp4, 8)), "0");
  const Format dynamic = Catalogue().FindAlternative("bnb_dynamic8");
  EXPECT_EQ(dynamic.width_bits(), 8);
  EXPECT_EQ(dynamic.zero_code(), 127U);
  EXPECT_FALSE(Table({0.5F, 1, 2, 4}).is_signed());
}

TEST(Codebook, WhatIsAllowed) {
  EXPECT_NO_THROW(Validate(Table({-1, 1})));
  EXPECT_NO_THROW(Validate(Table({1, 2, 3, 1e30F})));  // Without a zero.
  EXPECT_NO_THROW(Validate(
      Table(std::vector<float>(Catalogue().FindAlternative("bnb_dynamic8").codebook.values))));
  Format any = Table({3, -1, 0, 2});
  any.codebook.is_ascending = false;
  EXPECT_NO_THROW(Validate(any));
  any.codebook.thresholds = {-0.25F, 1, 2.75F};
  EXPECT_NO_THROW(Validate(any));
}

TEST(Codebook, WhatCannotBeIsRefused) {
  ExpectInvalid(
      [] {
        Validate(Table({-1, 0, 1, 1}));
      },
      {"'mine'", "value 3 (1.000000) equals value 2", "no two can be equal"});
  ExpectInvalid(
      [] {
        Validate(Table({-1, 0, 2, 1}));
      },
      {"value 3 (1.000000) is below the one before it", "ascending: false"});
  Format any = Table({3, -1, 0, 3});
  any.codebook.is_ascending = false;
  ExpectInvalid([&] { Validate(any); }, {"value 3 (3.000000) equals value 0"});
  ExpectInvalid([] { Validate(Table({0})); }, {"it has 1 values", "a power of two", "2 to 256"});
  ExpectInvalid([] { Validate(Table({0, 1, 2})); }, {"it has 3 values", "a power of two"});
  ExpectInvalid([] { Validate(Table({-1, -0.0F})); }, {"value 1", "zero has no sign"});
  ExpectInvalid(
      [] {
        Validate(Table({-1, std::numeric_limits<float>::infinity()}));
      },
      {"value 1 (inf) can be no entry", "finite"});
  Format sign = Table({-1, 1});
  sign.codebook.has_sign = true;
  ExpectInvalid([&] { Validate(sign); }, {"value 0 (-1.000000) is negative", "magnitudes"});
  Format thresholds = Table({0, 1, 2, 3});
  thresholds.codebook.thresholds = {0.5F, 1.5F};
  ExpectInvalid([&] { Validate(thresholds); }, {"2 thresholds", "one between each two values, 3"});
  thresholds.codebook.thresholds = {0.5F, 1.5F, 1.5F};
  ExpectInvalid([&] { Validate(thresholds); }, {"threshold 2 (1.500000) equals threshold 1"});
  thresholds.codebook.thresholds = {0.5F, 2.5F, 2.25F};
  ExpectInvalid([&] { Validate(thresholds); }, {"threshold 2 (2.250000) is below the one before"});
  thresholds.codebook.thresholds = {0.5F, 2.25F, 2.5F};
  ExpectInvalid([&] { Validate(thresholds); },
                {"threshold 1 (2.250000) does not lie between the values 1.000000 and 2.000000"});
  Format other = Table({0, 1});
  other.bias = 3;
  ExpectInvalid([&] { Validate(other); }, {"a codebook has its values and thresholds"});
}

}  // namespace
}  // namespace macroscope
