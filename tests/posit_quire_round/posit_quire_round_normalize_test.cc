// Quires of every single bit and its neighbours, of either sign, into posits as narrow and as wide
// as there are: normalized and rounded they are what the reference says.
#include "models/posit_quire_round/posit_quire_round_normalize.h"

#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "models/reference/reference.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

// 2^high + sign * 2^low, negated or not; in `bits` bits.
Bits Word(int high, int low, bool less, bool negative, int bits) {
  WordWide word = WordWide{1} << high;
  if (low >= 0)
    word = less ? WordWide(word - (WordWide{1} << low)) : WordWide(word | WordWide{1} << low);
  if (negative) word = WordWide(WordWide(LowMask<WordWide>(bits) - word) + WordWide{1});
  word = WordWide(word & LowMask<WordWide>(bits));
  Bits out;
  WordToLimbs(word, out.limb.data(), LimbsFor(bits));
  return out;
}

std::size_t ExpectLawIsReference(const Design& design) {
  SCOPED_TRACE(DisplayName(design));
  const auto unit = MakeUnit(design);
  Reference reference(design);
  const int bits = design.a.posit.quire_bits();
  std::size_t cases = 0;
  const auto expect = [&](const Bits& word) {
    Operation in;
    in.a = word;
    ++cases;
    ASSERT_EQ(unit->Trace(in).back(), reference.Operate(in)) << word;
  };
  expect(Bits());
  for (int high = 0; high < bits - 1; ++high) {
    for (int low = -1; low < high; low += 1 + (high - low > 40 ? 7 : 0)) {
      for (const bool less : {false, true}) {
        for (const bool negative : {false, true}) {
          expect(Word(high, low, less, negative, bits));
          if (testing::Test::HasFatalFailure()) return cases;
        }
      }
    }
  }
  Bits nar;
  nar.Insert(bits, 1, 1);
  expect(nar);
  nar.Insert(0, 64, 0x123);
  expect(nar);
  Bits least;
  least.Insert(bits - 1, 1, 1);
  expect(least);
  return cases;
}

TEST(PositQuireRoundNormalize, LawIsReference) {
  std::size_t cases = 0;
  for (const auto& [operand, result] :
       std::vector<std::pair<const char*, const char*>>{{"posit3_0", "posit3_0"},
                                                        {"posit3_0", "posit16_1"},
                                                        {"posit8_0", "posit8_0"},
                                                        {"posit8_1", "posit8_1"},
                                                        {"posit8_2", "posit8_2"},
                                                        {"posit8_2", "posit4_4"},
                                                        {"posit16_1", "posit16_1"},
                                                        {"posit16_2", "posit16_2"},
                                                        {"posit16_2", "posit8_0"},
                                                        {"posit32_2", "posit32_2"}}) {
    cases += ExpectLawIsReference(PositDesign("posit_quire_round", operand, result));
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 50'000u);
}

}  // namespace
}  // namespace macroscope
