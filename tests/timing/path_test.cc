// Loads, slews, delays and critical paths, each computed by hand.
#include <gtest/gtest.h>

#include "sim/base/build_error.h"
#include "sim/timing/static_timing.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

// a -> INV -> n3 -> INV -> n4 -> output and XOR.
TEST(StaticTiming, AddsLoadsSlewsAndDelaysUpAsTheTablesSay) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("a_i", 2).Input("b_i", 5).Output("z_o", 4).Output("y_o", 6);
  builder.Cell("INV", "u_first", {{"A", 2}, {"Y", 3}})
      .Cell("INV", "u_second", {{"A", 3}, {"Y", 4}});
  builder.Cell("XOR", "u_third", {{"A", 4}, {"B", 5}, {"Y", 6}});
  const StaticTiming timing = ComputeTiming(builder.netlist, {.per_net_ff = 4, .per_fanout_ff = 1});

  // n3: rise 2 + 4 + 1 = 7, fall 1 + 4 + 1 = 6; n4: 3 + 4 + 1; n6 leads to a port alone.
  EXPECT_DOUBLE_EQ(timing.load_ff[3], 6.5);
  EXPECT_DOUBLE_EQ(timing.load_ff[4], 8);
  EXPECT_DOUBLE_EQ(timing.load_ff[6], 0);
  EXPECT_DOUBLE_EQ(timing.slew_ps[2].rise, 0);
  EXPECT_DOUBLE_EQ(timing.slew_ps[3].rise, 41);  // 20 + 3 * 7
  EXPECT_DOUBLE_EQ(timing.slew_ps[3].fall, 16);  // 10 + 6
  EXPECT_DOUBLE_EQ(timing.slew_ps[4].rise, 44);
  EXPECT_DOUBLE_EQ(timing.slew_ps[4].fall, 26.2);  // 10 + 8 + 41 / 5

  ASSERT_EQ(timing.delays.size(), 3u);
  ASSERT_EQ(timing.delays[0].size(), 1u);
  EXPECT_DOUBLE_EQ(timing.delays[0][0].rise_ps, 17);    // 10 + 7
  EXPECT_DOUBLE_EQ(timing.delays[0][0].fall_ps, 17);    // 5 + 2 * 6
  EXPECT_DOUBLE_EQ(timing.delays[1][0].rise_ps, 26);    // 10 + 8 + 16 / 2
  EXPECT_DOUBLE_EQ(timing.delays[1][0].fall_ps, 25.1);  // 5 + 16 + 41 / 10
  // Two arcs, by the state of the other input: their mean.
  ASSERT_EQ(timing.delays[2].size(), 2u);
  EXPECT_EQ(timing.delays[2][0].input_pin, 0);
  EXPECT_EQ(timing.delays[2][1].input_pin, 1);
  EXPECT_EQ(timing.delays[2][0].output_pin, 2);
  EXPECT_DOUBLE_EQ(timing.delays[2][0].rise_ps, 50);

  // Up and down again: 17 + 26, then the slower of the exclusive or's arcs.
  ASSERT_TRUE(timing.critical_path);
  EXPECT_DOUBLE_EQ(timing.critical_path->delay_ps, 113);
  EXPECT_EQ(timing.critical_path->cells, 3);
  const std::map<std::string, double> shares = {
      {"", 0}, {"u_first", 17}, {"u_second", 26}, {"u_third", 70}};
  EXPECT_EQ(timing.critical_path->share_ps, shares);
}

TEST(StaticTiming, StartsAtTheClockAndEndsWithTheSetupTime) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("clk_i", 2).Input("rst_ni", 7).Output("z_o", 5);
  builder.Cell("FF", "u_register", {{"CK", 2}, {"D", 4}, {"Q", 3}});
  builder.Cell("INV", "u_gate", {{"A", 3}, {"Y", 4}});
  // The reset's path would be the longest.
  builder.Cell("XOR", "", {{"A", 7}, {"B", 3}, {"Y", 5}});
  builder.Cell("XOR", "", {{"A", 7}, {"B", 7}, {"Y", 6}}).Output("y_o", 6);
  const StaticTiming timing = ComputeTiming(builder.netlist, {});
  EXPECT_DOUBLE_EQ(timing.slew_ps[3].rise, 3);
  EXPECT_DOUBLE_EQ(timing.slew_ps[4].rise, 32);    // 20 + 3 * 4
  EXPECT_DOUBLE_EQ(timing.slew_ps[4].fall, 14.6);  // 10 + 4 + 3 / 5
  ASSERT_TRUE(timing.critical_path);
  // Q falls: 50, D rises: 10 + 4 + 4 / 2, setup 7 + 32. (Falling: 40 + 13.3 + 9 + 29.2.) To z_o it
  // takes 50 + 70.
  EXPECT_DOUBLE_EQ(timing.critical_path->delay_ps, 120);
  builder.netlist.ports.erase(builder.netlist.ports.begin() + 2);
  const auto path = ComputeTiming(builder.netlist, {}).critical_path;
  ASSERT_TRUE(path);
  EXPECT_DOUBLE_EQ(path->delay_ps, 105);
  EXPECT_DOUBLE_EQ(path->share_ps.at("u_register"), 89);
  EXPECT_DOUBLE_EQ(path->share_ps.at("u_gate"), 16);
  EXPECT_DOUBLE_EQ(path->share_ps.at(""), 0);
  EXPECT_EQ(path->cells, 2);
}

TEST(StaticTiming, ThereMayBeNoPath) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("clk_i", 2).Output("z_o", kNetOne);
  EXPECT_FALSE(ComputeTiming(builder.netlist, {}).critical_path);
  builder.Input("a_i", 3).Output("y_o", 3);
  const auto path = ComputeTiming(builder.netlist, {}).critical_path;
  ASSERT_TRUE(path);
  EXPECT_EQ(path->delay_ps, 0);
  EXPECT_EQ(path->cells, 0);
}

TEST(StaticTiming, ALoopIsNamed) {
  const SmallLibrary small;
  NetlistBuilder builder(small.library());
  builder.Input("a_i", 2).Output("z_o", 6);
  builder.Cell("INV", "before", {{"A", 2}, {"Y", 3}})
      .Cell("XOR", "in", {{"A", 3}, {"B", 5}, {"Y", 4}});
  builder.Cell("INV", "in", {{"A", 4}, {"Y", 5}}).Cell("INV", "after", {{"A", 4}, {"Y", 6}});
  try {
    ComputeTiming(builder.netlist, {});
    FAIL() << "a loop was timed";
  } catch (const BuildError& error) {
    const std::string message = error.what();
    EXPECT_TRUE(message.find("combinational loop leads through in.g1") != std::string::npos ||
                message.find("combinational loop leads through in.g2") != std::string::npos)
        << message;
  }
}

}  // namespace
}  // namespace macroscope
