// The delay arcs of a netlist between its nets, in an order in which they can be walked.
#pragma once

#include <vector>

#include "sim/netlist/netlist.h"
#include "sim/timing/cell_timing.h"
#include "sim/timing/constant_nets.h"

namespace macroscope {

struct TimingEdge {
  int from_net = -1;  // -1: from the clock's edge.
  int to_net = 0;
  int instance = 0;
  const TimingArc* arc = nullptr;
  TimingSense sense = TimingSense::kNonUnate;
};

struct TimingGraph {
  CellTimings cells;
  std::vector<TimingEdge> edges;   // Those into a net stand before those out of it.
  std::vector<TimingEdge> setups;  // from_net: the data; to_net is not used.
};

// How an arc's output answers to its input in this instance; empty if constants keep it from that.
std::optional<TimingSense> ActiveSense(const TimingArc& arc, const NetlistInstance& instance,
                                       const ConstantNets& constants);

// Throws BuildError as ReadCellTimings, and naming an instance for a combinational loop.
TimingGraph MakeTimingGraph(const Netlist& netlist, const ConstantNets& constants);

}  // namespace macroscope
