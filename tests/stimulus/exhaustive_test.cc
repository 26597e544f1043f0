#include "sim/stimulus/exhaustive.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <utility>

#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

TEST(ExhaustiveTest, VisitsEveryTripleOnce) {
  const Design design = MakeDesign("fp_fma", "fp4_e2m1,fp6_e2m3", "fp8_e5m2");
  Exhaustive source(design, 8);
  ASSERT_EQ(source.size(), 1u << 18);
  const Drawn drawn = Draw(source, source.size() + 10, 1, 1000);
  ASSERT_EQ(drawn.a.size(), source.size());
  std::vector<int> visits(source.size());
  for (std::size_t i = 0; i < drawn.a.size(); ++i) {
    ASSERT_LT(drawn.a[i], 1u << 4);
    ASSERT_LT(drawn.b[i], 1u << 6);
    ASSERT_LT(drawn.c[i], 1u << 8);
    ++visits[drawn.a[i] | drawn.b[i] << 4 | drawn.c[i] << 10];
  }
  for (const int count : visits) ASSERT_EQ(count, 1);
  EXPECT_EQ(source.extent(), "exhaustive");
}

TEST(ExhaustiveTest, VisitsEveryPairAsOftenAsAsked) {
  const Design design = MakeDesign("int_mac", "int8,int4", "fixed+12");
  Exhaustive source(design, design.accumulator.width_bits, 5, 3);
  const Drawn drawn = Draw(source, 1 << 20, 1, 777);
  ASSERT_EQ(drawn.a.size(), 3u << 12);
  std::vector<int> visits(1 << 12);
  for (std::size_t i = 0; i < drawn.a.size(); ++i) ++visits[drawn.a[i] | drawn.b[i] << 8];
  for (const int count : visits) ASSERT_EQ(count, 3);
  EXPECT_EQ(source.extent(), "all pairs, random c, seed 5");
}

TEST(ExhaustiveTest, SaysWhatIsRandom) {
  const auto extent = [](const char* unit, const char* operands, const char* accumulator,
                         const char* rounding, int c_bits) {
    DesignText text{.unit = unit, .operands = operands, .accumulator = accumulator};
    text.rounding = rounding;
    const Design design = ParseDesign(text, Catalogue());
    return Exhaustive(design, c_bits, 1, 2).extent();
  };
  EXPECT_EQ(extent("fp_fma", "fp8_e5m2", "fp16", "port", 16),
            "all pairs, random c and rounding, seed 1");
  EXPECT_EQ(extent("fp_mul", "fp8_e5m2", "fp8_e5m2", "stochastic", 0),
            "all pairs, random rounding, seed 1");
  EXPECT_EQ(extent("convert", "fp16", "fp8_e5m2", "stochastic", 0),
            "all operands, random rounding, seed 1");
}

TEST(ExhaustiveTest, KnowsItsLimits) {
  const Design small = MakeDesign("fp_fma", "fp8_e5m2", "fp8_e5m2");
  const Design pairs = MakeDesign("fp_fma", "fp8_e5m2", "fp16");
  const Design wide = MakeDesign("fp_fma", "fp16", "fp16");
  EXPECT_TRUE(Exhaustive::CoversAll(small, 8));
  EXPECT_FALSE(Exhaustive::CoversAll(pairs, 16));
  EXPECT_TRUE(Exhaustive::CoversPairs(pairs));
  EXPECT_FALSE(Exhaustive::CoversPairs(wide));
  EXPECT_THROW(Exhaustive(pairs, 16), std::invalid_argument);
  EXPECT_THROW(Exhaustive(wide, 16, 1), std::invalid_argument);
  EXPECT_EQ(MakeOperandSource(small, 8, 1)->extent(), "exhaustive");
  EXPECT_EQ(MakeOperandSource(pairs, 16, 1)->extent(), "all pairs, random c, seed 1");
  EXPECT_EQ(MakeOperandSource(wide, 16, 1)->extent(), "random, seed 1");
}

// Words of several lanes are walked like codes: pairs of 16 bits, and of one lane with c.
TEST(ExhaustiveTest, WalksWordsOfLanes) {
  const Design two = MakeDot("fp4_e2m1", "fp16", "2", "12");
  ASSERT_TRUE(Exhaustive::CoversPairs(two));
  Exhaustive pairs(two, BitsOfC(two), 1);
  const Drawn drawn = Draw(pairs, 100'000, LimbsOfOperands(two), 1000);
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  std::set<std::uint64_t> addends;
  for (std::size_t i = 0; i < drawn.a.size(); ++i) {
    seen.emplace(drawn.a[i], drawn.b[i]);
    addends.insert(drawn.c[i]);
  }
  EXPECT_EQ(drawn.a.size(), 65'536u);
  EXPECT_EQ(seen.size(), 65'536u);
  EXPECT_GT(addends.size(), 4096u);
  EXPECT_EQ(pairs.extent(), "all pairs, random c, seed 1");

  const Design one = MakeDot("fp4_e2m1", "fp8_e5m2", "1", "exact");
  ASSERT_TRUE(Exhaustive::CoversAll(one, BitsOfC(one)));
  Exhaustive all(one, BitsOfC(one));
  EXPECT_EQ(Draw(all, 100'000, LimbsOfOperands(one), 1000).a.size(), 65'536u);

  const Design wide = MakeDot("mxfp4", "fp32", "32", "exact");
  EXPECT_FALSE(Exhaustive::CoversPairs(wide));
  EXPECT_EQ(MakeOperandSource(wide, BitsOfC(wide), 1)->extent(), "random, seed 1");
}

}  // namespace
}  // namespace macroscope
