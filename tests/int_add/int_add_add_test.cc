// The sum of any two terms and carry, modulo its bits; and that it is exact for what is unpacked.
#include "models/int_add/int_add_add.h"

#include <gtest/gtest.h>

#include "tests/common/integer_result_designs.h"

namespace macroscope {
namespace {

TEST(IntAddAdd, EveryPairOfTerms) {
  std::size_t cases = 0;
  for (const Design& design : IntegerResultDesigns(UnitKind::kIntAdd, /*wide=*/false)) {
    const IntAddShape shape = IntAddShape::Derive(design);
    const IntAddAdd add{shape};
    const std::uint64_t count = std::uint64_t{1} << shape.sum_bits();
    for (std::uint64_t a = 0; a < count; ++a) {
      for (std::uint64_t b = 0; b < count; ++b) {
        for (const bool carry : {false, true}) {
          std::uint64_t expected = a + b + (carry ? 1 : 0);
          while (expected >= count) expected -= count;
          ASSERT_EQ(add({.carry = carry, .a = a, .b = b}).sum, expected) << DisplayName(design);
          ++cases;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 100000u);
}

}  // namespace
}  // namespace macroscope
