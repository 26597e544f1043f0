// Designs of block_dot in batches: they are computed by the laws, operands of several words too.
#include <gtest/gtest.h>

#include <random>

#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

std::vector<std::uint64_t> Words(std::size_t count, int limbs, int width_bits,
                                 std::mt19937_64& bits) {
  std::vector<std::uint64_t> words(count * static_cast<std::size_t>(limbs));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int left = width_bits - 64 * static_cast<int>(i % static_cast<std::size_t>(limbs));
    words[i] = bits() & (left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1);
  }
  return words;
}

TEST(BlockDotBatch, IsTheUnit) {
  constexpr std::size_t kCount = 33'000;  // Enough for two threads.
  std::mt19937_64 bits(1);
  std::uint64_t operations = 0;
  for (const auto& [operands, accumulator] : {std::pair{"mxfp8_e4m3", "fp32"},
                                              {"nvfp4", "fp16"},
                                              {"mxfp8_e5m2", "fixed+4"},
                                              {"int8", "fixed+4"}}) {
    const Design design = ParseDesign(Text("block_dot", operands, accumulator), Catalogue());
    const Batch one(design), two(design, {.threads = 2});
    EXPECT_EQ(one.kernel(), "law");
    const Unit& unit = one.unit();
    const OperandLimbs limbs = unit.limbs();
    const auto a = Words(kCount, unit.a_limbs(), unit.a_bits(), bits);
    const auto b = Words(kCount, unit.b_limbs(), unit.b_bits(), bits);
    const auto c = Words(kCount, unit.c_limbs(), unit.c_bits(), bits);
    const Operands in = {kCount, a, b, c};
    std::vector<std::uint64_t> expected(c.size()), z(c.size()), by_two(c.size());
    unit.Evaluate(in, expected);
    one.Evaluate(in, z);
    two.Evaluate(in, by_two);
    EXPECT_TRUE(z == expected) << DisplayName(design);
    EXPECT_TRUE(by_two == expected) << DisplayName(design);
    operations += kCount;

    // A running sum is one operation after the other.
    constexpr std::size_t kTerms = 100;
    Bits sum;
    for (std::size_t i = 0; i < kTerms; ++i) {
      Bits next;
      unit.Evaluate({1, LimbsOf(in.a, limbs.a, i), LimbsOf(in.b, limbs.b, i),
                     std::span<const std::uint64_t>(sum.limb).first(limbs.c)},
                    std::span(next.limb).first(limbs.c));
      sum = next;
    }
    EXPECT_EQ(
        one.Accumulate(std::span(a).first(kTerms * limbs.a), std::span(b).first(kTerms * limbs.b)),
        sum);
  }
  std::printf("%llu operations\n", static_cast<unsigned long long>(operations));
  EXPECT_EQ(operations, 4 * kCount);
}

}  // namespace
}  // namespace macroscope
