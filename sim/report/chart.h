// One technology's charts of bars as Vega-Lite specifications: stacked by the published breakdown's
// groups, registers fainter than logic, the ratio on top.
#pragma once

#include <string>

#include "sim/report/pivot.h"
#include "sim/report/published.h"

namespace macroscope {

// Area or gates; panels by PanelKey (bars.h), a bar a design. JSON; "" if no point of the
// technology has a cost. The page and the SVG file are drawn from the same text.
std::string ChartSpecification(const Pivot& pivot, const Published& published,
                               std::size_t technology);

// Energy of one operation, clock and leakage apart, with the share of glitches. Of several
// workloads: panels by design, a bar a workload, on top the ratio to the first. "" if no point has
// an energy.
std::string EnergyChartSpecification(const Pivot& pivot, std::size_t technology);

}  // namespace macroscope
