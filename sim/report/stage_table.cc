// Each design's cost, stage by stage: area or gates, and energy.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "sim/report/energy.h"
#include "sim/report/figure_columns.h"
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

using FigureOfStage = std::function<std::optional<double>(const StageCost&)>;
using CellOfCost = std::function<std::string(const Cost&)>;

std::optional<double> SumOfStage(const Cost& cost, const std::string& name,
                                 const FigureOfStage& figure_of) {
  std::optional<double> sum;
  for (const StageCost& stage : cost.breakdown) {
    if (stage.is_register || stage.stage != name) continue;
    if (const auto figure = figure_of(stage)) sum = sum.value_or(0) + *figure;
  }
  return sum;
}

FigureColumn MakeColumn(const std::string& title, const std::string& heading,
                        std::size_t technology, CellOfCost cell) {
  return {{title, true, heading}, [technology, cell = std::move(cell)](const DesignRow& row) {
            const Cost* cost = CostOf(row.points[technology]);
            return cost == nullptr ? std::string() : cell(*cost);
          }};
}

using Text = std::function<std::string(std::optional<double>)>;

std::vector<FigureColumn> StageColumns(const Pivot& pivot, std::size_t technology,
                                       const FigureOfStage& figure_of, const Text& text) {
  std::vector<FigureColumn> columns;
  for (const std::string& stage : StageOrder(pivot, technology)) {
    columns.push_back(
        MakeColumn(stage, "stages", technology, [stage, figure_of, text](const Cost& cost) {
          return text(SumOfStage(cost, stage, figure_of));
        }));
  }
  return columns;
}

}  // namespace

Table StageTable(const Pivot& pivot, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  Table table = KeyTable(pivot, "stages-" + name);
  const bool is_area = pivot.is_area[technology];
  const Text text = FigureText(pivot, technology);
  auto columns = StageColumns(
      pivot, technology, [](const StageCost& stage) { return Figure(stage); }, text);
  const auto add = [&](const char* title, CellOfCost cell) {
    columns.push_back(MakeColumn(title, "", technology, std::move(cell)));
  };
  add("registers", [text](const Cost& cost) { return text(FigureOfRegisters(cost)); });
  add("total", [text](const Cost& cost) { return text(Figure(cost)); });
  if (is_area) add("flattened", [text](const Cost& cost) { return text(cost.flat_area_um2); });
  AppendColumns(pivot, columns, table);
  table.caption = fmt::format("{} of each stage, {}. Stages and registers add up to the total.",
                              is_area ? "Area in µm²" : "Gates", name);
  if (is_area) {
    table.caption += " Flattened: the same design mapped without its stages' boundaries.";
  }
  return table;
}

Table EnergyStageTable(const Pivot& pivot, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  Table table = KeyTable(pivot, "energy-stages-" + name);
  const auto energy_of = [](const StageCost& stage) -> std::optional<double> {
    if (!stage.energy) return std::nullopt;
    return stage.energy->total_fj();
  };
  const Text text = [unit](std::optional<double> energy) { return InUnit(energy, unit); };
  auto columns = StageColumns(pivot, technology, energy_of, text);
  columns.push_back(MakeColumn("registers", "", technology,
                               [text](const Cost& cost) { return text(EnergyOfRegisters(cost)); }));
  columns.push_back(MakeColumn("total", "", technology,
                               [text](const Cost& cost) { return text(cost.energy_fj); }));
  AppendColumns(pivot, columns, table);
  table.caption = fmt::format(
      "Energy of one operation in {}, by stage, {}. Stages and registers, these with their clock "
      "pins, add up to the total.",
      unit.name, name);
  return table;
}

}  // namespace macroscope
