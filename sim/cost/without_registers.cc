#include "sim/cost/without_registers.h"

#include <algorithm>

namespace macroscope {
namespace {

void Subtract(const std::optional<double>& part, std::optional<double>& sum) {
  if (part && sum) *sum -= *part;
}

}  // namespace

Cost WithoutRegisters(Cost cost) {
  for (const StageCost& row : cost.breakdown) {
    if (!row.is_register) continue;
    Subtract(row.gates, cost.gates);
    Subtract(row.area_um2, cost.area_um2);
    if (row.energy && cost.energy) *cost.energy -= *row.energy;
  }
  if (cost.energy) cost.energy_fj = cost.energy->total_fj();
  std::erase_if(cost.breakdown, [](const StageCost& row) { return row.is_register; });
  if (cost.register_area_um2) cost.register_area_um2 = 0;
  if (cost.register_bits) cost.register_bits = 0;
  cost.flat_area_um2.reset();
  cost.notes.push_back(
      "Registers are left out of areas, gates and energies, their clock pins too; delays are those "
      "between registers. flat_area_um2 is empty: there registers cannot be told apart.");
  return cost;
}

}  // namespace macroscope
