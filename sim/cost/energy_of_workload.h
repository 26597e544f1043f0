// The energy of one operation of a unit, from the operands of a workload.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "models/common/unit.h"
#include "sim/config/technology.h"
#include "sim/config/workload.h"
#include "sim/cost/cost_model.h"
#include "sim/netlist/netlist.h"
#include "sim/stimulus/workload_stream.h"
#include "sim/timing/static_timing.h"

namespace macroscope {

struct WorkloadEnergy {
  std::map<std::string, Energy> by_path;  // Of one operation, by NetlistInstance::path.
  std::uint64_t operations = 0;
  double cycle_ps = 0;  // What leakage was taken over.
  double supply_v = 0;
  WorkloadFacts facts;
};

// Simulates the unit's netlist with the workload's operands, one operation a cycle, with delays and
// without, and prices what its cells and nets do. A cycle is technology.clock_period_ps, or the
// critical path where that is longer or no period is given. Throws BuildError for a library that
// has no energies or no supply, and for a workload without operations.
WorkloadEnergy MeasureEnergy(const Unit& unit, const Netlist& netlist, const StaticTiming& timing,
                             const Technology& technology, const Workload& workload);

}  // namespace macroscope
