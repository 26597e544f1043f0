// Figures with registers and without: one of the choices behind which published ratios differ.
#include "sim/report/energy.h"
#include "sim/report/figure_columns.h"
#include "sim/report/numbers.h"
#include "sim/report/per_mac.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

using FigureOfCost = std::function<std::optional<double>(const Cost&)>;
using Text = std::function<std::string(std::optional<double>)>;

std::optional<double> EnergyWithoutRegisters(const Cost& cost) {
  const auto registers = EnergyOfRegisters(cost);
  if (!cost.energy_fj || !registers) return std::nullopt;
  return *cost.energy_fj - *registers;
}

std::optional<double> FigureOf(const PointResult* point, const FigureOfCost& figure_of) {
  const Cost* cost = CostOf(point);
  return cost == nullptr ? std::nullopt : figure_of(*cost);
}

// A figure and its ratio to the baseline's.
void AddPair(const Pivot& pivot, std::size_t technology, const Column& column,
             const FigureOfCost& figure_of, const Text& text, std::vector<FigureColumn>& columns) {
  columns.push_back({column, [=](const DesignRow& row) {
                       return text(FigureOf(row.points[technology], figure_of));
                     }});
  if (pivot.baseline() == nullptr) return;
  columns.push_back({{"ratio", true, column.heading}, [=, &pivot](const DesignRow& row) {
                       const DesignRow* baseline = pivot.BaselineOf(row);
                       if (baseline == nullptr) return std::string();
                       const auto figure =
                           PerMac(FigureOf(row.points[technology], figure_of), row.design);
                       const auto base = PerMac(FigureOf(baseline->points[technology], figure_of),
                                                baseline->design);
                       if (!figure || !base || *base == 0) return std::string();
                       return Ratio(*figure / *base);
                     }});
}

std::string RegisterBits(const DesignRow& row) {
  std::string bits;
  for (const PointResult* point : row.points) {
    const Cost* cost = CostOf(point);
    if (cost != nullptr && cost->register_bits) bits = std::to_string(*cost->register_bits);
  }
  return bits;
}

}  // namespace

Table RegisterTable(const Pivot& pivot) {
  Table table = KeyTable(pivot, "registers");
  std::vector<FigureColumn> columns;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    std::string heading = pivot.technologies[i] + ", " + UnitOf(pivot, i);
    const Text figure_text = FigureText(pivot, i);
    AddPair(
        pivot, i, {"with", true, heading}, [](const Cost& cost) { return Figure(cost); },
        figure_text, columns);
    AddPair(pivot, i, {"without", true, heading}, FigureWithoutRegisters, figure_text, columns);
    if (!pivot.has_energy[i]) continue;
    const EnergyUnit unit = ChooseEnergyUnit(pivot, i);
    const Text text = [unit](std::optional<double> energy) { return InUnit(energy, unit); };
    heading = pivot.technologies[i] + ", " + unit.name;
    AddPair(
        pivot, i, {"with", true, heading}, [](const Cost& cost) { return cost.energy_fj; }, text,
        columns);
    AddPair(pivot, i, {"without", true, heading}, EnergyWithoutRegisters, text, columns);
  }
  columns.push_back({{"register bits", true, ""}, RegisterBits});
  AppendColumns(pivot, columns, table);
  table.caption =
      "With and without registers (pipeline and accumulator, in energies with their clock pins).";
  if (const DesignRow* baseline = pivot.baseline()) {
    table.caption += " Ratios are to " + baseline->name + "." + PerMacCaption(pivot);
  }
  return table;
}

}  // namespace macroscope
