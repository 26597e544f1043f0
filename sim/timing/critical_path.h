// The latest arrival at each net, and the path that it came by.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "sim/timing/static_timing.h"
#include "sim/timing/timing_graph.h"

namespace macroscope {

struct Arrival {
  double time_ps = -std::numeric_limits<double>::infinity();  // No path leads there.
  double delay_ps = 0;                                        // Of the last edge.
  int by_edge = -1;    // Index into TimingGraph::edges; -1: it starts there.
  int input_edge = 0;  // Of that edge's from_net: kRise or kFall.
};

// By net, then by its edge.
using Arrivals = std::vector<std::array<Arrival, 2>>;

// Where nothing arrives yet but at input ports, the clock (clk_i) and the reset (rst_ni) excepted.
Arrivals ArrivalsAtInputs(const Netlist& netlist, const ConstantNets& constants);

// The path that arrives last at an output or, with its setup time, at a flip-flop.
std::optional<CriticalPath> FindCriticalPath(const Netlist& netlist, const TimingGraph& graph,
                                             const Arrivals& arrivals,
                                             const std::vector<RiseFall>& slews);

}  // namespace macroscope
