// What operands' width does to area: a chart of lines, one for each kind of design.
#pragma once

#include <cstddef>
#include <string>

#include "sim/report/pivot.h"

namespace macroscope {

// Designs that differ in their formats alone are a line, if there is one of each width and at least
// three: area over bits of an operand, as a Vega-Lite specification. "" without such lines, with
// more than colours can tell apart, and for units with lanes.
std::string WidthChart(const Pivot& pivot, std::size_t technology);

}  // namespace macroscope
