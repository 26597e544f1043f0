// Limb arithmetic against the compiler's own 128-bit integers.
#include "sim/stimulus/fixed_word.h"

#include <gtest/gtest.h>

#include <array>

namespace macroscope {
namespace {

using Wide = unsigned __int128;
using Word = std::array<std::uint64_t, 2>;

Wide ToWide(const Word& word) { return Wide{word[1]} << 64 | word[0]; }

TEST(FixedWordTest, ArithmeticIsModuloTheWord) {
  Random random(11);
  int cases = 0;
  for (; cases < 10'000; ++cases) {
    Word word = {random.Next(), random.Next()};
    if (cases % 3 == 0) word[0] = ~std::uint64_t{0};  // Carries run through.
    const Wide before = ToWide(word);
    const std::int64_t small = random.Around(1 << 20);
    AddInteger(word, small);
    ASSERT_EQ(ToWide(word), before + static_cast<Wide>(small));

    const int shift = static_cast<int>(random.Below(140));
    const Wide value = Wide{random.Next()} << 30 | random.Next();
    AddShifted(word, value, shift);
    const Wide shifted = shift < 128 ? value << shift : 0;
    ASSERT_EQ(ToWide(word), before + static_cast<Wide>(small) + shifted) << shift;

    const Wide sum = ToWide(word);
    Negate(word);
    ASSERT_EQ(ToWide(word), -sum);
    const int bits = 1 + static_cast<int>(random.Below(128));
    SignExtend(word, bits);
    ASSERT_EQ(ToWide(word),
              static_cast<Wide>(static_cast<__int128>(-sum << (128 - bits)) >> (128 - bits)));
    ZeroExtend(word, bits);
    ASSERT_EQ(ToWide(word), -sum << (128 - bits) >> (128 - bits));
  }
  EXPECT_GT(cases, 0);
}

TEST(FixedWordTest, SetsIntegers) {
  Word word;
  SetInteger(word, -5);
  EXPECT_EQ(ToWide(word), static_cast<Wide>(-5));
  SetInteger(word, 5);
  EXPECT_EQ(ToWide(word), Wide{5});
}

}  // namespace
}  // namespace macroscope
