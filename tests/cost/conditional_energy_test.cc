// Energies that depend on the state of a cell: a library made up for it, its figures simple enough
// to add in one's head.
#include <gtest/gtest.h>

#include "tests/cost/small_netlist.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

// ps, fF, V, so energies are fJ; leakage in nW. Slews: 50 ps rising, 20 ps falling, after a buffer.
constexpr const char* kCells = R"lib(
  voltage_unit : "1V"; leakage_power_unit : "1nW";
  power_lut_template (of_slew) { variable_1 : input_transition_time; index_1 ("0, 100"); }
  power_lut_template (of_load) { variable_1 : total_output_net_capacitance; index_1 ("0, 10"); }
  cell (BUF) {
    area : 1;
    pin (A) { direction : input; capacitance : 4; }
    pin (Y) {
      direction : output; function : "A";
      internal_power () { related_pin : "A"; power (scalar) { values ("8"); } }
      timing () {
        related_pin : "A"; timing_sense : positive_unate;
        cell_rise (scalar) { values ("10"); } rise_transition (scalar) { values ("50"); }
        cell_fall (scalar) { values ("10"); } fall_transition (scalar) { values ("20"); }
      }
    }
  }
  cell (XR) {
    area : 1; cell_leakage_power : 7;
    leakage_power () { when : "A B"; value : 3; }
    leakage_power () { when : "!A !B"; value : 5; }
    pin (A) {
      direction : input; capacitance : 2;
      internal_power () { rise_power (scalar) { values ("1"); } fall_power (scalar) { values ("2"); } }
      internal_power () { when : "B"; power (of_slew) { values ("-4, 6"); } }
    }
    pin (B) { direction : input; capacitance : 3; }
    pin (Y) {
      direction : output; function : "A ^ B";
      internal_power () { related_pin : "A"; when : "B"; power (of_load) { values ("10, 30"); } }
      internal_power () {
        related_pin : "A"; when : "!B";
        rise_power (scalar) { values ("50"); } fall_power (scalar) { values ("60"); }
      }
      internal_power () {
        related_pin : "B";
        rise_power (of_load) { values ("100, 200"); } fall_power (of_load) { values ("-7, 13"); }
      }
      timing () {
        related_pin : "A B"; timing_sense : non_unate;
        cell_rise (scalar) { values ("1"); } rise_transition (scalar) { values ("1"); }
        cell_fall (scalar) { values ("1"); } fall_transition (scalar) { values ("1"); }
      }
    }
  }
  cell (AN) {
    area : 1;
    pin (A) { direction : input; capacitance : 1; }
    pin (B) { direction : input; capacitance : 1; }
    pin (Y) {
      direction : output; function : "A B";
      internal_power () { related_pin : "A"; power (scalar) { values ("6"); } }
      internal_power () { related_pin : "A"; when : "!B"; power (scalar) { values ("10"); } }
      timing () {
        related_pin : "A B"; timing_sense : positive_unate;
        cell_rise (scalar) { values ("1"); } rise_transition (scalar) { values ("1"); }
        cell_fall (scalar) { values ("1"); } fall_transition (scalar) { values ("1"); }
      }
    }
  }
  cell (FF) {
    area : 5; cell_leakage_power : 2;
    leakage_power () { when : "CK Q"; value : 4; }
    ff (IQ, IQN) { next_state : "D"; clocked_on : "CK"; }
    pin (CK) {
      direction : input; capacitance : 1; clock : true;
      internal_power () {
        when : "D"; rise_power (scalar) { values ("5"); } fall_power (scalar) { values ("1"); }
      }
      internal_power () {
        when : "!D"; rise_power (scalar) { values ("7"); } fall_power (scalar) { values ("8"); }
      }
    }
    pin (D) {
      direction : input; capacitance : 1;
      internal_power () { when : "CK"; power (scalar) { values ("11"); } }
      internal_power () { when : "!CK"; power (scalar) { values ("9"); } }
      timing () {
        related_pin : "CK"; timing_type : setup_rising;
        rise_constraint (scalar) { values ("1"); } fall_constraint (scalar) { values ("1"); }
      }
    }
    pin (Q) {
      direction : output; function : "IQ";
      internal_power () {
        related_pin : "CK"; when : "!IQN";
        power (scalar) { values ("20"); }
      }
      internal_power () {
        related_pin : "CK"; when : "IQN";
        power (scalar) { values ("30"); }
      }
      timing () {
        related_pin : "CK"; timing_type : rising_edge;
        cell_rise (scalar) { values ("1"); } rise_transition (scalar) { values ("3"); }
        cell_fall (scalar) { values ("1"); } fall_transition (scalar) { values ("4"); }
      }
    }
  }
)lib";

constexpr double kFjPerNwPs = 1e-6;

class ConditionalEnergy : public testing::Test {
 protected:
  const SmallLibrary small_{kCells};
};

TEST_F(ConditionalEnergy, OfAGate) {
  NetlistBuilder builder(small_.library());
  builder.Input("a_i", 2)
      .Input("b_i", 3)
      .Cell("BUF", "driver", {{"A", 2}, {"Y", 4}})
      .Cell("XR", "gate", {{"A", 4}, {"B", 3}, {"Y", 5}})
      .Cell("BUF", "load", {{"A", 5}, {"Y", 6}});
  for (const Delays delays : {Delays::kNone, Delays::kLibrary}) {
    const auto energies = EnergiesOf(
        builder.netlist,
        {.values = {{"a_i", "110001"}, {"b_i", "011011"}}, .supply_v = 2, .period_ps = 1'000},
        delays);
    // Y has a load of 4 fF: its tables are 0.4 of the way from their first value to the second.
    EXPECT_NEAR(energies.at("gate").internal_fj,
                (1 + 50) +               // A rises while B is 0: Y rises.
                    (-7 + 0.4 * 20) +    // B rises: Y falls.
                    (-4 + 0.2 * 10) +    // A falls, in 20 ps, while B is 1:
                    (10 + 0.4 * 20) +    // Y rises.
                    (-7 + 0.4 * 20) +    // B falls: Y falls.
                    (100 + 0.4 * 100) +  // B rises: Y rises.
                    (-4 + 0.5 * 10) +    // A rises, in 50 ps, while B is 1:
                    (10 + 0.4 * 20),     // Y falls.
                1e-9);
    // CV^2/2 = 2 fJ a fF: six changes of Y; three of the port b, at 3 fF. Net a is the driver's.
    EXPECT_NEAR(energies.at("gate").switching_fj, 2 * (6 * 4 + 3 * 3), 1e-9);
    // The driver: three changes; 4 fF at the port, 2 fF behind it.
    EXPECT_NEAR(energies.at("driver").internal_fj, 3 * 8, 1e-9);
    EXPECT_NEAR(energies.at("driver").switching_fj, 2 * 3 * (4 + 2), 1e-9);
    // States AB: 10, 11, 01, 00, 01, 11.
    EXPECT_NEAR(energies.at("gate").leakage_fj, (7 + 3 + 7 + 5 + 7 + 3) * 1'000 * kFjPerNwPs,
                1e-12);
  }
}

// B has no energies of its own: the mean of the output's. A's group that holds everywhere counts
// where the one with a condition does not.
TEST_F(ConditionalEnergy, OfAnInputThatTheLibraryForgot) {
  NetlistBuilder builder(small_.library());
  builder.Input("a_i", 2).Input("b_i", 3).Cell("AN", "gate", {{"A", 2}, {"B", 3}, {"Y", 4}});
  const auto energies =
      EnergiesOf(builder.netlist, {.values = {{"a_i", "1110"}, {"b_i", "0101"}}}, Delays::kNone);
  // B rises: Y rises; B falls: Y falls; A falls and B rises: Y stays.
  EXPECT_NEAR(energies.at("gate").internal_fj, 2 * (6 + 10) / 2.0, 1e-9);
  const auto of_a =
      EnergiesOf(builder.netlist, {.values = {{"a_i", "010"}, {"b_i", "111"}}}, Delays::kNone);
  EXPECT_NEAR(of_a.at("gate").internal_fj, 2 * 6, 1e-9);
}

// D comes through a buffer, after 10 ps; the clock falls after 7 ps. Without delays D changes while
// the clock is high.
TEST_F(ConditionalEnergy, OfAFlipFlopDependsOnWhenItsInputChanges) {
  NetlistBuilder builder(small_.library());
  builder.Input("clk_i", 2)
      .Input("d_i", 3)
      .Cell("BUF", "driver", {{"A", 3}, {"Y", 4}})
      .Cell("FF", "bit", {{"CK", 2}, {"D", 4}, {"Q", 5}})
      .Output("q_o", 5);
  const Drive drive = {.values = {{"d_i", "011"}}, .supply_v = 2, .period_ps = 14};
  const auto settled = EnergiesOf(builder.netlist, drive, Delays::kNone);
  const auto timed = EnergiesOf(builder.netlist, drive, Delays::kLibrary);
  const double clock_net = 6 * 1 * 2;  // Six edges of 1 fF.
  // D is 0 when the clock rises in the first two cycles, 1 in the third.
  EXPECT_NEAR(settled.at("bit").clock_fj, clock_net + (7 + 8) + (7 + 1) + (5 + 1), 1e-9);
  EXPECT_NEAR(timed.at("bit").clock_fj, clock_net + (7 + 8) + (7 + 8) + (5 + 1), 1e-9);
  // D rises; in the third cycle Q rises.
  EXPECT_NEAR(settled.at("bit").internal_fj, 11 + 20, 1e-9);
  EXPECT_NEAR(timed.at("bit").internal_fj, 9 + 20, 1e-9);
  // Half cycles; Q is 1 in the third.
  const double leakage = (2 + 2 + 2 + 2 + 4 + 2) * 7 * kFjPerNwPs;
  EXPECT_NEAR(settled.at("bit").leakage_fj, leakage, 1e-12);
  EXPECT_NEAR(timed.at("bit").leakage_fj, leakage, 1e-12);
}

}  // namespace
}  // namespace macroscope
