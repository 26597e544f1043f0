// Every pair once, in an order without smoothness.
#include "sim/stimulus/all_codes.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>
#include <vector>

#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

Format Of(const char* name) { return Catalogue().Find(name); }

TEST(AllCodes, HoldsEveryPairOnce) {
  int walks = 0;
  for (const auto& [a_name, b_name] :
       std::vector<std::pair<const char*, const char*>>{{"int2", "int2"},
                                                        {"int2", "int16"},
                                                        {"int16", "int2"},
                                                        {"fp8_e4m3", "int8"},
                                                        {"int3", "fp4_e2m1"},
                                                        {"int4", "int16"}}) {
    const Format a = Of(a_name), b = Of(b_name);
    for (const std::uint64_t seed : {1, 2}) {
      const AllCodes walk(a, b, seed);
      ASSERT_EQ(walk.pairs(), std::uint64_t{1} << (a.width_bits() + b.width_bits()));
      std::vector<bool> seen(walk.pairs());
      for (std::uint64_t place = 0; place < walk.pairs(); ++place) {
        const auto [code_a, code_b] = walk.At(place);
        ASSERT_LE(code_a, a.code_mask());
        ASSERT_LE(code_b, b.code_mask());
        const std::uint64_t pair = code_b << a.width_bits() | code_a;
        ASSERT_FALSE(seen[pair]) << a_name << " " << b_name << ", seed " << seed;
        seen[pair] = true;
      }
      ++walks;
    }
  }
  EXPECT_EQ(walks, 12);
}

TEST(AllCodes, StartsAgainAtItsEnd) {
  const AllCodes walk(Of("int4"), Of("int4"), 1);
  for (std::uint64_t place = 0; place < 256; ++place) {
    EXPECT_EQ(walk.At(place).a, walk.At(place + 256).a);
    EXPECT_EQ(walk.At(place).b, walk.At(place + 512).b);
  }
}

// Of 8 bits 4 differ on average between independent codes; a counter's would differ in 2.
TEST(AllCodes, TogglesLikeIndependentCodes) {
  const AllCodes walk(Of("int8"), Of("fp8_e4m3"), 1);
  double a_toggles = 0, b_toggles = 0;
  for (std::uint64_t place = 1; place < walk.pairs(); ++place) {
    a_toggles += std::popcount(walk.At(place).a ^ walk.At(place - 1).a);
    b_toggles += std::popcount(walk.At(place).b ^ walk.At(place - 1).b);
  }
  // Standard deviation: sqrt(2) / 256.
  EXPECT_NEAR(a_toggles / (1 << 16), 4, 0.025);
  EXPECT_NEAR(b_toggles / (1 << 16), 4, 0.025);
}

TEST(AllCodes, SeedsTell) {
  const AllCodes first(Of("int8"), Of("int8"), 1), second(Of("int8"), Of("int8"), 2);
  int equal = 0;
  for (std::uint64_t place = 0; place < 1 << 16; ++place) {
    equal += first.At(place).a == second.At(place).a && first.At(place).b == second.At(place).b;
  }
  EXPECT_LT(equal, 10);  // 1 is expected.
}

TEST(AllCodes, TakesTheWidestFormats) {
  Format wide = Of("fp32");
  wide.exponent_bits = 11;
  wide.fraction_bits = 52;
  const AllCodes walk(wide, wide, 1);
  std::set<std::uint64_t> a, b;
  for (std::uint64_t place = 0; place < 1000; ++place) {
    a.insert(walk.At(place).a);
    b.insert(walk.At(place).b);
  }
  EXPECT_EQ(a.size(), 1000u);
  EXPECT_EQ(b.size(), 1000u);
}

}  // namespace
}  // namespace macroscope
