#include "sim/report/per_mac.h"

#include <algorithm>

#include "sim/report/numbers.h"

namespace macroscope {
namespace {

using FigureOfPoint = std::optional<double> (*)(const PointResult&);

double Greatest(const Pivot& pivot, std::size_t technology, FigureOfPoint figure) {
  double most = 0;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point != nullptr) most = std::max(most, figure(*point).value_or(0));
  }
  return most;
}

}  // namespace

std::optional<double> FigurePerMac(const PointResult& point) {
  if (!point.per_mac) return std::nullopt;
  return point.per_mac->area_um2 ? point.per_mac->area_um2 : point.per_mac->gates;
}

std::optional<double> EnergyPerMac(const PointResult& point) {
  return point.per_mac ? point.per_mac->energy_fj : std::nullopt;
}

std::function<std::string(std::optional<double>)> FigurePerMacText(const Pivot& pivot,
                                                                   std::size_t technology) {
  if (Greatest(pivot, technology, FigurePerMac) >= 1000) return Whole;
  return [](std::optional<double> figure) { return figure ? Decimal(*figure, 1) : std::string(); };
}

EnergyUnit ChooseEnergyUnitPerMac(const Pivot& pivot, std::size_t technology) {
  return EnergyUnitOf(Greatest(pivot, technology, EnergyPerMac));
}

std::string PerMacCaption(const Pivot& pivot) {
  return pivot.has_lanes ? " MAC: one of the multiply-accumulates of an operation, one a lane; "
                           "ratios are of costs per MAC."
                         : "";
}

}  // namespace macroscope
