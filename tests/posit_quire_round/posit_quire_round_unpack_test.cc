// Sign and magnitude of every word of the smallest quire, and of the ends of a wide one.
#include "models/posit_quire_round/posit_quire_round_unpack.h"

#include <gtest/gtest.h>

#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositQuireRoundUnpack, EveryWordOfTheSmallestQuire) {
  const PositShape s = PositShape::Derive(PositDesign("posit_quire_round", "posit3_0"));
  ASSERT_EQ(s.fixed.fixed_bits(), 12);
  const PositQuireRoundUnpack<Word64> unpack{s};
  std::size_t cases = 0;
  for (int word = -2048; word < 2048; ++word) {
    for (const std::uint64_t nar : {0, 1}) {
      ++cases;
      const auto out = unpack({nar << 12 | (static_cast<std::uint64_t>(word) & 0xFFF), 0});
      EXPECT_EQ(out.sign, word < 0);
      EXPECT_EQ(out.magnitude, static_cast<std::uint64_t>(std::abs(word)));
      EXPECT_EQ(out.nar, nar != 0);
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 8192u);
}

TEST(PositQuireRoundUnpack, EndsOfAWideQuire) {
  const PositShape s = PositShape::Derive(PositDesign("posit_quire_round", "posit32_2"));
  const int bits = s.fixed.fixed_bits();
  ASSERT_EQ(bits, 512);
  const PositQuireRoundUnpack<WordWide> unpack{s};
  Bits least;
  least.Insert(bits - 1, 1, 1);
  EXPECT_EQ(unpack({least, {}}), (PositQuireRoundUnpack<WordWide>::Out{
                                     true, WordWide(WordWide{1} << (bits - 1)), false}));
  Bits minus_one;
  for (int i = 0; i < bits; ++i) minus_one.Insert(i, 1, 1);
  EXPECT_EQ(unpack({minus_one, {}}).magnitude, 1);
}

}  // namespace
}  // namespace macroscope
