// Every triple of codes of posits of 3 to 5 bits, every exponent size; of 6 bits (7 and 8 with
// MACROSCOPE_FULL) with exponent sizes 0 to 2: reference against law, and of some against RTL.
// Wider posits, and accumulators that are other posits, are drawn.
#include <gtest/gtest.h>

#include "tests/common/posit_agreement.h"

namespace macroscope {
namespace {

constexpr const char* kUnit = "posit_fma";

TEST(PositFmaTriples, LawIsReference) {
  std::uint64_t cases = 0;
  const int widest = IsFull() ? 8 : 6;
  for (int width = 3; width <= widest; ++width) {
    for (int exponent = 0; exponent <= (width < 6 ? width : 2); ++exponent) {
      const Design design = PositDesign(kUnit, PositName(width, exponent));
      cases += ExpectEnginesAgree(design, "reference", "law", 1 << 24);
    }
  }
  for (const char* operands : {"posit4_0", "posit5_2", "posit3_2,posit5_0"}) {
    for (const char* result : {"posit3_0", "posit4_4", "posit8_2"}) {
      cases +=
          ExpectEnginesAgree(PositDesign(kUnit, operands, result), "reference", "law", 1 << 24);
    }
  }
  std::printf("%llu cases\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 1'000'000u);
}

TEST(PositFmaTriples, RtlIsLaw) {
  std::uint64_t cases = 0;
  for (const auto& [operands, result] : std::vector<std::pair<const char*, const char*>>{
           {"posit6_1", "posit6_1"}, {"posit3_0,posit5_2", "posit8_0"}, {"posit5_5", "posit4_0"}}) {
    cases += ExpectEnginesAgree(PositDesign(kUnit, operands, result), "law", "rtl", 1 << 18);
  }
  std::printf("%llu cases\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 300'000u);
}

TEST(PositFmaTriples, WiderPositsAtRandom) {
  std::uint64_t cases = 0;
  for (const auto& [operands, result] :
       std::vector<std::pair<const char*, const char*>>{{"posit8_0", "posit8_0"},
                                                        {"posit8_2", "posit8_2"},
                                                        {"posit8_2", "posit16_2"},
                                                        {"posit8_0,posit16_1", "posit16_2"},
                                                        {"posit16_1", "posit16_1"},
                                                        {"posit16_2", "posit16_2"},
                                                        {"posit16_2", "posit8_0"},
                                                        {"posit32_2", "posit32_2"},
                                                        {"posit32_0", "posit32_0"},
                                                        {"posit12_9", "posit20_5"}}) {
    const Design design = PositDesign(kUnit, operands, result);
    cases += ExpectEnginesAgree(design, "reference", "law", IsFull() ? 10'000'000 : 100'000);
    if (!IsFull() && std::string(operands) != "posit8_2") continue;
    cases += ExpectEnginesAgree(design, "law", "rtl", IsFull() ? 1'000'000 : 50'000);
  }
  std::printf("%llu cases, seed 1\n", static_cast<unsigned long long>(cases));
  EXPECT_GE(cases, 1'000'000u);
}

}  // namespace
}  // namespace macroscope
