// Energies of single cells of osu018 against figures that were read from the Liberty file by eye
// and put together by hand. Energies there are pJ, capacitances pF; fJ and fF here.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/cost/small_netlist.h"
#include "tests/netlist/osu018.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

constexpr double kHalfSquareV2 = 1.8 * 1.8 / 2;
// The load that INVX1's pin A makes: for a rise, for a fall, and their mean.
constexpr double kInverterRiseFf = 9.32196, kInverterFallFf = 9.32456;
constexpr double kInverterFf = (9.32196 + 9.32456) / 2;
// nW times ps, in fJ.
constexpr double kFjPerNwPs = 1e-6;

// Four neighbours in a table: rows of the two loads, columns of the two slews.
struct Corner {
  double load_ff[2];
  double slew_ps[2];
  double value[2][2];

  // On the straight lines through them, also beyond them.
  double At(double load, double slew) const {
    const double up = (load - load_ff[0]) / (load_ff[1] - load_ff[0]);
    const double right = (slew - slew_ps[0]) / (slew_ps[1] - slew_ps[0]);
    return (1 - up) * (1 - right) * value[0][0] + (1 - up) * right * value[0][1] +
           up * (1 - right) * value[1][0] + up * right * value[1][1];
  }
};

double OnLine(double x0, double x1, double y0, double y1, double x) {
  return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

void ExpectEnergy(const Energy& is, const Energy& should) {
  const auto same = [](double a, double b) { EXPECT_NEAR(a, b, 1e-9 * std::abs(b)) << b; };
  same(is.internal_fj, should.internal_fj);
  same(is.switching_fj, should.switching_fj);
  same(is.clock_fj, should.clock_fj);
  same(is.leakage_fj, should.leakage_fj);
  std::cout << is.internal_fj << " + " << is.switching_fj << " + " << is.clock_fj << " + "
            << is.leakage_fj << " fJ; by hand " << should.total_fj() << "\n";
}

class HandEnergy : public testing::TestWithParam<Delays> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
    library_ = std::make_shared<Library>(kOsu018);
  }
  std::shared_ptr<const Library> library_;
};

INSTANTIATE_TEST_SUITE_P(With, HandEnergy, testing::Values(Delays::kNone, Delays::kLibrary),
                         testing::PrintToStringParamName());

// A port without slew drives the first inverter; a wire of 2 + 1 * 5 fF leads to the second.
TEST_P(HandEnergy, OfTwoInverters) {
  NetlistBuilder builder(library_);
  builder.Input("a_i", 2)
      .Cell("INVX1", "first", {{"A", 2}, {"Y", 3}})
      .Cell("INVX1", "second", {{"A", 3}, {"Y", 4}})
      .Output("z_o", 4);
  // 3 rises, 2 falls, 7 cycles.
  const auto energies =
      EnergiesOf(builder.netlist,
                 {.values = {{"a_i", "1011001"}}, .wire = {2, 5}, .period_ps = 10'000}, GetParam());
  const double load = kInverterFf + 7;
  const Corner rise = {{12.5, 25}, {60, 180}, {{23.165, 28.621}, {23.574, 27.52}}};
  const Corner fall = {{12.5, 25}, {60, 180}, {{9.047, 5.677}, {8.669, 6.332}}};
  const double leakage = 7 * 10'000 * 0.0221741 * kFjPerNwPs;
  ExpectEnergy(energies.at("first"),
               {.internal_fj = 2 * rise.At(load, 0) + 3 * fall.At(load, 0),
                .switching_fj = 5 * load * kHalfSquareV2 +              // Its output.
                                5 * (kInverterFf + 7) * kHalfSquareV2,  // The port, with wire.
                .leakage_fj = leakage});
  // The second has no load and the slews that the first makes.
  const Corner rise_slew = {{12.5, 25}, {60, 180}, {{47.167, 78.6}, {72, 96}}};
  const Corner fall_slew = {{12.5, 25}, {60, 180}, {{36.025, 72.6}, {60, 88.2}}};
  const double slew_up = rise_slew.At(kInverterRiseFf + 7, 0);
  const double slew_down = fall_slew.At(kInverterFallFf + 7, 0);
  const Corner rise_unloaded = {{5, 12.5}, {60, 180}, {{23.555, 29.044}, {23.165, 28.621}}};
  const Corner fall_unloaded = {{5, 12.5}, {60, 180}, {{9.213, 4.772}, {9.047, 5.677}}};
  ExpectEnergy(energies.at("second"), {.internal_fj = 3 * rise_unloaded.At(0, slew_down) +
                                                      2 * fall_unloaded.At(0, slew_up),
                                       .switching_fj = 0,
                                       .leakage_fj = leakage});
}

// One input changes at a time: b rises, a rises, falls, rises, b falls, rises. But for the first, Y
// falls, rises, falls, rises, falls.
TEST_P(HandEnergy, OfANand) {
  NetlistBuilder builder(library_);
  builder.Input("a_i", 2)
      .Input("b_i", 3)
      .Cell("NAND2X1", "nand", {{"A", 2}, {"B", 3}, {"Y", 4}})
      .Cell("INVX1", "load", {{"A", 4}, {"Y", 5}})
      .Output("z_o", 5);
  const auto energies = EnergiesOf(
      builder.netlist, {.values = {{"a_i", "010111"}, {"b_i", "111101"}}, .period_ps = 4'000},
      GetParam());
  const Corner rise_a = {{5, 12.5}, {60, 180}, {{44.515, 51.923}, {45.446, 50.6}}};
  const Corner fall_a = {{5, 12.5}, {60, 180}, {{10.032, 6.113}, {9.375, 6.717}}};
  const Corner rise_b = {{5, 12.5}, {60, 180}, {{33.56, 40.104}, {33.477, 39.273}}};
  const Corner fall_b = {{5, 12.5}, {60, 180}, {{9.782, 4.814}, {9.413, 5.752}}};
  const auto at = [](const Corner& corner) { return corner.At(kInverterFf, 0); };
  ExpectEnergy(
      energies.at("nand"),
      {.internal_fj = at(rise_a) + 2 * at(fall_a) + at(rise_b) + at(fall_b),
       .switching_fj = (5 * kInverterFf + 3 * (12.5 + 12.2726) / 2 + 3 * (12.9005 + 12.9035) / 2) *
                       kHalfSquareV2,
       .leakage_fj = 6 * 4'000 * 0.0393659 * kFjPerNwPs});
}

// Both inputs fall in one cycle: without delays, the first of the cell's pins stands for both.
TEST_F(HandEnergy, OfANandWhoseInputsChangeTogether) {
  NetlistBuilder builder(library_);
  builder.Input("a_i", 2).Input("b_i", 3).Cell("NAND2X1", "nand", {{"A", 2}, {"B", 3}, {"Y", 4}});
  const auto energies =
      EnergiesOf(builder.netlist, {.values = {{"a_i", "10"}, {"b_i", "10"}}}, Delays::kNone);
  const Corner rise_a = {{5, 12.5}, {60, 180}, {{44.515, 51.923}, {45.446, 50.6}}};
  const Corner fall_a = {{5, 12.5}, {60, 180}, {{10.032, 6.113}, {9.375, 6.717}}};
  EXPECT_NEAR(energies.at("nand").internal_fj, rise_a.At(0, 0) + fall_a.At(0, 0), 1e-9);
}

// The clock has no slew. D: 3 rises, 2 falls; Q follows a cycle later: 3 rises, 2 falls.
TEST_P(HandEnergy, OfAFlipFlop) {
  NetlistBuilder builder(library_);
  builder.Input("clk_i", 2)
      .Input("d_i", 3)
      .Cell("DFFPOSX1", "bit", {{"CLK", 2}, {"D", 3}, {"Q", 4}})
      .Cell("INVX1", "load", {{"A", 4}, {"Y", 5}})
      .Output("z_o", 5);
  const auto energies = EnergiesOf(
      builder.netlist,
      {.values = {{"d_i", "01101011"}}, .wire = {.per_net_ff = 3}, .period_ps = 2'000}, GetParam());
  const double load = kInverterFf + 3;
  const Corner q_rise = {{5, 12.5}, {60, 240}, {{40.752, 64.07}, {41.217, 62.027}}};
  const Corner q_fall = {{5, 12.5}, {60, 240}, {{64.773, 76.646}, {63.395, 75.613}}};
  const double d_rise = OnLine(60, 180, 45.424, 45.977, 0);
  const double d_fall = OnLine(60, 180, 88.41, 87.952, 0);
  const double clock_rise = OnLine(60, 240, 6.865, 6.943, 0);
  const double clock_fall = OnLine(60, 240, 110.34, 129.769, 0);
  const double clock_ff = (27.9235 + 27.4634) / 2 + 3, d_ff = (8.82947 + 8.81001) / 2 + 3;
  ExpectEnergy(
      energies.at("bit"),
      {.internal_fj = 3 * q_rise.At(load, 0) + 2 * q_fall.At(load, 0) + 3 * d_rise + 2 * d_fall,
       .switching_fj = (5 * load + 5 * d_ff) * kHalfSquareV2,
       .clock_fj = 8 * (clock_rise + clock_fall) + 16 * clock_ff * kHalfSquareV2,
       .leakage_fj = 8 * 2'000 * 0.160725 * kFjPerNwPs});
}

// From 000, one input at a time: A, B, C rise, A, B, C fall, B, C rise. YS changes each time.
TEST_P(HandEnergy, OfAFullAdder) {
  NetlistBuilder builder(library_);
  builder.Input("a_i", 2)
      .Input("b_i", 3)
      .Input("c_i", 4)
      .Cell("FAX1", "adder", {{"A", 2}, {"B", 3}, {"C", 4}, {"YC", 5}, {"YS", 6}})
      .Cell("INVX1", "load", {{"A", 6}, {"Y", 7}})
      .Output("carry_o", 5)
      .Output("z_o", 7);
  const auto energies =
      EnergiesOf(builder.netlist,
                 {.values = {{"a_i", "11100000"}, {"b_i", "01110011"}, {"c_i", "00111001"}},
                  .period_ps = 3'000},
                 GetParam());
  // YS rises, falls, rises ...; YC rises with B, falls with B, rises with C.
  const Corner s_rise_a = {{5, 12.5}, {60, 180}, {{137.117, 137.859}, {139.337, 139.992}}};
  const Corner s_fall_a = {{5, 12.5}, {60, 180}, {{7.466, 6.824}, {7.781, 9.663}}};
  const Corner s_rise_b = {{5, 12.5}, {60, 180}, {{127.293, 127.927}, {128.426, 128.439}}};
  const Corner s_fall_b = {{5, 12.5}, {60, 180}, {{20.977, 16.769}, {21.323, 21.127}}};
  const Corner s_rise_c = {{5, 12.5}, {60, 180}, {{109.316, 111.416}, {112.156, 112.979}}};
  const Corner s_fall_c = {{5, 12.5}, {60, 180}, {{35.808, 35.489}, {36.017, 35.802}}};
  double sum = 0;
  for (const Corner& corner :
       {s_rise_a, s_fall_b, s_rise_c, s_fall_a, s_rise_b, s_fall_c, s_rise_b, s_fall_c}) {
    sum += corner.At(kInverterFf, 0);
  }
  const Corner c_rise_b = {{5, 12.5}, {60, 180}, {{20.977, 16.769}, {21.323, 21.127}}};
  const Corner c_fall_b = {{5, 12.5}, {60, 180}, {{127.293, 127.927}, {128.426, 128.439}}};
  const Corner c_rise_c = {{5, 12.5}, {60, 180}, {{35.808, 35.489}, {36.017, 35.802}}};
  const double carry = c_rise_b.At(0, 0) + c_fall_b.At(0, 0) + c_rise_c.At(0, 0);
  // A changes twice, B and C three times each.
  const double ports_ff =
      2 * (60.6345 + 61.3054) / 2 + 3 * (56.92 + 54.9316) / 2 + 3 * (41.6003 + 41.56) / 2;
  ExpectEnergy(energies.at("adder"), {.internal_fj = sum + carry,
                                      .switching_fj = (8 * kInverterFf + ports_ff) * kHalfSquareV2,
                                      .leakage_fj = 8 * 3'000 * 0.230647 * kFjPerNwPs});
}

}  // namespace
}  // namespace macroscope
