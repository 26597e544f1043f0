// The stimulus makes a unit's netlist run the dot products that the workload states: z_o has, cycle
// by cycle, what the laws say.
#include "sim/activity/unit_stimulus.h"

#include <gtest/gtest.h>

#include <iostream>
#include <numeric>

#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_simulation.h"
#include "sim/base/build_error.h"
#include "sim/netlist/mapping.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 5;
constexpr std::uint64_t kOperations = 203;  // No multiple of a block or of a dot product.
constexpr int kResetCycles = 4;
constexpr std::uint64_t kWarmUp = 60;

OperandStream Operands(const Design& design, const std::string& distribution) {
  Workload workload;
  workload.weights.distribution = workload.activations.distribution = distribution;
  workload.length = kOperations;
  workload.seed = kSeed;
  return MakeOperands(workload, design);
}

// One cycle of a block as a block of its own.
CycleBlock Cycle(const CycleBlock& block, int cycle) {
  CycleBlock one;
  one.cycles = 1;
  for (const std::uint64_t word : block.inputs) one.inputs.push_back(word >> cycle & 1);
  return one;
}

std::vector<std::uint64_t> PortValue(const Netlist& netlist, const SettledSimulation& simulation,
                                     const char* name) {
  const NetlistPort& port = *netlist.FindPort(name);
  std::vector<std::uint64_t> value((port.nets.size() + 63) / 64, 0);
  for (std::size_t bit = 0; bit < port.nets.size(); ++bit) {
    value[bit / 64] |= std::uint64_t{simulation.values()[port.nets[bit]]} << bit % 64;
  }
  return value;
}

// z of each operation in the order that the unit sees them: first those that warm up, the stream's
// last ones, then the whole stream. `sums` of them run at once.
std::vector<std::vector<std::uint64_t>> ByTheLaws(const Unit& unit, const OperandStream& operands,
                                                  std::uint64_t dot_length, std::uint64_t sums) {
  std::vector<std::vector<std::uint64_t>> results;
  const std::vector<std::uint64_t> zero(static_cast<std::size_t>(unit.c_limbs()), 0);
  for (std::uint64_t i = 0; i < kWarmUp + kOperations; ++i) {
    const std::uint64_t index = (i + kOperations - kWarmUp) % kOperations;
    // The products of a sum stand `sums` apart in the stream.
    const bool starts = i < sums || (dot_length > 0 && index / sums % dot_length == 0);
    const std::vector<std::uint64_t> c = starts ? zero : results[i - sums];
    std::vector<std::uint64_t> z(zero.size());
    unit.Evaluate({1, {&operands.a[index], 1}, {&operands.b[index], 1}, c}, z);
    results.push_back(z);
  }
  return results;
}

struct Case {
  const char* name;
  const char* design;
  int loop_registers;  // 0: operation form.
  int latency_cycles;
};

std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.name; }

class Stimulus : public testing::TestWithParam<Case> {};

TEST_P(Stimulus, GivesTheRunningSumsOfTheLaws) {
  if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
  const auto unit = UnitOf(GetParam().design);
  const bool is_mac = unit->design().form == Form::kMac;
  if (is_mac) ASSERT_EQ(unit->loop_registers(), GetParam().loop_registers);
  ASSERT_EQ(unit->latency_cycles(), GetParam().latency_cycles);
  const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
  const GateGraph graph = MakeGateGraph(netlist);
  const OperandStream operands = Operands(unit->design(), "normal");
  for (const std::uint64_t dot_length : {0, 1, 5}) {
    const auto expected =
        ByTheLaws(*unit, operands, dot_length, is_mac ? unit->loop_registers() : 1);
    UnitStimulus stimulus(*unit, graph, operands, dot_length);
    SettledSimulation simulation(graph);
    int cycle = 0, compared = 0, wrong = 0;
    std::uint64_t changes = 0;
    for (CycleBlock block = stimulus.WarmUp(); block.cycles > 0; block = stimulus.Next()) {
      ASSERT_TRUE(cycle > 0 || block.cycles == 64);
      for (int i = 0; i < block.cycles; ++i, ++cycle) {
        CycleBlock one = Cycle(block, i);
        simulation.Run(one, nullptr);
        // The cycle that shows a result is as many after that of its operands as there are
        // registers between.
        const int operation = cycle - kResetCycles - GetParam().latency_cycles;
        EXPECT_EQ(PortValue(netlist, simulation, "valid_o")[0], operation >= 0 ? 1u : 0u) << cycle;
        if (operation < 0) continue;
        ++compared;
        changes += operation > 0 && expected[operation] != expected[operation - 1] ? 1 : 0;
        if (PortValue(netlist, simulation, "z_o") != expected[operation] && ++wrong < 4) {
          ADD_FAILURE() << "dot_length " << dot_length << ": operation " << operation << " of "
                        << kWarmUp << " + " << kOperations;
        }
      }
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(compared, static_cast<int>(kWarmUp + kOperations) - GetParam().latency_cycles);
    EXPECT_GT(changes, kOperations / 2);
    std::cout << "dot_length " << dot_length << ": " << compared << " results, seed " << kSeed
              << "\n";
  }
}

// Products of zero: after the warm-up nothing changes but the clock.
TEST_P(Stimulus, OfZerosChangesNothing) {
  if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
  const auto unit = UnitOf(GetParam().design);
  const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
  const GateGraph graph = MakeGateGraph(netlist);
  const GateDelays delays = MakeGateDelays(graph, ComputeTiming(netlist, {}), 20'000);
  const OperandStream operands = Operands(unit->design(), "zeros");
  UnitStimulus stimulus(*unit, graph, operands, 0);
  SettledSimulation settled(graph);
  TimedSimulation timed(graph, delays);
  Activity warm(netlist, graph.shapes), activity(netlist, graph.shapes);
  int cycles = 0;
  for (CycleBlock block = stimulus.WarmUp(); block.cycles > 0; block = stimulus.Next()) {
    Activity& counts = cycles == 0 ? warm : activity;
    settled.Run(block, &counts);
    timed.Run(block, &counts);
    cycles += block.cycles;
  }
  EXPECT_EQ(cycles, static_cast<int>(kResetCycles + kWarmUp + kOperations));
  const auto total = [](const Activity& of) {
    return std::accumulate(of.toggles().begin(), of.toggles().end(), std::uint64_t{0});
  };
  EXPECT_GT(total(warm), 0u);  // The reset ends, operands become valid.
  EXPECT_EQ(total(activity), 0u);
  std::uint64_t edges = 0, others = 0;
  for (const GateGraph::FlipFlop& flip_flop : graph.flip_flops) {
    for (int input = 0; input <= static_cast<int>(flip_flop.shape->inputs.size()); ++input) {
      for (std::uint32_t state = 0; state < flip_flop.shape->state_count(); ++state) {
        const std::uint64_t count = activity.Changes(flip_flop.instance, input, state);
        (input == flip_flop.shape->clock ? edges : others) += count;
      }
    }
  }
  EXPECT_EQ(others, 0u);
  EXPECT_GT(graph.flip_flops.size(), 0u);
  EXPECT_EQ(edges, 2 * 2 * kOperations * graph.flip_flops.size());  // Two simulations.
}

INSTANTIATE_TEST_SUITE_P(
    Designs, Stimulus,
    testing::Values(
        Case{"mac", "unit=int_mac operands=int4 accumulator=fixed+4 form=mac", 1, 1},
        Case{"mac_cut_outside",
             "unit=int_mac operands=int4 accumulator=fixed+4 form=mac cuts=multiply", 1, 2},
        Case{"mac_two_sums", "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 form=mac cuts=add", 2,
             2},
        Case{"mac_three_sums",
             "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 form=mac cuts=add+normalize", 3, 3},
        Case{"operation", "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 cuts=multiply+add", 0,
             2}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace macroscope
