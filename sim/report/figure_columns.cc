#include "sim/report/figure_columns.h"

#include "sim/report/energy.h"
#include "sim/report/numbers.h"
#include "sim/report/per_mac.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

using CellOfCost = std::function<std::string(const Cost&)>;
using CellOfPoint = std::function<std::string(const PointResult&)>;

std::string TimesBaseline(std::optional<double> ratio) { return ratio ? Ratio(ratio) + "×" : ""; }

// Collects the columns of one technology.
class Collector {
 public:
  Collector(std::size_t technology, std::string heading)
      : technology_(technology), heading_(std::move(heading)) {}

  void AddPoint(const std::string& title, CellOfPoint cell) {
    columns_.push_back({{title, true, heading_},
                        [cell = std::move(cell), technology = technology_](const DesignRow& row) {
                          const PointResult* point = row.points[technology];
                          return point == nullptr ? std::string() : cell(*point);
                        }});
  }
  void Add(const std::string& title, CellOfCost cell) {
    AddPoint(title, [cell = std::move(cell)](const PointResult& point) {
      return point.cost ? cell(*point.cost) : std::string();
    });
  }
  std::vector<FigureColumn> Take() { return std::move(columns_); }

 private:
  std::size_t technology_;
  std::string heading_;
  std::vector<FigureColumn> columns_;
};

void AddEnergy(const Pivot& pivot, std::size_t technology, bool is_terse, Collector& columns) {
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  // A terminal has no room for both.
  if (!is_terse || !pivot.has_lanes) {
    columns.Add(is_terse ? unit.name : "energy, " + unit.name,
                [unit](const Cost& cost) { return InUnit(cost.energy_fj, unit); });
  }
  if (pivot.has_lanes) {
    const EnergyUnit per_mac = ChooseEnergyUnitPerMac(pivot, technology);
    columns.AddPoint(per_mac.name + "/MAC", [per_mac](const PointResult& point) {
      return InUnit(EnergyPerMac(point), per_mac);
    });
  }
  if (pivot.baseline() != nullptr) {
    columns.AddPoint("ratio",
                     [](const PointResult& point) { return TimesBaseline(point.energy_ratio); });
  }
  columns.Add(is_terse ? "glitch" : "glitches",
              [](const Cost& cost) { return Percent(GlitchShare(cost)); });
}

void AddClock(Collector& columns) {
  columns.Add("clock, ps", [](const Cost& cost) { return Whole(cost.clock_period_ps); });
  columns.Add("slack, ps", [](const Cost& cost) {
    return Whole(cost.slack_ps) + (MeetsClock(cost) ? "" : " NOT MET");
  });
  columns.Add("effort", [](const Cost& cost) { return cost.effort; });
}

}  // namespace

std::vector<FigureColumn> FigureColumns(const Pivot& pivot, std::size_t technology, Detail detail) {
  const bool is_area = pivot.is_area[technology];
  const bool is_terse = detail == Detail::kTerminal;
  // The README's one line of titles says which technology only where two could be meant.
  const bool is_one = pivot.technologies.size() <= 2;
  Collector columns(technology,
                    detail == Detail::kReadme && is_one ? "" : pivot.technologies[technology]);
  const std::string unit = UnitOf(pivot, technology);
  const auto text = FigureText(pivot, technology);
  if (!is_terse || !pivot.has_lanes) {
    columns.Add(detail == Detail::kReadme && is_area ? "area, " + unit : unit,
                [text](const Cost& cost) { return text(Figure(cost)); });
  }
  const auto per_mac = FigurePerMacText(pivot, technology);
  if (pivot.has_lanes) {
    columns.AddPoint(unit + "/MAC",
                     [per_mac](const PointResult& point) { return per_mac(FigurePerMac(point)); });
  }
  if (pivot.baseline() != nullptr) {
    columns.AddPoint("ratio", [](const PointResult& point) { return TimesBaseline(point.ratio); });
  }
  if (!is_area) return columns.Take();
  if (is_terse && !pivot.has_energy[technology]) {
    const auto shown = pivot.has_lanes ? per_mac : text;
    columns.AddPoint("no regs", [shown](const PointResult& point) {
      if (!point.cost) return std::string();
      return shown(PerMac(FigureWithoutRegisters(*point.cost), point.design));
    });
  }
  columns.Add(is_terse ? "ps" : "delay, ps", [is_terse](const Cost& cost) {
    return Whole(cost.delay_ps) + (is_terse && !MeetsClock(cost) ? "!" : "");
  });
  if (pivot.has_energy[technology]) AddEnergy(pivot, technology, is_terse, columns);
  if (pivot.has_clock[technology] && detail == Detail::kReport) AddClock(columns);
  return columns.Take();
}

void AppendColumns(const Pivot& pivot, const std::vector<FigureColumn>& columns, Table& table) {
  for (const FigureColumn& column : columns) {
    table.columns.push_back(column.column);
    for (std::size_t i = 0; i < pivot.rows.size(); ++i) {
      table.rows[i].push_back(column.cell(pivot.rows[i]));
    }
  }
}

Table KeyTable(const Pivot& pivot, const std::string& id) {
  Table table{id, "", KeyColumns(pivot), {}};
  for (const DesignRow& row : pivot.rows) table.rows.push_back(KeyCells(pivot, row));
  return table;
}

}  // namespace macroscope
