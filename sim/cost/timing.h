// The critical path of a mapped netlist, by OpenSTA.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "sim/base/cache.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

struct CriticalPath {
  // From an input or a flip-flop's clock edge to an output or, with its setup time, to a flip-flop.
  double delay_ps = 0;
  std::map<std::string, double> share_ps;  // By NetlistInstance::path; they add up to delay_ps.
  int cells = 0;                           // On the path.
};

// Inputs arrive, and outputs are wanted, at the clock edge; the reset is not timed. Loads are those
// of pins: no wires, but what a library's own default wire load adds. Empty if there is no path at
// all. Reports are cached by the netlist's content. Throws BuildError if OpenSTA is missing or
// fails.
std::optional<CriticalPath> FindCriticalPath(const Netlist& netlist,
                                             Cache& cache = Cache::Default());

}  // namespace macroscope
