// The delays of a netlist in whole ticks, as timed simulation uses them.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/gate_graph.h"
#include "sim/timing/static_timing.h"

namespace macroscope {

using Tick = std::uint32_t;  // Since the cycle's rising clock edge.

struct GateDelays {
  // From a change of a gate's input to the output's change.
  struct Arc {
    Tick to[2] = {0, 0};  // By the output's new value.
  };

  double ticks_per_ps = 1;
  Tick cycle = 0;  // The clock's period, or more where the slowest path needs it.
  std::vector<std::vector<Arc>> gates;       // By GateGraph::gates, then sources.
  std::vector<std::vector<Arc>> flip_flops;  // By GateGraph::flip_flops, then by output.
  std::vector<Tick> inputs;                  // By GateGraph::input_nets: when they change.
};

// Rounds the library's delays to ticks, of which one cycle has about 2^31. Each delay is moved by a
// fixed amount of its own, at most 1/2000 of it, and each input changes at a time of its own in the
// cycle's first tenth of a picosecond: identical gates would else change at one instant, and
// simulators disagree on what comes first. Throws BuildError for an arc that the timing lacks.
GateDelays MakeGateDelays(const GateGraph& graph, const StaticTiming& timing, double period_ps);

}  // namespace macroscope
