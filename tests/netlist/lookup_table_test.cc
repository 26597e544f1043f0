#include "sim/netlist/lookup_table.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

// Values of 1 + 2 slew + 3 load + 5 slew load at the corners of two cells in a row.
const LookupTable kGrid = {{1, 3}, {10, 20, 40}, {83, 163, 323, 187, 367, 727}};

TEST(LookupTable, IsLinearBetweenItsIndicesAndBeyond) {
  int cases = 0;
  for (const double slew : {-2.0, 0.0, 1.0, 1.5, 3.0, 7.0}) {
    for (const double load : {0.0, 5.0, 10.0, 12.0, 20.0, 33.0, 40.0, 90.0}) {
      EXPECT_NEAR(kGrid.At(slew, load), 1 + 2 * slew + 3 * load + 5 * slew * load, 1e-9)
          << slew << ", " << load;
      ++cases;
    }
  }
  EXPECT_EQ(cases, 48);
}

TEST(LookupTable, UsesTheSegmentThatTheValueIsIn) {
  const LookupTable bent = {{}, {0, 1, 2}, {0, 10, 11}};
  EXPECT_EQ(bent.At(123, 0.5), 5);
  EXPECT_EQ(bent.At(123, 1), 10);
  EXPECT_EQ(bent.At(123, 1.5), 10.5);
  EXPECT_EQ(bent.At(123, 4), 13);
  EXPECT_EQ(bent.At(123, -1), -10);
}

TEST(LookupTable, MayDependOnOneOrNone) {
  const LookupTable constant = {{}, {}, {4}};
  EXPECT_EQ(constant.At(-5, 100), 4);
  const LookupTable by_slew = {{0, 10}, {}, {1, 2}};
  EXPECT_EQ(by_slew.At(5, 100), 1.5);
  const LookupTable one_load = {{0, 10}, {7}, {1, 2}};
  EXPECT_EQ(one_load.At(20, 100), 3);
}

TEST(LookupTable, AddsUpTablesOfOtherIndices) {
  const LookupTable bent = {{2}, {0, 15, 60}, {1, 4, 2}};
  const LookupTable by_slew = {{0, 2, 5}, {}, {0, 7, 1}};
  for (const LookupTable& other : {bent, by_slew, LookupTable{{}, {}, {9}}, kGrid}) {
    const LookupTable sum = Sum(kGrid, other);
    for (double slew = -1; slew < 8; slew += 0.5) {
      for (double load = -5; load < 100; load += 2.5) {
        ASSERT_NEAR(sum.At(slew, load), kGrid.At(slew, load) + other.At(slew, load), 1e-9);
      }
    }
  }
}

}  // namespace
}  // namespace macroscope
