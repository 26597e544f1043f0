// What a unit's netlist does while it runs a workload.
#pragma once

#include "sim/activity/activity.h"
#include "sim/activity/gate_delays.h"
#include "sim/activity/unit_stimulus.h"

namespace macroscope {

struct MeasuredActivity {
  Activity timed;    // With the library's delays: glitches included.
  Activity settled;  // Without delays.
  std::uint64_t operations = 0;
};

// Runs the operands once, counting from the first operation after the warm-up: one operation, one
// cycle. Throws BuildError if the netlist's ports are not the unit's.
MeasuredActivity MeasureActivity(const Unit& unit, const GateGraph& graph, const GateDelays& delays,
                                 const OperandStream& operands, std::uint64_t dot_length);

}  // namespace macroscope
