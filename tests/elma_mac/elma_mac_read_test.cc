// A code read back from a sum is one whose number is nearest to it, but for what the tables round
// away: never more than one code off, and never farther from zero than the sum allows.
#include "models/elma_mac/elma_mac_read.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/log_number.h"
#include "tests/elma_mac/elma_designs.h"

namespace macroscope {
namespace {

double LogarithmOf(const Format& format, std::uint64_t code) {
  const LogNumber number = DecodeLog(format, code);
  return static_cast<double>(number.steps) / number.steps_per_octave;
}

TEST(ElmaMacRead, SumsAcrossTheWholeRange) {
  std::size_t cases = 0;
  for (const char* name : {"elma8_1", "elma8_0", "elma7_1", "elma8_2"}) {
    const Design design = ElmaDesign(name, name);
    const ElmaMacShape shape = ElmaMacShape::Derive(design);
    const ElmaMacRead<Word128> read{shape};
    const Format& format = design.a;
    const std::uint64_t greatest = format.max_finite();
    for (int bits = 0; bits < shape.sum_bits() - 1; ++bits) {
      for (std::uint64_t low = 0; low < 512; ++low, ++cases) {
        const Word128 magnitude = bits >= 9 ? (Word128{512} + low) << (bits - 9) : Word128{low};
        if (BitLength(magnitude) >= shape.sum_bits()) continue;
        const auto code =
            static_cast<std::uint64_t>(read({.sum = magnitude}).z >> shape.word_bits());
        const Word128 negative = (Word128{0} - magnitude) & LowMask<Word128>(shape.sum_bits());
        const auto opposite =
            static_cast<std::uint64_t>(read({.sum = negative}).z >> shape.word_bits());
        ASSERT_EQ(opposite, code == 0 ? 0 : code | format.sign_mask());
        ASSERT_LE(code, greatest);
        if (magnitude == 0) {
          ASSERT_EQ(code, 0u);
          continue;
        }
        const double exact = std::log2(static_cast<double>(magnitude)) + shape.least_exponent();
        const int max = shape.layout.max_scale();
        if (exact < -max - 1) ASSERT_LE(code, 1u);
        if (exact > max + 1) ASSERT_EQ(code, greatest);
        if (exact < -max || exact > max) continue;
        // Between its neighbours.
        ASSERT_GE(code, 1u);
        if (code > 1) {
          ASSERT_LT(LogarithmOf(format, code - 1), exact + 0.03) << code;
        }
        if (code < greatest) {
          ASSERT_GT(LogarithmOf(format, code + 1), exact - 0.03) << code;
        }
      }
    }
    const Word128 nan = Word128{1} << shape.sum_bits();
    EXPECT_EQ(static_cast<std::uint64_t>(read({.sum = nan}).z >> shape.word_bits()),
              format.canonical_nan());
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 50000u);
}

}  // namespace
}  // namespace macroscope
