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

// Delays that no library would have: 20 to 300 ps, whatever the gate.
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

struct Changes {
  Activity timed, settled;
  std::vector<CycleBlock> blocks;
};

Changes RunBlocks(const GateGraph& graph, const GateDelays& delays, int blocks) {
  Changes changes{Activity(*graph.netlist, graph.shapes), Activity(*graph.netlist, graph.shapes),
                  RandomBlocks(graph, blocks, kSeed)};
  SettledSimulation settled(graph);
  TimedSimulation timed(graph, delays);
  for (CycleBlock& block : changes.blocks) {
    settled.Run(block, &changes.settled);
    timed.Run(block, &changes.timed);
  }
  return changes;
}

class SimulatedDesign : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    const auto unit = UnitOf(GetParam().design);
    netlist_ = MapToNetlist(GetParam().is_flat ? Flattened(*unit) : KeepingStages(*unit), Osu018());
    graph_ = MakeGateGraph(netlist_);
    // Of stages apart the library's own delays; as a whole, wilder ones.
    delays_ = MakeGateDelays(
        graph_, GetParam().is_flat ? RandomTiming(netlist_) : ComputeTiming(netlist_, {}), 1000);
  }

  TemporaryFolder folder_;
  Netlist netlist_;
  GateGraph graph_;
  GateDelays delays_;
};

TEST_P(SimulatedDesign, CountsWhatIcarusCountsOnEveryNet) {
  const Changes changes = RunBlocks(graph_, delays_, 4);
  const IcarusBench icarus(graph_, delays_, changes.blocks, folder_.path(), true);
  EXPECT_GT(ExpectEqual(changes.timed.toggles(), icarus.Run().toggles), 100);
}

// The two simulations share the sources alone: where one ends each cycle, so does the other.
TEST_P(SimulatedDesign, SettlesWhereSimulationWithoutDelaysDoes) {
  const Changes changes = RunBlocks(graph_, delays_, 4);
  for (int net = 0; net < netlist_.net_count; ++net) {
    ASSERT_GE(changes.timed.Toggles(net), changes.settled.Toggles(net)) << net;
    ASSERT_EQ(changes.timed.Toggles(net) % 2, changes.settled.Toggles(net) % 2) << net;
  }
}

class SettledDesign : public SimulatedDesign {};

TEST_P(SettledDesign, CountsWhatVerilatorCountsOnEveryNet) {
  const Changes changes = RunBlocks(graph_, delays_, 16);
  EXPECT_GT(ExpectEqual(changes.settled.toggles(),
                        VerilatedToggles(graph_, changes.blocks, folder_.path())),
            100);
}

// The comparison would notice: one gate in ten slower by a tenth, for Icarus alone.
TEST(Simulation, DiffersFromIcarusWithOtherDelays) {
  const TemporaryFolder folder;
  const auto unit = UnitOf("unit=int_mac operands=int4 accumulator=fixed+4 form=mac");
  const Netlist netlist = MapToNetlist(KeepingStages(*unit), Osu018());
  const GateGraph graph = MakeGateGraph(netlist);
  const GateDelays delays = MakeGateDelays(graph, ComputeTiming(netlist, {}), 1000);
  GateDelays others = delays;
  for (std::size_t g = 0; g < others.gates.size(); g += 10) {
    for (GateDelays::Arc& arc : others.gates[g]) {
      for (Tick& ticks : arc.to) ticks += ticks / 10;
    }
  }
  const Changes changes = RunBlocks(graph, delays, 4);
  const std::vector<std::int64_t> judge =
      IcarusBench(graph, others, changes.blocks, folder.path(), true).Run().toggles;
  int different = 0;
  for (std::size_t net = 0; net < judge.size(); ++net) {
    const auto ours = static_cast<std::int64_t>(changes.timed.toggles()[net]);
    if (judge[net] >= 0 && judge[net] != ours) ++different;
  }
  EXPECT_GT(different, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Designs, SimulatedDesign,
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

// Fewer: a Verilated netlist takes seconds to build.
INSTANTIATE_TEST_SUITE_P(
    Designs, SettledDesign,
    testing::Values(
        Case{"int4_flat", "unit=int_mac operands=int4 accumulator=fixed+4 form=mac", true},
        Case{"kulisch_e2m5_cut",
             "unit=kulisch_mac operands=fp8_e2m5 accumulator=fixed+12 form=mac cuts=multiply",
             false},
        Case{"e4m3_fp16",
             "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 form=mac cuts=multiply+add", false}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace macroscope
