// A term is the signed significand times a power of two, in units of the accumulator and rounded
// toward minus infinity, for every significand and octave of small shapes; and takes all its bits.
#include "models/common/log_align.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

TEST(LogAlign, EverySignificandAndOctave) {
  std::size_t cases = 0;
  for (const bool drops : {false, true}) {
    LogShape shape;
    shape.a_log_bits = shape.b_log_bits = 6;
    shape.linear = LinearTable::Make(3, 3, 4);
    shape.greatest_octave = 2;
    shape.least_octave = -8;
    shape.drops_fractions = drops;
    shape.fixed.product_bits = shape.term_bits();
    const LogAlign<Word64> align{shape};
    std::int64_t least = 0;
    for (int octave = -8; octave <= 5; ++octave) {
      for (std::uint64_t significand = 0; significand < 32; ++significand) {
        for (const bool sign : {false, true}) {
          if (sign && significand == 0) continue;  // A zero has no sign.
          ++cases;
          const auto out =
              align({.sign = sign, .octave = octave, .significand = significand, .flags = 1});
          // In units of 2^-12 all are whole; a unit of the accumulator is 1 or 16 of them.
          std::int64_t value = static_cast<std::int64_t>(significand << (octave + 8));
          if (sign) value = -value;
          std::int64_t expected = drops ? value >> 4 : value;
          if (octave > 2) expected = sign ? -1 : 0;
          const Word64 mask = LowMask<Word64>(shape.fixed.product_bits);
          ASSERT_EQ(out.term, static_cast<Word64>(expected) & mask) << octave << ' ' << significand;
          ASSERT_EQ(out.flags, 1u);
          least = std::min(least, expected);
        }
      }
    }
    EXPECT_GT(BitLength(static_cast<Word64>(-least)), shape.fixed.product_bits - 2);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 2u * 14 * 63);
}

}  // namespace
}  // namespace macroscope
