#include "sim/report/bars.h"

#include <algorithm>
#include <utility>

namespace macroscope {
namespace {

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

// Two units of the same formats in one panel would be drawn on top of each other.
void TellApart(std::vector<Bar>& bars) {
  std::vector<bool> is_double;
  for (const Bar& bar : bars) {
    is_double.push_back(std::ranges::any_of(bars, [&](const Bar& other) {
      return other.row != bar.row && other.panel == bar.panel && other.label == bar.label;
    }));
  }
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (is_double[i]) bars[i].label += '\n' + bars[i].row->design.unit;
  }
}

}  // namespace

std::string PanelKey(const Pivot& pivot) {
  constexpr std::size_t kMostPanels = 4;
  std::vector<std::string> accumulators, operands;
  for (const DesignRow& row : pivot.rows) {
    AddOnce(row.design.accumulator, accumulators);
    AddOnce(row.design.operands, operands);
  }
  const bool are_too_many =
      accumulators.size() > kMostPanels && operands.size() < accumulators.size();
  return are_too_many ? "operands" : "accumulator";
}

std::string RowLabel(const Pivot& pivot, const DesignRow& row,
                     const std::vector<std::string>& but) {
  std::string label;
  for (const std::string& key : pivot.keys) {
    if (key == "unit" || std::ranges::find(but, key) != but.end()) continue;
    if (!label.empty()) label += '\n';
    label += Broken(key, ValueOf(row, key));
  }
  return label;
}

std::vector<Bar> MakeBars(const Pivot& pivot, std::size_t technology) {
  const std::string panel = PanelKey(pivot);
  std::vector<Bar> bars;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || !point->cost || !Figure(*point->cost)) continue;
    if (row.workload != pivot.workloads[0]) continue;  // The figure is the same under each.
    std::string label = RowLabel(pivot, row, {panel, "workload"});
    if (label.empty()) label = row.design.operands;
    bars.push_back({&row, point, ValueOf(row, panel), std::move(label)});
  }
  TellApart(bars);
  return bars;
}

std::vector<Bar> MakeEnergyBars(const Pivot& pivot, std::size_t technology) {
  const bool is_by_workload = pivot.workloads.size() > 1;
  const std::string panel = PanelKey(pivot);
  std::vector<Bar> bars;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || !point->cost || !point->cost->energy_fj) continue;
    if (is_by_workload) {
      bars.push_back({&row, point, row.name, Broken("workload", row.workload)});
    } else {
      bars.push_back({&row, point, ValueOf(row, panel), RowLabel(pivot, row, {panel})});
    }
  }
  TellApart(bars);
  return bars;
}

}  // namespace macroscope
