#include "sim/report/chart_data.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/report/numbers.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

// Breaks a value where that keeps it narrow: after '+', or at the first '_'.
std::string Broken(const std::string& key, std::string value) {
  if (key == "cuts" && value == "0") return "no cuts";
  const std::size_t underscore = value.find('_');
  if (underscore != std::string::npos) value[underscore] = '\n';
  for (std::size_t plus = 0; (plus = value.find('+', plus)) != std::string::npos;) {
    value.insert(++plus, 1, '\n');
  }
  return value;
}

// Under the bar: what tells the rows of a panel apart.
std::string Label(const Pivot& pivot, const DesignRow& row) {
  std::string label;
  for (const std::string& key : pivot.keys) {
    if (key == "unit" || key == "accumulator") continue;
    if (!label.empty()) label += '\n';
    label += Broken(key, ValueOf(row.design, key));
  }
  return label;
}

// The logic and the registers of every group, bottom first.
void AppendSegments(const Bar& bar, Json& values) {
  std::vector<std::pair<std::string, bool>> order;
  std::map<std::pair<std::string, bool>, double> sums;
  for (const StageCost& stage : bar.point->cost->breakdown) {
    const auto key = std::pair(stage.group, stage.is_register);
    if (!sums.contains(key)) order.push_back(key);
    sums[key] += Figure(stage).value_or(0);
  }
  for (const auto& key : order) {
    if (sums[key] == 0) continue;
    values.push_back({{"panel", bar.panel},
                      {"bar", bar.label},
                      {"design", bar.row->name},
                      {"group", key.first},
                      {"part", key.second ? "registers" : "logic"},
                      {"value", sums[key]}});
  }
}

void AppendTotal(const Bar& bar, const Published& published, bool is_area, Json& values) {
  const double total = Figure(*bar.point->cost).value_or(0);
  Json value = {{"panel", bar.panel},
                {"bar", bar.label},
                {"design", bar.row->name},
                {"total", total},
                {"text", Whole(total)}};
  if (bar.point->ratio) value["text"] = Ratio(bar.point->ratio) + "×";
  const auto figure = published.Find(bar.row->design);
  const bool is_comparable = figure && !is_area;
  if (is_comparable) value["published"] = figure->gates;
  value["top"] = is_comparable ? std::max(total, figure->gates) : total;
  values.push_back(std::move(value));
}

}  // namespace

std::vector<Bar> MakeBars(const Pivot& pivot, std::size_t technology) {
  std::vector<Bar> bars;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || !point->cost || !Figure(*point->cost)) continue;
    bars.push_back({&row, point, row.design.accumulator, Label(pivot, row)});
  }
  // Two units of the same formats in one panel would be drawn on top of each other.
  for (Bar& bar : bars) {
    const bool is_double = std::ranges::any_of(bars, [&](const Bar& other) {
      return other.row != bar.row && other.panel == bar.panel && other.label == bar.label;
    });
    if (is_double) bar.label += '\n' + bar.row->design.unit;
  }
  return bars;
}

Json ChartData(const std::vector<Bar>& bars, const std::vector<std::string>& groups, bool is_area,
               const Published& published) {
  Json values = Json::array();
  for (const Bar& bar : bars) {
    AppendSegments(bar, values);
    AppendTotal(bar, published, is_area, values);
  }
  // Bottom to top as in `groups`, the logic of each below its registers.
  for (Json& value : values) {
    if (!value.contains("group")) continue;
    const auto group = std::ranges::find(groups, value["group"].get<std::string>());
    value["order"] = 2 * (group - groups.begin()) + (value["part"] == "registers" ? 1 : 0);
  }
  return values;
}

}  // namespace macroscope
