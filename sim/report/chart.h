// One technology's chart as a Vega-Lite specification: panels by accumulator, a bar a design,
// stacked by the published breakdown's groups, registers lighter than logic, the ratio on top.
#pragma once

#include <string>

#include "sim/report/pivot.h"
#include "sim/report/published.h"

namespace macroscope {

// JSON; "" if no point of the technology has a cost. The page and the SVG file are drawn from the
// same text.
std::string ChartSpecification(const Pivot& pivot, const Published& published,
                               std::size_t technology);

}  // namespace macroscope
