#include "sim/report/energy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/numbers.h"

namespace macroscope {

EnergyUnit ChooseEnergyUnit(const Pivot& pivot, std::size_t technology) {
  double most = 0;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost != nullptr) most = std::max(most, cost->energy_fj.value_or(0));
  }
  return EnergyUnitOf(most);
}

EnergyUnit EnergyUnitOf(double most_fj) {
  if (most_fj >= 1e8) return {"nJ", 1e6, 2};
  if (most_fj >= 1e5) return {"pJ", 1e3, 1};
  if (most_fj >= 1e4) return {"pJ", 1e3, 2};
  if (most_fj >= 1e3) return {"fJ", 1, 0};
  return {"fJ", 1, most_fj >= 1e2 ? 1 : 2};
}

std::string InUnit(std::optional<double> energy_fj, const EnergyUnit& unit) {
  if (!energy_fj) return "";
  const double energy = *energy_fj / unit.size_fj;
  // What is little is not nothing.
  const bool looks_like_0 = energy != 0 && std::abs(energy) < 0.5 * std::pow(10, -unit.decimals);
  return looks_like_0 ? fmt::format("{:.1g}", energy) : Decimal(energy, unit.decimals);
}

std::optional<double> GlitchShare(const Cost& cost) {
  if (!cost.energy || cost.energy->total_fj() == 0) return std::nullopt;
  return cost.energy->glitch_fj / cost.energy->total_fj();
}

std::optional<double> EnergyOfRegisters(const Cost& cost) {
  if (!cost.energy || cost.breakdown.empty()) return std::nullopt;
  double sum = 0;
  for (const StageCost& stage : cost.breakdown) {
    if (stage.is_register && stage.energy) sum += stage.energy->total_fj();
  }
  return sum;
}

std::string Percent(std::optional<double> share) {
  return share ? fmt::format("{:.1f} %", 100 * *share) : "";
}

bool MeetsClock(const Cost& cost) { return !cost.slack_ps || *cost.slack_ps >= 0; }

}  // namespace macroscope
