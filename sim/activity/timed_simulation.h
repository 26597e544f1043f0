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
#include "sim/activity/net_changes.h"

namespace macroscope {

class TimedSimulation {
 public:
  // Starts from the state that a SettledSimulation starts from. Both must outlive it.
  TimedSimulation(const GateGraph& graph, const GateDelays& delays);

  // Runs the cycles of a block, `stored` included, and counts into `activity` if it is given.
  void Run(const CycleBlock& block, Activity* activity);

 private:
  const GateGraph& graph_;
  const GateDelays& delays_;
  NetChanges changes_;
  std::vector<std::uint8_t> stored_;  // By flip-flop, at the end of the last block.
  Activity scratch_;                  // Where counts go that nobody wants.
};

}  // namespace macroscope
