// OpenSTA judges our timing, on the same netlists, constraints and loads.
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "sim/base/paths.h"
#include "sim/config/sweep_config.h"
#include "sim/netlist/mapping.h"
#include "sim/timing/constant_nets.h"
#include "tests/netlist/designs.h"
#include "tests/timing/opensta.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr double kTolerance = 1e-4;
constexpr WireModel kWires = {.per_net_ff = 4, .per_fanout_ff = 6};

double Deviation(double ours, double judge) { return std::abs(ours - judge) / judge; }

// The critical path's delay, without wires and with them.
void ExpectSameCriticalPath(const Netlist& netlist, const WireModel& wires) {
  double without = 0;
  for (const WireModel& wire : {WireModel{}, wires}) {
    const StaticTiming ours = ComputeTiming(netlist, wire);
    const OpenStaTiming judge = RunOpenSta(netlist, wire);
    ASSERT_TRUE(ours.critical_path);
    ASSERT_TRUE(judge.critical_path_ps);
    const double deviation = Deviation(ours.critical_path->delay_ps, *judge.critical_path_ps);
    EXPECT_LT(deviation, kTolerance)
        << ours.critical_path->delay_ps << " against " << *judge.critical_path_ps;
    EXPECT_GT(ours.critical_path->delay_ps, without);  // Wires take time.
    without = ours.critical_path->delay_ps;
    double shares = 0;
    for (const auto& [path, share] : ours.critical_path->share_ps) shares += share;
    EXPECT_NEAR(shares, ours.critical_path->delay_ps, 1e-6);
    std::cout << netlist.top << ", " << netlist.instances.size() << " cells, wires of "
              << wire.per_net_ff << " + " << wire.per_fanout_ff
              << " fF: " << ours.critical_path->delay_ps << " ps over " << ours.critical_path->cells
              << " cells, OpenSTA " << *judge.critical_path_ps << " ps: " << 100 * deviation
              << " %\n";
  }
}

class OpenSta : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  }
  static SweepConfig Sweep() { return LoadSweep(Home() / "configs/sweeps/fp8_vs_int8.yaml"); }
};

constexpr int kDesigns = 15;

class OpenStaOfSweep : public OpenSta, public testing::WithParamInterface<int> {};

TEST_P(OpenStaOfSweep, FindsTheSameCriticalPath) {
  const SweepConfig sweep = Sweep();
  ASSERT_EQ(sweep.designs.size(), kDesigns);
  const auto unit = MakeUnit(sweep.designs.at(GetParam()).design);
  ExpectSameCriticalPath(MapToNetlist(KeepingStages(*unit), Osu018()), kWires);
}

INSTANTIATE_TEST_SUITE_P(Design, OpenStaOfSweep, testing::Range(0, kDesigns));

// Slews at every net. OpenSTA keeps a slew that it worked out earlier if a change upstream moves it
// little: its own report_dcalc then gives ours, where it shows another, up to 0.4 % away.
TEST_F(OpenSta, FindsTheSameSlewsAtEveryNet) {
  const auto unit = UnitOf("unit=kulisch_mac operands=fp8_e4m3fnuz accumulator=fixed+12 form=mac");
  const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
  const StaticTiming ours = ComputeTiming(netlist, kWires);
  const OpenStaTiming judge = RunOpenSta(netlist, kWires);
  ExpectSameCriticalPath(netlist, kWires);
  const ConstantNets constants = FindConstantNets(netlist);
  int compared = 0, exact = 0;
  double worst = 0;
  const auto compare = [&](int net, double our, double judged) {
    const double deviation = Deviation(our, judged);
    ++compared;
    if (deviation < 1e-5) ++exact;
    worst = std::max(worst, deviation);
    EXPECT_LT(deviation, 5e-3) << "net " << net << ": " << our << " against " << judged;
  };
  for (const NetlistInstance& instance : netlist.instances) {
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      const int net = instance.nets[pin];
      if (net < 0 || instance.cell->pins[pin].direction != PinDirection::kOutput) continue;
      if (constants[net]) continue;
      compare(net, ours.slew_ps[net].rise, judge.slew_ps[net].rise);
      compare(net, ours.slew_ps[net].fall, judge.slew_ps[net].fall);
    }
  }
  EXPECT_GT(compared, 1000);
  EXPECT_GT(exact, compared * 9 / 10);
  std::cout << compared << " slews, " << exact << " equal, the worst " << 100 * worst
            << " % away\n";
}

// Libraries with slews first or loads first, other units, edges' own tables and conditions.
struct Case {
  const char* file;
  const char* dont_use;
  WireModel wires;

  friend std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.file; }
};

class OpenStaWithLibrary : public testing::TestWithParam<Case> {};

TEST_P(OpenStaWithLibrary, FindsTheSameCriticalPath) {
  fs::path path = GetParam().file;
  if (path.is_relative()) path = fs::path(MACROSCOPE_SOURCE_DIR) / "../shared/liberty" / path;
  if (!fs::exists(path)) GTEST_SKIP() << path << " is absent";
  const auto cells = OpenCellLibrary({fs::canonical(path).string()}, {GetParam().dont_use});
  const auto unit = UnitOf("unit=int_mac operands=int8 accumulator=fixed+12 form=mac");
  ExpectSameCriticalPath(MapToNetlist(KeepingStages(*unit), cells), GetParam().wires);
}

INSTANTIATE_TEST_SUITE_P(
    Libraries, OpenStaWithLibrary,
    testing::Values(
        Case{"/usr/share/qflow/tech/osu035/osu035_stdcells.lib", "", kWires},
        Case{"/usr/share/qflow/tech/osu050/osu05_stdcells.lib", "", kWires},
        Case{"asap7_rvt_tt_0p7v_25c.lib.gz", "DLL*", {.per_net_ff = 0.1, .per_fanout_ff = 0.3}},
        Case{"sky130hd_tt_025c_1v80.lib.gz",
             "sky130_fd_sc_hd__lpflow*",
             {.per_net_ff = 1, .per_fanout_ff = 2}}));

}  // namespace
}  // namespace macroscope
