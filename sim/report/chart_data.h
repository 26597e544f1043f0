// What a chart draws: its bars, and the rows of data that they are made of.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/report/pivot.h"
#include "sim/report/published.h"

namespace macroscope {

struct Bar {
  const DesignRow* row;
  const PointResult* point;
  std::string panel;
  std::string label;
};

// The technology's points that have a figure. No two bars of a panel have the same label.
std::vector<Bar> MakeBars(const Pivot& pivot, std::size_t technology);

// One row for every part of every bar (group, part, value, and `order`, its place in the stack),
// and one for the whole (total, text; published, where there is such a figure; top, the higher of
// both).
nlohmann::ordered_json ChartData(const std::vector<Bar>& bars,
                                 const std::vector<std::string>& groups, bool is_area,
                                 const Published& published);

}  // namespace macroscope
