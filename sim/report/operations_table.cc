// Single operations beside the classic table of their energies.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/energy.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::string RatioText(std::optional<double> value, std::optional<double> base) {
  return value && base && *base > 0 ? Ratio(*value / *base) + "×" : "";
}

std::optional<double> EnergyOf(const DesignRow& row, std::size_t technology) {
  const Cost* cost = CostOf(row.points[technology]);
  if (cost == nullptr || !cost->energy) return std::nullopt;
  return cost->energy->total_fj();
}

std::optional<double> AreaOf(const DesignRow& row, std::size_t technology) {
  const Cost* cost = CostOf(row.points[technology]);
  return cost == nullptr ? std::nullopt : cost->area_um2;
}

}  // namespace

Table OperationsTable(const Pivot& pivot, std::size_t technology,
                      const PublishedOperations& published) {
  Table table;
  table.id = "operations-" + pivot.technologies[technology];
  const std::string& ours = pivot.technologies[technology];
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  table.columns = {{"operation", false, ""},
                   {unit.name, true, ours},
                   {"ratio", true, ours},
                   {"µm²", true, ours},
                   {"ratio", true, ours},
                   {"pJ", true, published.cite()},
                   {"ratio", true, published.cite()},
                   {"µm²", true, published.cite()},
                   {"ratio", true, published.cite()}};
  for (const DesignRow& row : pivot.rows) {
    const auto known = published.Find(row.design);
    if (!known) continue;
    const DesignRow* base = pivot.BaselineOf(row);
    const auto energy = EnergyOf(row, technology), area = AreaOf(row, technology);
    table.rows.push_back({known->name, InUnit(energy, unit),
                          base == nullptr ? "" : RatioText(energy, EnergyOf(*base, technology)),
                          area ? Whole(*area) : "",
                          base == nullptr ? "" : RatioText(area, AreaOf(*base, technology)),
                          fmt::format("{}", known->energy_pj), Ratio(known->energy_ratio) + "×",
                          Whole(known->area_um2), Ratio(known->area_ratio) + "×"});
  }
  table.caption = fmt::format(
      "Energy and area of one operation beside {} (\"{}\"). Ratios are to each side's own "
      "baseline: ours to {}, theirs to the int8 addition.",
      published.cite(), published.title(),
      pivot.baseline() == nullptr ? "none" : pivot.baseline()->name);
  return table;
}

}  // namespace macroscope
