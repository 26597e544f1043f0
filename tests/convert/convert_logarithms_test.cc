// convert of logarithms of every layout and of log posits of every exponent size, from and to every
// integer and floating format and posits, against the reference.
#include "tests/convert/convert_families.h"

namespace macroscope {
namespace {

class ConvertLogarithms : public ConvertFamilies {
 protected:
  ConvertLogarithms() {
    for (const char* name : {"flagged", "flagged8", "twos", "magnitudes", "cubes", "thin"}) {
      Add(LogCatalogue().FindAny(name));
    }
  }
};

TEST_F(ConvertLogarithms, IntoNumbers) {
  for (const char* log : {"lns8_3", "lns8_madam", "lns8_5", "lns4_1", "lns6_0", "flagged",
                          "flagged8", "twos", "magnitudes", "thin"}) {
    for (const char* number : kNumbers) {
      for (std::size_t i = 0; i < RoundingNames().size(); ++i) ExpectTurn(log, number);
    }
  }
  for (const char* log : {"lns12_6", "lns16_10"}) {
    for (const char* number : {"fp16", "fp32", "bf16", "int16", "fp8_e5m2"})
      ExpectTurn(log, number);
  }
  EXPECT_GT(cases_, 200'000u);
}

TEST_F(ConvertLogarithms, FromNumbersAndPosits) {
  for (const char* log :
       {"lns8_3", "lns8_madam", "lns8_5", "lns4_1", "lns6_0", "lns12_6", "lns16_10", "flagged",
        "flagged8", "twos", "magnitudes", "cubes", "thin"}) {
    for (const char* number : kNumbers) Expect(number, log);
    for (const char* posit : {"posit3_0", "posit8_0", "posit8_2", "posit8_8", "posit16_1"}) {
      Expect(posit, log);
    }
    Expect("int16", log);
  }
  EXPECT_GT(cases_, 2'000'000u);
}

std::vector<std::string> LogPosits() {
  std::vector<std::string> names;
  for (const std::string& posit : Posits()) names.push_back("elma" + posit.substr(5));
  return names;
}

TEST_F(ConvertFamilies, LogPositsIntoNumbers) {
  for (const std::string& log_posit : LogPosits()) {
    for (const char* number : kNumbers) {
      for (int i = 0; i < 3; ++i) ExpectTurn(log_posit, number);
      ++turn_;
    }
  }
  for (const char* log_posit : {"elma16_1", "elma12_1", "elma16_9"}) {
    for (const char* number : {"fp16", "fp32", "bf16", "int16", "fp8_e5m2"}) {
      ExpectTurn(log_posit, number);
    }
  }
  EXPECT_GT(cases_, 300'000u);
}

TEST_F(ConvertFamilies, NumbersAndPositsIntoLogPosits) {
  std::size_t turn = 0;  // Numbers of 16 bits take longest.
  for (const std::string& log_posit : LogPosits()) {
    const bool takes_wide = turn++ % OneIn(4) == 0;
    for (const char* number : kNumbers) {
      const bool is_wide = catalogue_.Find(number).width_bits() > 8;
      if (takes_wide || !is_wide) Expect(number, log_posit);
    }
    for (const char* posit : {"posit3_0", "posit8_0", "posit8_2", "posit8_8"}) {
      Expect(posit, log_posit);
    }
  }
  for (const char* log_posit : {"elma16_1", "elma16_2", "elma24_3", "elma16_9"}) {
    for (const char* number : {"fp8_e5m2", "fp16", "bf16", "int16", "e8m0", "posit16_1"}) {
      Expect(number, log_posit);
    }
  }
  EXPECT_GT(cases_, 1'500'000u);
}

}  // namespace
}  // namespace macroscope
