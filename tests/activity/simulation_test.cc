// Our simulations of mapped netlists against Verilator and Icarus Verilog, net by net.
#include <gtest/gtest.h>

#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_simulation.h"
#include "sim/netlist/mapping.h"
#include "sim/stimulus/random.h"
#include "tests/activity/icarus.h"
#include "tests/activity/verilated.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;

// Delays that no library would have, but each its own: 20 to 300 ps.
StaticTiming RandomTiming(const Netlist& netlist) {
  Random random(kSeed);
  StaticTiming timing;
  for (const NetlistInstance& instance : netlist.instances) {
    auto& arcs = timing.delays.emplace_back();
    for (std::size_t in = 0; in < instance.cell->pins.size(); ++in) {
      for (std::size_t out = 0; out < instance.cell->pins.size(); ++out) {
        if (instance.cell->pins[out].direction != PinDirection::kOutput) continue;
        const auto delay = [&] { return 20 + 0.001 * static_cast<double>(random.Below(280000)); };
        arcs.push_back({static_cast<int>(in), static_cast<int>(out), delay(), delay()});
      }
    }
  }
  return timing;
}

// The number of nets that were compared; each must be equal.
int ExpectEqual(const std::vector<std::uint64_t>& ours, const std::vector<std::int64_t>& judge) {
  int compared = 0, different = 0;
  std::uint64_t total = 0;
  for (std::size_t net = 0; net < ours.size(); ++net) {
    if (judge[net] < 0) continue;
    ++compared;
    total += ours[net];
    if (ours[net] == static_cast<std::uint64_t>(judge[net]) || ++different > 5) continue;
    ADD_FAILURE() << "net " << net << ": " << ours[net] << " here, " << judge[net] << " there";
  }
  EXPECT_EQ(different, 0);
  EXPECT_GT(total, 0u);
  std::cout << "[ " << compared << " nets, " << total << " changes, seed " << kSeed << " ]\n";
  return compared;
}

struct Case {
  const char* name;
  const char* design;
  bool is_flat;

  friend std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.name; }
};

class Simulation : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    const auto unit = UnitOf(GetParam().design);
    netlist_ = MapToNetlist(GetParam().is_flat ? Flattened(*unit) : KeepingStages(*unit), Osu018());
    graph_ = MakeGateGraph(netlist_);
  }

  TemporaryFolder folder_;
  Netlist netlist_;
  GateGraph graph_;
};

TEST_P(Simulation, CountsWhatIcarusCountsOnEveryNet) {
  const GateDelays delays = MakeGateDelays(graph_, RandomTiming(netlist_), 1000);
  auto blocks = RandomBlocks(graph_, 4, kSeed);
  SettledSimulation settled(graph_);
  TimedSimulation timed(graph_, delays);
  Activity activity(netlist_, graph_.shapes), plain(netlist_, graph_.shapes);
  for (CycleBlock& block : blocks) {
    settled.Run(block, &plain);
    timed.Run(block, &activity);
  }
  EXPECT_GT(ExpectEqual(activity.toggles(),
                        IcarusBench(graph_, delays, blocks, folder_.path(), true).Run().toggles),
            100);
}

TEST_P(Simulation, WithoutDelaysCountsWhatVerilatorCountsOnEveryNet) {
  auto blocks = RandomBlocks(graph_, 16, kSeed);
  SettledSimulation settled(graph_);
  Activity activity(netlist_, graph_.shapes);
  for (CycleBlock& block : blocks) settled.Run(block, &activity);
  EXPECT_GT(ExpectEqual(activity.toggles(), VerilatedToggles(graph_, blocks, folder_.path())), 100);
}

INSTANTIATE_TEST_SUITE_P(
    Designs, Simulation,
    testing::Values(
        Case{"int8", "unit=int_mac operands=int8 accumulator=fixed+12 form=mac", false},
        Case{"int4_flat", "unit=int_mac operands=int4 accumulator=fixed+4 form=mac", true},
        Case{"kulisch_e2m5_cut",
             "unit=kulisch_mac operands=fp8_e2m5 accumulator=fixed+12 form=mac cuts=multiply",
             false},
        Case{"kulisch_e4m3_flat",
             "unit=kulisch_mac operands=fp8_e4m3fnuz accumulator=fixed+12 form=mac", true},
        Case{"e4m3_fp16",
             "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 form=mac cuts=multiply+add", false},
        Case{"e5m2_fp32", "unit=fp_fma operands=fp8_e5m2 accumulator=fp32 form=mac", false},
        Case{
            "int8_fp16_structured",
            "unit=fp_fma operands=int8 accumulator=fp16 form=mac multiplier=wallace adder=sklansky",
            true}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace macroscope
