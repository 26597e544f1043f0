#include "sim/cost/synthesis_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/base/process.h"
#include "sim/cost/energy_of_workload.h"
#include "sim/cost/mapped_unit.h"
#include "sim/netlist/cell_library.h"
#include "sim/timing/static_timing.h"

namespace macroscope {
namespace {

constexpr const char* kAccumulatorRegister = "u_accumulator_register";

// The rows that a unit's netlist can have, and the path of the instances that belong to each.
struct Row {
  std::string path;
  StageCost cost;
};

StageCost MakeRow(const std::string& stage, bool is_register, const std::string& group) {
  StageCost row;
  row.stage = stage;
  row.is_register = is_register;
  row.group = group;
  return row;
}

std::vector<Row> Rows(const Unit& unit) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    const StageShape& stage = unit.stages()[i];
    rows.push_back({"u_" + stage.name, MakeRow(stage.name, false, stage.group)});
    if ((unit.design().structure.cuts >> i & 1) != 0) {
      rows.push_back(
          {"u_" + stage.name + "_register", MakeRow(stage.name, true, stage.register_group)});
    }
  }
  if (unit.design().form == Form::kMac) {
    rows.push_back({kAccumulatorRegister, MakeRow("accumulator", true, kGroupNormalizeAccumulate)});
  }
  rows.push_back({"", MakeRow("control", false, kGroupNormalizeAccumulate)});
  return rows;
}

std::map<std::string, double> AreaByPath(const Netlist& netlist) {
  std::map<std::string, double> area;
  for (const NetlistInstance& instance : netlist.instances) {
    area[instance.path] += instance.cell->area_um2;
  }
  return area;
}

// What a path without an entry has.
template <typename T>
T ValueAt(const std::map<std::string, T>& values, const std::string& path) {
  const auto found = values.find(path);
  return found == values.end() ? T{} : found->second;
}

std::vector<std::string> Notes(const Technology& technology, const Cost& cost, double nand2) {
  std::vector<std::string> notes = {
      "area_um2: cells only, of the netlist that keeps its stages apart; flat_area_um2: mapped as "
      "a whole. No wires, clock tree, scan or power grid.",
      fmt::format("gates: area over that of a 2-input NAND, {} um2.", nand2),
      "register_bits: flip-flops, with those of valid bits; register area includes enables.",
      cost.delay_ps
          ? fmt::format("delay_ps: the critical path at the library's conditions, wires of {} fF a "
                        "net and {} fF a fanout; a stage's delay is its share of that one path.",
                        technology.wire.per_net_ff, technology.wire.per_fanout_ff)
          : "delay_ps: no path leads from an input or a register to another or to an output."};
  if (cost.slack_ps && *cost.slack_ps < 0) {
    notes.push_back(fmt::format(
        "THE CLOCK IS NOT MET: {:.0f} ps are wanted, {:.0f} ps are needed, at the highest effort; "
        "energy and leakage are those of the longer cycle.",
        *cost.clock_period_ps, *cost.delay_ps));
  }
  return notes;
}

}  // namespace

Cost SynthesisModel::Estimate(const Unit& unit) {
  const CellLibrary cells = OpenCellLibrary(technology_.liberty, technology_.dont_use);
  const MappedUnit mapped = MapUnit(unit, technology_, cells);
  const std::optional<CriticalPath>& path = mapped.timing.critical_path;
  std::optional<WorkloadEnergy> energy;
  if (workload_) {
    energy = MeasureEnergy(unit, mapped.staged, mapped.timing, technology_, *workload_);
  }
  const double nand2 =
      technology_.nand2_area_um2 ? *technology_.nand2_area_um2 : cells.library->Nand2AreaUm2();
  const std::map<std::string, double> area = AreaByPath(mapped.staged);

  Cost cost;
  cost.area_um2 = cost.gates = cost.register_area_um2 = 0;
  if (energy) cost.energy.emplace();
  for (Row& row : Rows(unit)) {
    row.cost.area_um2 = ValueAt(area, row.path);
    row.cost.gates = *row.cost.area_um2 / nand2;
    if (path) row.cost.delay_ps = ValueAt(path->share_ps, row.path);
    if (energy) {
      row.cost.energy = ValueAt(energy->by_path, row.path);
      *cost.energy += *row.cost.energy;
    }
    *cost.area_um2 += *row.cost.area_um2;
    *cost.gates += *row.cost.gates;
    if (row.cost.is_register) *cost.register_area_um2 += *row.cost.area_um2;
    cost.breakdown.push_back(std::move(row.cost));
  }
  cost.flat_area_um2 = mapped.flat.AreaUm2();
  cost.register_bits = static_cast<int>(std::ranges::count_if(
      mapped.staged.instances,
      [](const NetlistInstance& instance) { return instance.cell->sequential.has_value(); }));
  if (path) cost.delay_ps = path->delay_ps;
  cost.clock_period_ps = technology_.clock_period_ps;
  cost.slack_ps = mapped.slack_ps;
  cost.effort = mapped.effort;

  cost.provenance.model = "synthesis";
  cost.provenance.technology = technology_.name;
  cost.provenance.tools = ToolVersion("yosys");
  cost.provenance.liberty = cells.source_file;
  cost.provenance.liberty_hash = cells.source_hash;
  cost.notes = Notes(technology_, cost, nand2);
  if (energy) {
    cost.energy_fj = cost.energy->total_fj();
    cost.energy_operations = energy->operations;
    cost.notes.push_back(fmt::format(
        "energy_fj: of one operation, one operation a cycle of {:.0f} ps at {} V, over {} "
        "operations; glitch_fj is the part of internal and switching energy that a simulation "
        "without delays does not have. Clock tree and wires beyond the wire model left out.",
        energy->cycle_ps, energy->supply_v, energy->operations));
  } else {
    cost.notes.push_back("energy_fj: not computed; no workload was given.");
  }
  return cost;
}

}  // namespace macroscope
