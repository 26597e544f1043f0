// A code read back from a sum has the logarithm nearest to the sum's, but for what the table rounds
// away, and is never a step off.
#include "models/log_mac/log_mac_read.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogMacRead, SumsAcrossTheWholeRange) {
  std::size_t cases = 0, zeros = 0, ends = 0;
  for (const char* name : {"lns8_3", "lns8_4", "twos", "lns12_6", "magnitudes"}) {
    const Design design = LogDesign("log_mac", name, name, "linear");
    const LogMacShape shape = LogMacShape::Derive(design);
    const LogMacRead<Word128> read{shape};
    const Format& format = design.accumulator.format;
    const double steps_per_octave = format.log.steps_per_octave;
    for (int bits = 1; bits < shape.word_bits(); ++bits) {
      for (std::uint64_t low = 0; low < 256; ++low, ++cases) {
        const Word128 magnitude =
            bits > 9 ? ((Word128{256} + low) << (bits - 9)) + low : Word128{low + 1};
        const auto code =
            static_cast<std::uint64_t>(read({.sum = magnitude}).z >> shape.word_bits());
        const Word128 negative = (Word128{0} - magnitude) & LowMask<Word128>(shape.word_bits());
        const auto opposite =
            static_cast<std::uint64_t>(read({.sum = negative}).z >> shape.word_bits());
        const LogNumber number = DecodeLog(format, code);
        const bool is_zero = number.number_class == NumberClass::kZero;
        ASSERT_EQ(opposite,
                  is_zero || !format.has_sign ? format.zero_code() : code | format.sign_mask());
        const double exact =
            steps_per_octave * (std::log2(static_cast<double>(magnitude)) + shape.least_exponent());
        if (is_zero) {
          ASSERT_LT(exact, static_cast<double>(format.log.least_steps()));
          ++zeros;
          continue;
        }
        ASSERT_FALSE(number.negative);
        if (exact > static_cast<double>(format.log.greatest_steps())) {
          ASSERT_EQ(code, format.max_finite());
          ++ends;
          continue;
        }
        ASSERT_LT(std::fabs(static_cast<double>(number.steps) - exact), 0.7) << name;
      }
    }
    const auto none = static_cast<std::uint64_t>(read({}).z >> shape.word_bits());
    EXPECT_EQ(none, format.zero_code());
  }
  std::printf("%zu cases, %zu zeros, %zu beyond the greatest\n", cases, zeros, ends);
  EXPECT_GT(cases, 50000u);
  EXPECT_GT(zeros, 1000u);
  EXPECT_GT(ends, 1000u);
}

}  // namespace
}  // namespace macroscope
