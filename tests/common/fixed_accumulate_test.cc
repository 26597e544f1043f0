// Adding and accumulating is addition modulo 2^width, or clamped: for every input of small
// accumulators, against plain integers.
#include "models/common/fixed_accumulate.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace macroscope {
namespace {

std::int64_t Signed(std::uint64_t word, int bits) {
  const auto value = static_cast<std::int64_t>(word);
  return (word >> (bits - 1) & 1) != 0 ? value - (std::int64_t{1} << bits) : value;
}

class FixedAccumulateTest : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Overflow, FixedAccumulateTest, testing::Bool(),
                         [](const auto& test) { return test.param ? "saturate" : "wrap"; });

TEST_P(FixedAccumulateTest, SumIsThatOfIntegers) {
  std::size_t cases = 0;
  for (int n = 2; n <= 4; ++n) {
    for (int guard = 0; guard <= 3; ++guard) {
      const FixedShape shape{.product_bits = n, .guard_bits = guard, .saturate = GetParam()};
      const FixedAdd<Word64> add{shape};
      const FixedAccumulate<Word64> accumulate{shape};
      const int width = n + guard;
      const std::int64_t limit = std::int64_t{1} << (width - 1);
      for (std::uint64_t product = 0; product < std::uint64_t{1} << n; ++product) {
        for (std::uint64_t addend = 0; addend < std::uint64_t{1} << width; ++addend) {
          for (bool negate : {false, true}) {
            if (negate && (product >> (n - 1)) != 0) continue;  // magnitudes only
            const std::int64_t term = Signed(product, n);
            std::int64_t sum = Signed(addend, width) + (negate ? -term : term);
            if (GetParam()) sum = std::clamp(sum, -limit, limit - 1);
            const auto out =
                accumulate(add({.negate = negate, .product = product, .set = 0, .addend = addend}));
            ASSERT_EQ(out.sum, static_cast<std::uint64_t>(sum) & LowMask<Word64>(width))
                << "n " << n << " guard " << guard << " product " << product << " addend " << addend
                << " negate " << negate;
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 5000u);
}

}  // namespace
}  // namespace macroscope
