// What never changes is not timed.
#include <gtest/gtest.h>

#include "sim/timing/constant_nets.h"
#include "sim/timing/static_timing.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

TEST(Constants, GoThroughGatesAsFarAsTheyDecide) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("a_i", 2);
  builder.Cell("INV", "", {{"A", kNetZero}, {"Y", 3}}).Cell("INV", "", {{"A", 3}, {"Y", 4}});
  builder.Cell("XOR", "", {{"A", 3}, {"B", 4}, {"Y", 5}})
      .Cell("XOR", "", {{"A", 5}, {"B", 2}, {"Y", 6}});
  builder.Cell("FF", "", {{"CK", 2}, {"D", 5}, {"Q", 7}});
  const ConstantNets constants = FindConstantNets(builder.netlist);
  const ConstantNets expected = {false, true, std::nullopt, true, false, true, {}, {}};
  EXPECT_EQ(constants, expected);
}

// The exclusive or's two arcs take 30 and 70 ps; which is left is the other input's doing.
TEST(Constants, LeaveTheArcsThatCanHappen) {
  for (const bool other : {false, true}) {
    const SmallLibrary small;
    NetlistBuilder builder(small.library());
    builder.Input("a_i", 2).Output("z_o", 3);
    builder.Cell("XOR", "", {{"A", 2}, {"B", other ? kNetOne : kNetZero}, {"Y", 3}});
    const StaticTiming timing = ComputeTiming(builder.netlist, {});
    ASSERT_TRUE(timing.critical_path);
    EXPECT_EQ(timing.critical_path->delay_ps, other ? 70 : 30);
    EXPECT_EQ(timing.slew_ps[3].rise, other ? 2 : 1);
    EXPECT_EQ(timing.delays[0][0].rise_ps, other ? 70 : 30);
    EXPECT_EQ(timing.delays[0][1].rise_ps, 50);  // From the constant: whatever the library has.
  }
}

TEST(Constants, EndPaths) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("clk_i", 2).Output("z_o", 4);
  builder.Cell("FF", "", {{"CK", 2}, {"D", kNetOne}, {"Q", 3}})
      .Cell("INV", "", {{"A", kNetOne}, {"Y", 4}});
  EXPECT_FALSE(ComputeTiming(builder.netlist, {}).critical_path);
}

}  // namespace
}  // namespace macroscope
