// The ratio of two formats over lanes, one curve an accumulator, with published ratios marked, as a
// Vega-Lite specification.
#pragma once

#include <string>
#include <vector>

#include "sim/report/ratio_data.h"

namespace macroscope {

// "" without points.
std::string RatioChartSpecification(const PublishedComparison& published,
                                    const std::vector<RatioPoint>& points,
                                    const std::string& technology);

}  // namespace macroscope
