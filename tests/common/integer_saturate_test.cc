// The result is the value, wrapped or brought to the nearest end of the range: every value of every
// small width, in plain integers.
#include "models/common/integer_saturate.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

std::int64_t Value(std::uint64_t word, int bits) {
  const auto value = static_cast<std::int64_t>(word);
  return (word >> (bits - 1) & 1) != 0 ? value - (std::int64_t{1} << bits) : value;
}

TEST(IntegerSaturate, EveryValueOfSmallWidths) {
  std::size_t cases = 0;
  for (int exact = 2; exact <= 7; ++exact) {
    for (int result = 2; result <= 9; ++result) {
      for (const bool saturate : {false, true}) {
        const auto shape = IntegerResultShape::Derive(exact, result, saturate);
        const IntegerSaturate<Word64> law{shape};
        const std::int64_t half = std::int64_t{1} << (result - 1);
        for (std::uint64_t word = 0; word < std::uint64_t{1} << shape.value_bits; ++word) {
          for (const bool negate : {false, true}) {
            // The most negative value has no opposite, and no unit asks for it.
            if (negate && Value(word, shape.value_bits) < 0) continue;
            const std::int64_t magnitude = Value(word, shape.value_bits);
            std::int64_t expected = negate ? -magnitude : magnitude;
            if (saturate) expected = std::clamp(expected, -half, half - 1);
            const std::uint64_t code =
                static_cast<std::uint64_t>(expected) & LowMask<Word64>(result);
            ASSERT_EQ(law({.negate = negate, .value = word}).z, code)
                << word << " of " << shape.value_bits << " bits into " << result;
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 2000u);
}

}  // namespace
}  // namespace macroscope
