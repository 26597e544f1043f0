// OpenSTA's view of a mapped netlist: the judge of our own timing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/timing/static_timing.h"

namespace macroscope {

struct OpenStaTiming {
  std::optional<double> critical_path_ps;  // With the setup time, if it ends at a flip-flop.
  // By net, as the library states slews; those of ports and of pins that never change are 0.
  std::vector<RiseFall> slew_ps;
};

// Under the constraints that ComputeTiming states, and with the same loads of wires. The library's
// own wire loads are left out. Throws BuildError if OpenSTA is missing or fails.
OpenStaTiming RunOpenSta(const Netlist& netlist, const WireModel& wire);

// The library's text without its attribute default_wire_load.
std::string WithoutWireLoad(const LibertyFile& file);

// Commands that put the wire model's load on each net.
std::string WireLoads(const Netlist& netlist, const WireModel& wire);

}  // namespace macroscope
