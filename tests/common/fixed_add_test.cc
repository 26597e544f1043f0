// The low sum, its carry and the extension say what the guard bits must do: for every input of
// small accumulators, against plain integers.
#include "models/common/fixed_add.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

TEST(FixedAdd, LowSumAndWhatTheGuardBitsMustAddMakeTheTotal) {
  std::size_t cases = 0;
  for (int n = 2; n <= 4; ++n) {
    for (int guard = 0; guard <= 3; ++guard) {
      const FixedShape shape{.product_bits = n, .guard_bits = guard};
      const FixedAdd<Word64> add{shape};
      for (std::uint64_t product = 0; product < std::uint64_t{1} << n; ++product) {
        for (std::uint64_t addend = 0; addend < std::uint64_t{1} << (n + guard); ++addend) {
          for (bool negate : {false, true}) {
            // The least product cannot be negated in its own bits, and never is: magnitudes only.
            if (negate && (product >> (n - 1)) != 0) continue;
            const auto out =
                add({.negate = negate, .product = product, .set = 0, .addend = addend});
            auto term = static_cast<std::int64_t>(product);
            if ((product >> (n - 1)) != 0) term -= std::int64_t{1} << n;
            if (negate) term = -term;
            const auto low = static_cast<std::int64_t>(addend & ((std::uint64_t{1} << n) - 1));
            const std::int64_t high_step = (out.extension ? -1 : 0) + (out.carry ? 1 : 0);
            ASSERT_EQ(low + term,
                      static_cast<std::int64_t>(out.low) + high_step * (std::int64_t{1} << n));
            ASSERT_EQ(out.high, guard > 0 ? addend >> n : addend >> (n - 1));
            ++cases;
          }
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 5000u);
}

TEST(FixedAdd, FlagsOnceRaisedStay) {
  const FixedShape shape{.product_bits = 3, .guard_bits = 2, .flag_bits = 3};
  const FixedAdd<Word64> add{shape};
  for (std::uint64_t before = 0; before < 8; ++before) {
    for (std::uint64_t set : {0, 1, 2, 4}) {
      const auto out = add({.negate = false, .product = 1, .set = set, .addend = before << 5});
      EXPECT_EQ(out.flags, before | set);
    }
  }
}

}  // namespace
}  // namespace macroscope
