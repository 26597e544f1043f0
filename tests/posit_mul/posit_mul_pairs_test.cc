// Every pair of codes: of all posits of 3 to 8 bits, every exponent size, reference against law; of
// a share of them, or of all of 8 bits with MACROSCOPE_FULL, also against RTL. Wide posits are
// drawn.
#include <gtest/gtest.h>

#include "tests/common/posit_agreement.h"

namespace macroscope {
namespace {

constexpr const char* kUnit = "posit_mul";

TEST(PositMulPairs, LawIsReference) {
  std::uint64_t cases = 0;
  for (int width = 3; width <= 8; ++width) {
    for (int exponent = 0; exponent <= width; ++exponent) {
      const Design design = PositDesign(kUnit, PositName(width, exponent));
      cases += ExpectEnginesAgree(design, "reference", "law", 1 << 16);
    }
  }
  for (const char* operands : {"posit8_0,posit6_2", "posit4_3,posit8_1", "posit3_0,posit7_2"}) {
    for (const char* result : {"posit3_0", "posit8_2", "posit5_5", "posit16_1"}) {
      cases +=
          ExpectEnginesAgree(PositDesign(kUnit, operands, result), "reference", "law", 1 << 16);
    }
  }
  std::printf("%llu cases\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 800'000u);
}

TEST(PositMulPairs, RtlIsLaw) {
  std::uint64_t cases = 0;
  const std::vector<int> exponents =
      IsFull() ? std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8} : std::vector<int>{0, 2, 6};
  for (const int exponent : exponents) {
    cases += ExpectEnginesAgree(PositDesign(kUnit, PositName(8, exponent)), "law", "rtl", 1 << 16);
  }
  cases += ExpectEnginesAgree(PositDesign(kUnit, "posit3_1,posit5_0", "posit8_3"), "law", "rtl",
                              1 << 16);
  std::printf("%llu cases\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 3u << 16);
}

TEST(PositMulPairs, WidePositsAtRandom) {
  std::uint64_t cases = 0;
  for (const char* operands : {"posit16_1", "posit16_2", "posit32_2", "posit32_0", "posit20_9"}) {
    const Design design = PositDesign(kUnit, operands);
    cases += ExpectEnginesAgree(design, "reference", "law", IsFull() ? 10'000'000 : 100'000);
    if (!IsFull() && std::string(operands) != "posit16_2") continue;
    cases += ExpectEnginesAgree(design, "law", "rtl", IsFull() ? 1'000'000 : 50'000);
  }
  std::printf("%llu cases, seed 1\n", static_cast<unsigned long long>(cases));
  EXPECT_GE(cases, 550'000u);
}

}  // namespace
}  // namespace macroscope
