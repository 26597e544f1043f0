// The delay of each cell from each of its inputs, at the slews and loads of its place.
#pragma once

#include <vector>

#include "sim/timing/static_timing.h"
#include "sim/timing/timing_graph.h"

namespace macroscope {

// Of an instance, for every pair of pins that its cell has an arc between, in the order of
// input_pin, then output_pin. `slews` and `loads` are by net.
std::vector<ArcDelay> ArcDelays(const NetlistInstance& instance, const std::vector<TimingArc>& arcs,
                                const ConstantNets& constants, const std::vector<RiseFall>& slews,
                                const std::vector<RiseFall>& loads);

}  // namespace macroscope
