// One gate with delays, for all cycles of a block.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/activity.h"
#include "sim/activity/gate_delays.h"
#include "sim/activity/gate_graph.h"
#include "sim/activity/net_changes.h"

namespace macroscope {

// Computes the changes of the gate's output from those of its inputs, and counts both. `arcs` are
// its delays, by source. The rules stand in timed_simulation.h.
void RunTimedGate(const GateGraph::Gate& gate, const std::vector<GateDelays::Arc>& arcs,
                  NetChanges& changes, Activity& activity);

}  // namespace macroscope
