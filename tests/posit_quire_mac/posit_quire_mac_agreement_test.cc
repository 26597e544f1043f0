// The quire: every product of small posits onto corner-biased words, reference against law; wide
// ones at random, and some against RTL.
#include <gtest/gtest.h>

#include "tests/common/posit_agreement.h"

namespace macroscope {
namespace {

constexpr const char* kUnit = "posit_quire_mac";

TEST(PositQuireMac, IsAsWideAsTheStandardSays) {
  const struct {
    const char* posit;
    int bits, guard_bits;
  } rows[] = {{"posit8_2", 128, 30},
              {"posit16_2", 256, 30},
              {"posit32_2", 512, 30},
              {"posit8_0", 32, 6},
              {"posit16_1", 128, 14}};
  for (const auto& row : rows) {
    const Design design = PositDesign(kUnit, row.posit);
    EXPECT_EQ(design.accumulator.width_bits, row.bits) << row.posit;
    EXPECT_EQ(design.accumulator.guard_bits, row.guard_bits) << row.posit;
    EXPECT_EQ(MakeUnit(design)->z_bits(), row.bits + 1) << row.posit;
    EXPECT_EQ(ToText(design).accumulator, "quire");
  }
}

TEST(PositQuireMac, LawIsReference) {
  std::uint64_t cases = 0;
  for (const auto& [operands, accumulator] :
       std::vector<std::pair<const char*, const char*>>{{"posit3_0", "quire"},
                                                        {"posit5_3", "quire"},
                                                        {"posit8_0", "quire"},
                                                        {"posit8_1", "quire"},
                                                        {"posit8_2", "quire"},
                                                        {"posit8_0,posit6_2", "fixed+0"},
                                                        {"posit3_0,posit8_1", "fixed+9"},
                                                        {"posit16_1", "quire"},
                                                        {"posit16_2", "quire"},
                                                        {"posit32_2", "quire"}}) {
    const Design design = PositDesign(kUnit, operands, accumulator);
    cases += ExpectEnginesAgree(design, "reference", "law", IsFull() ? 10'000'000 : 60'000);
  }
  std::printf("%llu cases, seed 1\n", static_cast<unsigned long long>(cases));
  EXPECT_GE(cases, 600'000u);
}

TEST(PositQuireMac, RtlIsLaw) {
  std::uint64_t cases = 0;
  for (const char* operands : {"posit5_0", "posit8_2", "posit16_1"}) {
    if (!IsFull() && std::string(operands) == "posit16_1") continue;
    const Design design = PositDesign(kUnit, operands);
    cases += ExpectEnginesAgree(design, "law", "rtl", IsFull() ? 1'000'000 : 50'000);
  }
  std::printf("%llu cases, seed 1\n", static_cast<unsigned long long>(cases));
  EXPECT_GE(cases, 100'000u);
}

// Saturating ends at the word's ends, not by wrapping.
TEST(PositQuireMac, SaturatesWhereAsked) {
  DesignText text;
  text.unit = kUnit;
  text.operands = "posit4_1";
  text.accumulator = "fixed+1";
  text.overflow = "saturate";
  const std::uint64_t cases =
      ExpectEnginesAgree(ParseDesign(text, Catalogue()), "reference", "law", 50'000);
  EXPECT_EQ(cases, 50'000u);
}

}  // namespace
}  // namespace macroscope
