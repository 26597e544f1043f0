// A netlist cycle by cycle with its library's delays: every change of every net, glitches included.
//
// A gate's output follows its function after a delay that depends on the input that changed and on
// the direction of the change. Delays are inertial: at the end of a delay the output takes the
// value that the function has *then*, so that a pulse shorter than the delay does not pass. These
// are the rules of a Verilog module path with one delay a path (IEEE 1364-2005, clause 14), and
// Icarus Verilog, given the same delays, counts the same changes on every net (tests/activity).
//
// There is no event queue. Within a cycle the network has no loops, and what its sources do is
// known (SettledSimulation), so each gate is simulated for 64 cycles at a time, its inputs' changes
// merged in order of time, before the next gate is looked at.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/activity.h"
#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_delays.h"
#include "sim/activity/gate_graph.h"

namespace macroscope {

class TimedSimulation {
 public:
  // Starts from the state that a SettledSimulation starts from. Both must outlive it.
  TimedSimulation(const GateGraph& graph, const GateDelays& delays);

  // Runs the cycles of a block, `stored` included, and counts into `activity` if it is given.
  void Run(const CycleBlock& block, Activity* activity);

 private:
  struct Changes {
    const Tick* next;
    const Tick* end;
  };
  struct Pending;

  void PlaceSource(int net, std::uint64_t values, Tick to_zero, Tick to_one);
  void RunGate(std::size_t index, Activity& activity);
  void RunFlipFlop(std::size_t index, std::uint64_t stored, Activity& activity);
  // The changes of a net in a cycle of the block.
  Changes In(int net, int cycle) const {
    const std::uint32_t* first =
        &first_[static_cast<std::size_t>(net) * (kBlockCycles + 1) + cycle];
    return {times_.data() + first[0], times_.data() + first[1]};
  }

  const GateGraph& graph_;
  const GateDelays& delays_;
  int cycles_ = 0;                    // Of the block.
  std::vector<std::uint8_t> last_;    // By net: its value at the end of the last block.
  std::vector<std::uint8_t> stored_;  // By flip-flop, likewise.
  std::vector<std::uint64_t> start_;  // By net: bit i is its value as cycle i starts.
  std::vector<std::uint32_t> first_;  // By net and cycle: where its changes begin in times_.
  std::vector<Tick> times_;           // Net after net, cycle after cycle, ascending.
  Activity scratch_;                  // Where counts go that nobody wants.
};

}  // namespace macroscope
