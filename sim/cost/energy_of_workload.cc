#include "sim/cost/energy_of_workload.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/activity/measure_activity.h"
#include "sim/base/build_error.h"
#include "sim/cost/netlist_energy.h"

namespace macroscope {
namespace {

double SupplyV(const Netlist& netlist, const Technology& technology) {
  const double supply_v = technology.supply_v.value_or(netlist.library->nominal_voltage_v());
  if (supply_v > 0) return supply_v;
  throw BuildError(
      fmt::format("{}: supply_v: the library {} states no voltage; give supply_v, in V",
                  technology.file, netlist.library->name()));
}

}  // namespace

WorkloadEnergy MeasureEnergy(const Unit& unit, const Netlist& netlist, const StaticTiming& timing,
                             const Technology& technology, const Workload& workload) {
  WorkloadEnergy result;
  result.supply_v = SupplyV(netlist, technology);
  result.cycle_ps = std::max(technology.clock_period_ps.value_or(0),
                             timing.critical_path ? timing.critical_path->delay_ps : 0);
  if (result.cycle_ps <= 0) {
    throw BuildError(
        fmt::format("{}: nothing in it takes time; give clock_period_ps", netlist.top));
  }
  const OperandStream operands = MakeOperands(workload, unit.design());
  result.facts = operands.facts;
  const GateGraph graph = MakeGateGraph(netlist);
  const MeasuredActivity activity = MeasureActivity(
      unit, graph, MakeGateDelays(graph, timing, result.cycle_ps), operands, workload.dot_length);
  result.operations = activity.operations;
  const NetlistPrices prices(graph, timing, technology.wire, result.supply_v, result.cycle_ps);
  result.by_path = prices.ByPath(activity.timed);
  const std::map<std::string, Energy> settled = prices.ByPath(activity.settled);
  const double share = 1.0 / static_cast<double>(activity.operations);
  for (auto& [path, energy] : result.by_path) {
    const Energy& without = settled.at(path);
    energy.glitch_fj =
        energy.internal_fj + energy.switching_fj - without.internal_fj - without.switching_fj;
    energy *= share;
  }
  return result;
}

}  // namespace macroscope
