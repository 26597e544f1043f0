#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "models/formats/log_number.h"
#include "tests/formats/expect_message.h"
#include "tests/formats/posit_by_definition.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

double Value(const LogNumber& number) {
  return std::strtod(DecimalValue(number).c_str() + (DecimalValue(number)[0] == '~'), nullptr);
}

TEST(LogPosit, CodesDecodeToTheirWorkedValues) {
  const Format format = Catalogue().FindAlternative("elma8_1");
  EXPECT_EQ(format.log_posit, (LogPositTables{5, 5, 7}));
  int numbers = 0;
  for (const Row& row : ReadCsv("codes/elma8_1.csv")) {
    const LogNumber number = DecodeLog(format, Code(row.at("code")));
    SCOPED_TRACE(row.at("code"));
    if (row.at("class") != "num") {
      EXPECT_EQ(DecimalValue(number), row.at("class") == "zero" ? "0" : "nan");
      continue;
    }
    EXPECT_EQ(number.negative, row.at("sign") == "1");
    EXPECT_EQ(number.steps_per_octave, 16);
    EXPECT_EQ(number.steps, std::stoi(row.at("exp")) * 16 + std::stoi(row.at("frac16")));
    EXPECT_NEAR(Value(number) / std::stod(row.at("value=+-2^(exp+frac16/16)")), 1, 5e-9);
    ++numbers;
  }
  EXPECT_EQ(numbers, 254);
}

TEST(LogPosit, ReadsAsAPositWhoseFractionIsOfTheLogarithm) {
  int codes = 0;
  const Catalogue catalogue;
  for (int width = 3; width <= 12; ++width) {
    for (int es = 0; es <= std::min(width, 9); ++es) {
      const Format format =
          catalogue.FindAlternative("elma" + std::to_string(width) + "_" + std::to_string(es));
      Validate(format);
      const std::uint64_t nar = std::uint64_t{1} << (width - 1);
      EXPECT_EQ(DecodeLog(format, nar).number_class, NumberClass::kNan);
      for (std::uint64_t body = 1; body < nar; ++body, ++codes) {
        const PositText text = ReadPosit(width, es, body);
        LogNumber number = DecodeLog(format, body);
        const double fraction = text.fraction.empty()
                                    ? 0
                                    : std::ldexp(std::stoi(text.fraction, nullptr, 2),
                                                 -static_cast<int>(text.fraction.size()));
        ASSERT_EQ(static_cast<double>(number.steps) / number.steps_per_octave,
                  text.scale + fraction);
        number.negative = true;
        ASSERT_EQ(DecodeLog(format, nar | body), number);  // Sign and magnitude.
      }
    }
  }
  std::printf("%d codes\n", codes);
  EXPECT_GT(codes, 30'000);
}

TEST(LogPosit, WhatCannotBeIsRefused) {
  Format format = Catalogue().FindAlternative("elma8_1");
  format.posit.exponent_bits = 9;
  ExpectInvalid([&] { Validate(format); }, {"exponent_bits is 9, which exceeds its width of 8"});
  format = Catalogue().FindAlternative("elma8_1");
  format.log_posit.logarithm_bits = 3;
  ExpectInvalid([&] { Validate(format); }, {"logarithm_bits is 3, fewer than its 4 fraction bits"});
  format.log_posit = {0, 5, 7};
  ExpectInvalid([&] { Validate(format); }, {"product_bits is 0", "1 to 30"});
  format.log_posit = {5, 31, 7};
  ExpectInvalid([&] { Validate(format); }, {"readback_bits is 31", "1 to 30"});
}

}  // namespace
}  // namespace macroscope
