#include "sim/cli/explain_tables.h"

#include <fmt/format.h>

#include "sim/cli/columns.h"

namespace macroscope {
namespace {

bool IsCut(const Unit& unit, std::size_t stage) {
  return (unit.design().structure.cuts >> stage & 1) != 0;
}

bool IsAccumulatorRegister(const Unit& unit, std::size_t stage) {
  return unit.design().form == Form::kMac && stage + 1 == unit.stages().size();
}

std::string RegisterText(const Unit& unit, std::size_t stage) {
  if (IsAccumulatorRegister(unit, stage)) return "accumulator";
  return IsCut(unit, stage) ? "yes" : "no";
}

std::string Figure(const std::optional<double>& value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "";
}

}  // namespace

std::string StagePicture(const Unit& unit) {
  std::string picture = "a, b -> ";
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    if (static_cast<int>(i) == unit.loop_start()) picture += "(c) ";
    picture += unit.stages()[i].name;
    const bool last = i + 1 == unit.stages().size();
    picture += IsCut(unit, i) || IsAccumulatorRegister(unit, i) ? " -|-> " : " -> ";
    if (last) picture += "z";
  }
  return picture;
}

Table StageTable(const Unit& unit) {
  Table table;
  table.columns = {TextColumn("stage"), TextColumn("RTL module"), TextColumn("outputs (bits)"),
                   NumberColumn("bits"), TextColumn("register after")};
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    const StageShape& stage = unit.stages()[i];
    std::string outputs;
    for (const Field& field : stage.outputs) {
      outputs += fmt::format("{}{} {}", outputs.empty() ? "" : ", ", field.name, field.width_bits);
    }
    table.rows.push_back({stage.name, stage.rtl_module, outputs,
                          std::to_string(stage.output_bits()), RegisterText(unit, i)});
  }
  return table;
}

Table FigureTable(const Unit& unit) {
  Table table;
  table.columns = {TextColumn("figure"), NumberColumn("value")};
  const auto add = [&](const std::string& figure, int value) {
    table.rows.push_back({figure, std::to_string(value)});
  };
  add("bits of a", unit.a_bits());
  add("bits of b", unit.b_bits());
  add("bits of c and z", unit.c_bits());
  add("latency (cycles)", unit.latency_cycles());
  if (unit.design().form == Form::kMac) {
    add("registers in the loop (accumulators)", unit.loop_registers());
  }
  for (const auto& [name, value] : unit.rtl().parameters) {
    add("parameter " + name, static_cast<int>(value));
  }
  return table;
}

Table CostTable(const Cost& cost) {
  const bool counts_gates = cost.gates.has_value();
  Table table;
  table.columns = {TextColumn("stage"), TextColumn("what"), TextColumn("group")};
  table.columns.push_back(NumberColumn(counts_gates ? "gates" : "area (um2)"));
  if (!counts_gates) table.columns.push_back(NumberColumn("delay (ps)"));
  for (const StageCost& part : cost.breakdown) {
    std::vector<std::string> row = {part.stage, part.is_register ? "register" : "logic",
                                    part.group};
    row.push_back(counts_gates ? Figure(part.gates, 0) : Figure(part.area_um2, 1));
    if (!counts_gates) row.push_back(Figure(part.delay_ps, 0));
    table.rows.push_back(row);
  }
  std::vector<std::string> total = {"total", "", ""};
  total.push_back(counts_gates ? Figure(cost.gates, 0) : Figure(cost.area_um2, 1));
  if (!counts_gates) total.push_back(Figure(cost.delay_ps, 0));
  table.rows.push_back(total);
  return table;
}

}  // namespace macroscope
