// convert between families of formats against the reference: posits and log posits of every
// exponent size and logarithms of every layout from and to every integer and floating format, and
// codebooks. MACROSCOPE_FULL draws ten million codes of each wide format.
#include <gtest/gtest.h>

#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/common/log_designs.h"
#include "tests/common/posit_designs.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

constexpr int kAllCodeBits = 16;

std::size_t Samples() { return IsFull() ? 10'000'000 : 2000; }

class ConvertFamilies : public testing::Test {
 protected:
  void Add(const Format& format) { catalogue_.Add(format); }
  void Expect(const DesignText& text) {
    if (HasFailure()) return;
    cases_ += ExpectLawIsReference(ParseDesign(text, catalogue_), kAllCodeBits, Samples());
  }
  void Expect(const std::string& from, const std::string& to) { Expect(ConvertText(from, to)); }
  // In every rounding, tininess and overflow, one after the other.
  void ExpectTurn(const std::string& from, const std::string& to) {
    DesignText text = ConvertText(from, to);
    text.rounding = RoundingNames()[turn_ % RoundingNames().size()];
    if (text.rounding == "stochastic") text.random_bits = turn_ % 3 == 0 ? "7" : "2";
    text.tininess = TininessNames()[turn_ / 2 % 2];
    text.subnormals = turn_ % 3 == 0 ? "flush_outputs" : "";
    text.overflow = OverflowNames()[turn_ / 5 % OverflowNames().size()];
    ++turn_;
    try {
      ParseDesign(text, catalogue_);
    } catch (const DesignError& error) {
      text.overflow = "";
    }
    Expect(text);
  }
  void TearDown() override { std::printf("%zu cases, seed 1\n", cases_); }

  Catalogue catalogue_ = ConvertCatalogue();
  std::size_t cases_ = 0, turn_ = 0;
};

std::vector<std::string> Posits() {
  std::vector<std::string> names;
  for (int width = 3; width <= 8; ++width) {
    for (int exponent = 0; exponent <= width; ++exponent)
      names.push_back(PositName(width, exponent));
  }
  return names;
}

// Formats of all families that posits and logarithms are read from and written as.
const char* const kNumbers[] = {"fp4_e2m1", "fp6_e2m3",     "fp8_e5m2",     "fp8_e4m3",
                                "fp16",     "fp8_e4m3fnuz", "p3109_k8p4ue", "e8m0",
                                "gap_e3m2", "nozero_e3m1",  "int8",         "uint8",
                                "smag8",    "q4.4",         "bf16"};

TEST_F(ConvertFamilies, PositsIntoNumbers) {
  for (const std::string& posit : Posits()) {
    for (const char* number : kNumbers) {
      for (int i = 0; i < 3; ++i) ExpectTurn(posit, number);
      ++turn_;
    }
  }
  for (const char* posit : {"posit16_1", "posit16_2", "posit32_2", "posit16_9"}) {
    for (const char* number : {"fp16", "fp32", "bf16", "fp64", "int16", "fp8_e5m2"}) {
      ExpectTurn(posit, number);
    }
  }
  EXPECT_GT(cases_, 300'000u);
}

TEST_F(ConvertFamilies, NumbersIntoPosits) {
  for (const std::string& posit : Posits()) {
    for (const char* number : kNumbers) Expect(number, posit);
  }
  for (const char* posit : {"posit16_1", "posit16_2", "posit32_2", "posit16_9"}) {
    for (const char* number : {"fp8_e5m2", "fp16", "fp32", "bf16", "fp64", "int16", "e8m0"}) {
      Expect(number, posit);
    }
  }
  EXPECT_GT(cases_, 5'000'000u);
}

TEST_F(ConvertFamilies, PositsIntoPosits) {
  for (const std::string& from : Posits()) {
    for (const std::string& to : Posits()) Expect(from, to);
    Expect(from, "posit16_1");
    Expect("posit16_1", from);
  }
  for (const char* from : {"posit16_2", "posit32_2", "posit16_9"}) {
    for (const char* to : {"posit8_2", "posit16_1", "posit32_2", "posit24_3"}) Expect(from, to);
  }
  EXPECT_GT(cases_, 3'000'000u);
}

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

TEST_F(ConvertFamilies, CodebooksIntoNumbers) {
  for (const char* codebook : {"nf4", "af4", "bnb_fp4", "bnb_dynamic8"}) {
    for (const char* number : {"fp4_e2m1", "fp8_e5m2", "fp8_e4m3", "fp16", "bf16", "fp32", "int8",
                               "q2.6", "uint4", "e8m0", "gap_e3m2", "fp8_e4m3fnuz"}) {
      for (const char* rounding : {"", "toward_zero", "toward_positive", "to_odd"}) {
        DesignText text = ConvertText(codebook, number);
        text.rounding = rounding;
        Expect(text);
      }
    }
  }
  EXPECT_GT(cases_, 10'000u);
}

TEST_F(ConvertFamilies, NumbersIntoCodebooks) {
  const auto add = [this](const char* name, Codebook codebook) {
    Format format;
    format.name = name;
    format.family = Family::kCodebook;
    format.codebook = std::move(codebook);
    Add(format);
  };
  // In no order, with ties; with a sign bit; and with thresholds that are not in the middle.
  add("shuffled", {.values = {0.5F, -2, 1, 0}, .is_ascending = false});
  add("signed_shuffled", {.values = {0, 3, 1, 0.5F}, .has_sign = true, .is_ascending = false});
  add("skewed", {.values = {-1, 0, 1, 1e30F}, .thresholds = {-0.25F, 0.75F, 1e-30F * 1e31F}});
  add("far", {.values = {1e-38F, 1, 1e30F, 3e38F}});
  for (const char* codebook :
       {"nf4", "af4", "bnb_fp4", "bnb_dynamic8", "shuffled", "signed_shuffled", "skewed", "far"}) {
    for (const char* number :
         {"fp4_e2m1", "fp8_e5m2", "fp8_e4m3", "fp8_e4m3fnuz", "p3109_k8p4se", "p3109_k8p4ue",
          "fp16", "bf16", "fp32", "int8", "int16", "uint8", "smag8", "q4.4", "gap_e3m2"}) {
      Expect(number, codebook);
    }
  }
  EXPECT_GT(cases_, 1'000'000u);
}

}  // namespace
}  // namespace macroscope
