// Synthesis to a clock: levels of effort are tried in order until the netlist is fast enough.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/netlist/mapping.h"

namespace macroscope {

struct MetClock {
  std::string effort;  // The level that was taken.
  Netlist netlist;     // What it gives of the request.
  // Of the period over the netlist's delay; negative: no level meets the clock, and this is the
  // fastest. Empty where there is no clock to meet, or no path at all.
  std::optional<double> slack_ps;
};

// The critical path's delay in ps; empty if there is no path at all. Static timing stands to the
// right of netlists, so the caller brings it.
using DelayOf = std::function<std::optional<double>(const Netlist&)>;

// The netlist of the first of `levels` (not empty) that meets `period_ps`; if none does, of the
// fastest. Without a period, of the first. request.effort is not looked at. Throws what MapDesign
// and `delay_of` throw.
MetClock MapToMeet(MappingRequest request, const CellLibrary& library,
                   std::optional<double> period_ps, const std::vector<std::string>& levels,
                   const DelayOf& delay_of, Cache& cache = Cache::Default());

}  // namespace macroscope
