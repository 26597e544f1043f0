// Each design's cost, stage by stage.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

// The stages of all rows in an order that keeps every row's own: that of the longest row first; a
// stage that is new goes before the first known one that follows it in its row, or to the end.
std::vector<std::string> StageOrder(const Pivot& pivot, std::size_t technology) {
  std::vector<const Cost*> costs;
  for (const DesignRow& row : pivot.rows) {
    if (const Cost* cost = CostOf(row.points[technology])) costs.push_back(cost);
  }
  std::ranges::stable_sort(costs, std::ranges::greater{},
                           [](const Cost* cost) { return cost->breakdown.size(); });
  std::vector<std::string> order;
  for (const Cost* cost : costs) {
    auto place = order.size();
    for (auto stage = cost->breakdown.rbegin(); stage != cost->breakdown.rend(); ++stage) {
      if (stage->is_register) continue;
      const auto known = std::ranges::find(order, stage->stage);
      if (known != order.end()) {
        place = static_cast<std::size_t>(known - order.begin());
      } else {
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), stage->stage);
      }
    }
  }
  return order;
}

std::string StageCell(const Cost& cost, const std::string& name) {
  std::optional<double> sum;
  for (const StageCost& stage : cost.breakdown) {
    if (stage.is_register || stage.stage != name) continue;
    if (const auto figure = Figure(stage)) sum = sum.value_or(0) + *figure;
  }
  return Whole(sum);
}

}  // namespace

Table StageTable(const Pivot& pivot, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  Table table{"stages-" + name, "", KeyColumns(pivot), {}};
  const auto stages = StageOrder(pivot, technology);
  for (const std::string& stage : stages) table.columns.push_back({stage, true, "stages"});
  table.columns.push_back({"registers", true, ""});
  table.columns.push_back({"total", true, ""});
  if (pivot.is_area[technology]) table.columns.push_back({"flattened", true, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    const Cost* cost = CostOf(row.points[technology]);
    for (const std::string& stage : stages) {
      cells.push_back(cost == nullptr ? "" : StageCell(*cost, stage));
    }
    cells.push_back(cost == nullptr ? "" : Whole(FigureOfRegisters(*cost)));
    cells.push_back(cost == nullptr ? "" : Whole(Figure(*cost)));
    if (pivot.is_area[technology]) {
      cells.push_back(cost == nullptr ? "" : Whole(cost->flat_area_um2));
    }
    table.rows.push_back(std::move(cells));
  }
  table.caption = fmt::format("{} of each stage, {}. Stages and registers add up to the total.",
                              pivot.is_area[technology] ? "Area in µm²" : "Gates", name);
  if (pivot.is_area[technology]) {
    table.caption += " Flattened: the same design mapped without its stages' boundaries.";
  }
  return table;
}

}  // namespace macroscope
