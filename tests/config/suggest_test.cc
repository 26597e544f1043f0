#include "sim/config/suggest.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

TEST(EditDistanceTest, CountsSlips) {
  EXPECT_EQ(EditDistance("", ""), 0);
  EXPECT_EQ(EditDistance("", "abc"), 3);
  EXPECT_EQ(EditDistance("fp16", "fp16"), 0);
  EXPECT_EQ(EditDistance("fp16", "bf16"), 2);
  EXPECT_EQ(EditDistance("operands", "oprands"), 1);
  EXPECT_EQ(EditDistance("untis", "units"), 1);  // Two neighbours swapped are one slip.
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
}

TEST(DidYouMeanTest, NamesTheNearest) {
  const std::vector<std::string> names = {"fp_fma", "int_mac", "kulisch_mac"};
  EXPECT_EQ(DidYouMean("int_mak", names), "; did you mean 'int_mac'?");
  EXPECT_EQ(DidYouMean("kulish_mac", names), "; did you mean 'kulisch_mac'?");
}

TEST(DidYouMeanTest, IsSilentAboutAnotherWord) {
  EXPECT_EQ(DidYouMean("posit", {"fp_fma", "int_mac"}), "");
  EXPECT_EQ(DidYouMean("anything", {}), "");
}

}  // namespace
}  // namespace macroscope
