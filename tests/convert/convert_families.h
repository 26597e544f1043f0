// What tests of conversions between families share: designs against the reference, in turns of
// rounding, and the formats of every family. MACROSCOPE_FULL draws ten million codes of each wide
// format.
#pragma once

#include <gtest/gtest.h>

#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/common/log_designs.h"
#include "tests/common/posit_designs.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {

inline constexpr int kAllCodeBits = 16;

inline std::size_t Samples() { return IsFull() ? 10'000'000 : 2000; }

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

inline std::vector<std::string> Posits() {
  std::vector<std::string> names;
  for (int width = 3; width <= 8; ++width) {
    for (int exponent = 0; exponent <= width; ++exponent)
      names.push_back(PositName(width, exponent));
  }
  return names;
}

// Formats of all families that posits and logarithms are read from and written as.
inline const char* const kNumbers[] = {"fp4_e2m1", "fp6_e2m3",     "fp8_e5m2",     "fp8_e4m3",
                                       "fp16",     "fp8_e4m3fnuz", "p3109_k8p4ue", "e8m0",
                                       "gap_e3m2", "nozero_e3m1",  "int8",         "uint8",
                                       "smag8",    "q4.4",         "bf16"};

}  // namespace macroscope
