// Bars that stack the parts of designs, in panels, as a Vega-Lite specification.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace macroscope {

struct BarChart {
  std::string title;
  std::string subtitle;
  std::string unit;           // "area, µm²": the axis' title.
  std::string number_format;  // Of values in tooltips, d3's: ",.0f".
  std::string panel_suffix;   // Goes after each panel's name in its header.
  int columns = 1;            // Panels beside one another.
  std::vector<std::string> panels;
  std::vector<std::string> labels;  // Of bars, in their order.
  std::vector<std::string> groups;  // Bottom first.
  // Rows with `panel` and `bar`. Of a part: group, part, shade ("logic", or "registers", which is
  // fainter), value, order. Of a whole bar: top, text, small_text (below it, may be missing).
  nlohmann::ordered_json values;
  std::vector<nlohmann::ordered_json> more_layers;
};

nlohmann::ordered_json MakeBarChart(const BarChart& chart);

}  // namespace macroscope
