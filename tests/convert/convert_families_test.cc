// convert of posits of every exponent size, and of codebooks, from and to every integer and
// floating format, against the reference.
#include "tests/convert/convert_families.h"

namespace macroscope {
namespace {

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
