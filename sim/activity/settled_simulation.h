// A netlist cycle by cycle without delays: every net changes at most once a cycle. Gives what the
// flip-flops store, and the activity that would be without glitches.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/activity.h"
#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_graph.h"

namespace macroscope {

class SettledSimulation {
 public:
  // All nets and flip-flops start at 0, the ports too.
  explicit SettledSimulation(const GateGraph& graph);

  // Runs block.cycles cycles with the inputs of `block`, and fills block.stored. A cycle begins
  // with the rising clock edge. Counts into `activity` if it is given. Where several inputs of a
  // gate change, the first of them counts as the cause of the output's change.
  void Run(CycleBlock& block, Activity* activity);

  // Of each net at the end of the last cycle.
  const std::vector<std::uint8_t>& values() const { return values_; }

 private:
  // By net, of a block: bit i is its value as cycle i starts, and as it ends.
  struct Word {
    std::uint64_t starts = 0;
    std::uint64_t ends = 0;
    std::uint64_t changes() const { return starts ^ ends; }
  };

  std::uint32_t StateOf(const int* inputs, int count) const;
  void Clock(CycleBlock& block, int cycle);
  void SettleGates();
  void CountGate(const GateGraph::Gate& gate, std::uint64_t cycles, Activity& activity) const;
  void CountFlipFlop(const GateGraph::FlipFlop& flip_flop, std::uint8_t before,
                     std::uint64_t stored, int cycles, Activity& activity) const;

  const GateGraph& graph_;
  std::vector<std::uint8_t> values_;  // By net.
  std::vector<std::uint8_t> stored_;  // By flip-flop.
  std::vector<Word> words_;           // By net.
};

}  // namespace macroscope
