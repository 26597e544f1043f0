// One technology's designs as points of two figures, as a Vega-Lite specification.
#pragma once

#include <string>

#include "sim/report/pivot.h"

namespace macroscope {

// Energy over area: a point a design and workload. Colours tell accumulators apart, if there are
// several; labels tell the rest. "" if less than two points have both figures.
std::string AreaEnergyScatter(const Pivot& pivot, std::size_t technology);

// Area over delay: a point a design.
std::string DelayAreaScatter(const Pivot& pivot, std::size_t technology);

}  // namespace macroscope
