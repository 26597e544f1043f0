// Static timing of a mapped netlist: loads, slews and delays by the library's NLDM tables, and the
// critical path. What OpenSTA computes of the same netlist is its judge (tests/timing).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/config/technology.h"
#include "sim/netlist/netlist.h"
#include "sim/timing/rise_fall.h"

namespace macroscope {

// The delay from a change of an input pin to the change of an output pin that it causes, by the
// output's edge; at the slews and loads of this netlist. Where the library gives several arcs, by
// the state of the other inputs, their mean.
struct ArcDelay {
  int input_pin = 0;  // Indices into LibertyCell::pins.
  int output_pin = 0;
  double rise_ps = 0;
  double fall_ps = 0;
};

struct CriticalPath {
  // From an input or a flip-flop's clock edge to an output or, with its setup time, to a flip-flop.
  double delay_ps = 0;
  std::map<std::string, double> share_ps;  // By NetlistInstance::path; they add up to delay_ps.
  int cells = 0;                           // On the path.
};

struct StaticTiming {
  std::vector<double> load_ff;    // By net: pins and wire; the mean of both edges' loads.
  std::vector<RiseFall> slew_ps;  // By net: the slowest transition that can arrive.
  std::vector<std::vector<ArcDelay>> delays;  // By instance.
  std::optional<CriticalPath> critical_path;  // Empty if there is no path at all.
};

// Inputs arrive, and outputs are wanted, at the clock edge, with no slew; the clock is ideal; the
// reset (rst_ni) is not timed. Throws BuildError naming cell, pin and line for a table that is
// needed and missing, and the instance for a combinational loop.
StaticTiming ComputeTiming(const Netlist& netlist, const WireModel& wire);

}  // namespace macroscope
