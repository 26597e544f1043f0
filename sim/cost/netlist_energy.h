// The energy of a netlist's activity: every change priced by the library's tables and by the load
// that it charges.
#pragma once

#include <map>
#include <string>

#include "sim/activity/activity.h"
#include "sim/activity/gate_graph.h"
#include "sim/config/technology.h"
#include "sim/cost/cost_model.h"
#include "sim/timing/static_timing.h"

namespace macroscope {

// Of the whole run, by NetlistInstance::path, glitch_fj left 0. A net's CV^2/2 belongs to its
// driver; that of an input port to the cells that it leads to, that of the clock to its flip-flops.
// `cycle_ps` is how long a cycle lasts, for leakage. Throws BuildError for a cell without energies.
std::map<std::string, Energy> EnergyByPath(const GateGraph& graph, const Activity& activity,
                                           const StaticTiming& timing, const WireModel& wire,
                                           double supply_v, double cycle_ps);

}  // namespace macroscope
