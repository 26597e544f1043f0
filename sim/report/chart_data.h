// The rows of data that a chart's bars are made of.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/report/bars.h"
#include "sim/report/energy.h"
#include "sim/report/published.h"

namespace macroscope {

// The parts of an energy that no group of stages is charged with.
inline constexpr const char* kClockGroup = "clock";
inline constexpr const char* kLeakageGroup = "leakage";

// Figures of units with lanes are per MAC in both. One row for every part of every bar (group,
// part, shade, value, and `order`, its place in the stack), and one for the whole (total, text;
// published, where there is such a figure; top, the higher of both).
nlohmann::ordered_json ChartData(const std::vector<Bar>& bars,
                                 const std::vector<std::string>& groups, bool is_area,
                                 const Published& published);

// The same of energies, in `unit`; the whole's row has `glitch` and `small_text` too.
nlohmann::ordered_json EnergyChartData(const std::vector<Bar>& bars,
                                       const std::vector<std::string>& groups,
                                       const EnergyUnit& unit, bool is_by_workload);

}  // namespace macroscope
