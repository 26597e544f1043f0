// What the driver of each net has to charge.
#pragma once

#include <vector>

#include "sim/config/technology.h"
#include "sim/netlist/netlist.h"
#include "sim/timing/rise_fall.h"

namespace macroscope {

// By net, for its rising and its falling edge: the capacitance of its pins and of its wire. Each
// cell pin that it leads to is one of its fanout; ports of the design add nothing, and a net that
// leads to no pin has no wire.
std::vector<RiseFall> NetLoads(const Netlist& netlist, const WireModel& wire);

}  // namespace macroscope
