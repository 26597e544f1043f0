#include "sim/cli/explain_tables.h"

#include <fmt/format.h>

#include "sim/cli/columns.h"

namespace macroscope {
namespace {

constexpr std::size_t kOutputsColumns = 44, kLineColumns = 96;

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

// The words in lines of at most `columns`, where no word is longer; each line but the last ends
// with the separator.
std::vector<std::string> Wrap(const std::vector<std::string>& words, const std::string& separator,
                              std::size_t columns) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i] + (i + 1 < words.size() ? separator : "");
    if (!lines.back().empty() && lines.back().size() + word.size() > columns) lines.emplace_back();
    lines.back() += word;
  }
  for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
  return lines;
}

}  // namespace

std::string StagePicture(const Unit& unit) {
  std::string picture = unit.b_bits() > 0 ? "a, b -> " : "a -> ";
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    if (static_cast<int>(i) == unit.loop_start() && unit.c_bits() > 0) picture += "(c) ";
    picture += unit.stages()[i].name;
    const bool last = i + 1 == unit.stages().size();
    picture += IsCut(unit, i) || IsAccumulatorRegister(unit, i) ? " -|-> " : " -> ";
    if (last) picture += unit.has_flags() ? "z, flags" : "z";
  }
  return picture;
}

Table StageTable(const Unit& unit) {
  Table table;
  table.columns = {TextColumn("stage"), TextColumn("RTL module"), TextColumn("outputs (bits)"),
                   NumberColumn("bits"), TextColumn("register after")};
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    const StageShape& stage = unit.stages()[i];
    std::vector<std::string> outputs;
    for (const Field& field : stage.outputs) {
      outputs.push_back(fmt::format("{} {}", field.name, field.width_bits));
    }
    const std::vector<std::string> lines = Wrap(outputs, ", ", kOutputsColumns);
    table.rows.push_back({stage.name, stage.rtl_module, lines.at(0),
                          std::to_string(stage.output_bits()), RegisterText(unit, i)});
    for (std::size_t line = 1; line < lines.size(); ++line) {
      table.rows.push_back({" ", " ", lines[line], " ", " "});
    }
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
  if (unit.b_bits() > 0) add("bits of b", unit.b_bits());
  add(unit.c_bits() > 0 ? "bits of c and z" : "bits of z", unit.z_bits());
  if (unit.r_bits() > 0) add("bits of the rounding operand", unit.r_bits());
  add("latency (cycles)", unit.latency_cycles());
  if (unit.design().form == Form::kMac) {
    add("registers in the loop (accumulators)", unit.loop_registers());
  }
  for (const auto& [name, text] : unit.facts()) table.rows.push_back({name, text});
  return table;
}

std::string RtlInstance(const Unit& unit) {
  const RtlDescription rtl = unit.rtl();
  std::vector<std::string> parameters;
  for (const auto& [name, value] : rtl.parameters) {
    parameters.push_back(fmt::format(".{}({})", name, value));
  }
  std::string text = rtl.top + " #(\n";
  for (const std::string& line : Wrap(parameters, ", ", kLineColumns)) text += "  " + line + "\n";
  return text + ")\n";
}

Table CostTable(const Cost& cost) {
  // The gate count has no library: its area and delay are not dashes but absent.
  const bool has_area = cost.area_um2.has_value();
  const auto figures = [&](auto gates, auto area_um2, auto delay_ps,
                           const std::optional<Energy>& energy) {
    std::vector<std::string> cells;
    if (has_area) cells.push_back(Figure(area_um2, 1));
    cells.push_back(Figure(gates, 0));
    if (has_area) cells.push_back(Figure(delay_ps, 0));
    if (cost.energy) {
      cells.push_back(Figure(energy->total_fj(), 0));
      cells.push_back(Figure(energy->glitch_fj, 0));
    }
    return cells;
  };
  Table table;
  table.columns = {TextColumn("stage"), TextColumn("what"), TextColumn("group")};
  if (has_area) table.columns.push_back(NumberColumn("area (um2)"));
  table.columns.push_back(NumberColumn(has_area ? "NAND2 equivalents" : "gates"));
  if (has_area) table.columns.push_back(NumberColumn("delay (ps)"));
  if (cost.energy) {
    table.columns.push_back(NumberColumn("energy (fJ)"));
    table.columns.push_back(NumberColumn("glitches (fJ)"));
  }
  for (const StageCost& part : cost.breakdown) {
    std::vector<std::string> row = {part.stage, part.is_register ? "register" : "logic",
                                    part.group};
    for (std::string& cell : figures(part.gates, part.area_um2, part.delay_ps, part.energy)) {
      row.push_back(std::move(cell));
    }
    table.rows.push_back(row);
  }
  std::vector<std::string> total = {"total", "", ""};
  for (std::string& cell : figures(cost.gates, cost.area_um2, cost.delay_ps, cost.energy)) {
    total.push_back(std::move(cell));
  }
  table.rows.push_back(total);
  return table;
}

}  // namespace macroscope
