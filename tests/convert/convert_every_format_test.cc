// convert against the reference, results and flags: every code of every format of at most 16 bits
// into every other; wider formats by corner-biased samples; scales; and the rarer semantics.
#include <gtest/gtest.h>

#include "tests/common/law_agreement.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

constexpr int kAllBits = 16;
constexpr std::size_t kSamples = 200;

// Semantics take turns, so that neighbours in a list differ; those that the target does not have
// are left out.
Design Turn(DesignText text, std::size_t turn, const Catalogue& catalogue) {
  text.rounding = RoundingNames()[turn % RoundingNames().size()];
  if (text.rounding == "stochastic") text.random_bits = turn % 3 == 0 ? "17" : "3";
  text.tininess = TininessNames()[turn / 2 % 2];
  text.subnormals = SubnormalsNames()[turn / 3 % SubnormalsNames().size()];
  text.overflow = OverflowNames()[turn / 5 % OverflowNames().size()];
  try {
    return ParseDesign(text, catalogue);
  } catch (const DesignError&) {
    text.overflow = "";
    return ParseDesign(text, catalogue);
  }
}

class ConvertEveryFormat : public testing::Test {
 protected:
  void Expect(const Design& design) {
    if (!HasFailure()) cases_ += ExpectLawIsReference(design, kAllBits, kSamples);
  }
  const Catalogue catalogue_ = ConvertCatalogue();
  std::size_t cases_ = 0;
};

// All codes, in all roundings.
TEST_F(ConvertEveryFormat, OfEightBitsInEveryRounding) {
  for (const Format& from : catalogue_.formats()) {
    if (from.width_bits() > 8) continue;
    for (const Format& to : catalogue_.formats()) {
      for (const std::string& rounding : RoundingNames()) {
        DesignText text = ConvertText(from.name, to.name);
        text.rounding = rounding;
        if (rounding == "stochastic") text.random_bits = "2";
        Expect(ParseDesign(text, catalogue_));
      }
    }
  }
  std::printf("%zu cases\n", cases_);
  EXPECT_GT(cases_, 2000000u);
}

// All codes of 16 bits, corners of wider ones; semantics take turns.
TEST_F(ConvertEveryFormat, OfMoreBits) {
  std::size_t turn = 0;
  for (const Format& from : catalogue_.formats()) {
    if (from.width_bits() <= 8) continue;
    for (const Format& to : catalogue_.formats()) {
      Expect(Turn(ConvertText(from.name, to.name), turn++, catalogue_));
    }
  }
  std::printf("%zu cases\n", cases_);
  EXPECT_GT(cases_, 2000000u);
}

// Every pair of formats in other semantics, and with either scale.
TEST_F(ConvertEveryFormat, InEverySemanticsWithAScale) {
  std::size_t turn = 1;
  for (const Format& from : catalogue_.formats()) {
    for (const Format& to : catalogue_.formats()) {
      for (const char* scale : {"", ",e8m0", ",p3109_k8p1uf"}) {
        if (turn++ % 4 == 0) continue;
        DesignText text = ConvertText(from.name + scale, to.name);
        const Design design = Turn(text, turn * 7, catalogue_);
        if (!HasFailure()) cases_ += ExpectLawIsReference(design, 8, kSamples);
      }
    }
  }
  std::printf("%zu cases, seed 1\n", cases_);
  EXPECT_GT(cases_, 500000u);
}

}  // namespace
}  // namespace macroscope
