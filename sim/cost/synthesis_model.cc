#include "sim/cost/synthesis_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/base/process.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/mapping.h"
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

}  // namespace

Cost SynthesisModel::Estimate(const Unit& unit) {
  const CellLibrary cells = OpenCellLibrary(technology_.liberty, technology_.dont_use);
  const Netlist netlist = MapToNetlist(KeepingStages(unit), cells);
  const Netlist flat = MapToNetlist(Flattened(unit), cells);
  const WireModel& wire = technology_.wire;
  const std::optional<CriticalPath> path = ComputeTiming(netlist, wire).critical_path;
  const double nand2 =
      technology_.nand2_area_um2 ? *technology_.nand2_area_um2 : cells.library->Nand2AreaUm2();
  const std::map<std::string, double> area = AreaByPath(netlist);

  Cost cost;
  double total = 0;
  double registers = 0;
  for (Row& row : Rows(unit)) {
    const auto found = area.find(row.path);
    const double row_area = found == area.end() ? 0 : found->second;
    row.cost.area_um2 = row_area;
    row.cost.gates = row_area / nand2;
    if (path) {
      const auto share = path->share_ps.find(row.path);
      row.cost.delay_ps = share == path->share_ps.end() ? 0 : share->second;
    }
    total += row_area;
    if (row.cost.is_register) registers += row_area;
    cost.breakdown.push_back(std::move(row.cost));
  }
  cost.area_um2 = total;
  cost.gates = total / nand2;
  cost.register_area_um2 = registers;
  cost.flat_area_um2 = flat.AreaUm2();
  cost.register_bits = static_cast<int>(std::ranges::count_if(
      netlist.instances,
      [](const NetlistInstance& instance) { return instance.cell->sequential.has_value(); }));
  if (path) cost.delay_ps = path->delay_ps;

  cost.provenance.model = "synthesis";
  cost.provenance.technology = technology_.name;
  cost.provenance.tools = ToolVersion("yosys");
  cost.provenance.liberty = cells.source_file;
  cost.provenance.liberty_hash = cells.source_hash;
  cost.notes = {
      "area_um2: cells only, of the netlist that keeps its stages apart; flat_area_um2: mapped "
      "as a "
      "whole. No wires, clock tree, scan or power grid.",
      fmt::format("gates: area over that of a 2-input NAND, {} um2.", nand2),
      "register_bits: flip-flops, with those of valid bits; register area includes enables.",
      path
          ? fmt::format("delay_ps: the critical path at the library's conditions, wires of {} fF a "
                        "net and {} fF a fanout; a stage's delay is its share of that one path.",
                        wire.per_net_ff, wire.per_fanout_ff)
          : "delay_ps: no path leads from an input or a register to another or to an output.",
      "energy_fj: not computed by this model; it needs the operands' activity."};
  return cost;
}

}  // namespace macroscope
