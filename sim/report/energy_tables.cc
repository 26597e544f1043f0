// What one operation's energy is spent on, and how it depends on the workload.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/energy.h"
#include "sim/report/figure_columns.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

struct Part {
  const char* title;
  double Energy::*energy_fj;
};
constexpr Part kParts[] = {{"internal", &Energy::internal_fj},
                           {"switching", &Energy::switching_fj},
                           {"clock", &Energy::clock_fj},
                           {"leakage", &Energy::leakage_fj}};

// One line of a table by workload: a design, and its energies under each.
struct Line {
  const DesignRow* first = nullptr;
  std::vector<std::optional<double>> energies_fj;
};

std::vector<Line> LinesByDesign(const Pivot& pivot, std::size_t technology) {
  std::vector<Line> lines;
  for (const DesignRow& row : pivot.rows) {
    auto line = std::ranges::find_if(lines, [&](const Line& known) {
      return known.first->design == row.design && known.first->name == row.name;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), {&row, {}});
    const Cost* cost = CostOf(row.points[technology]);
    line->energies_fj.push_back(cost == nullptr ? std::nullopt : cost->energy_fj);
  }
  return lines;
}

}  // namespace

Table EnergySplitTable(const Pivot& pivot, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  Table table = KeyTable(pivot, "energy-" + name);
  std::vector<FigureColumn> columns;
  const auto add = [&](const char* title, const char* heading, auto cell) {
    columns.push_back({{title, true, heading}, [technology, cell](const DesignRow& row) {
                         const Cost* cost = CostOf(row.points[technology]);
                         return cost == nullptr ? std::string() : cell(*cost);
                       }});
  };
  for (const Part& part : kParts) {
    add(part.title, "spent on", [unit, member = part.energy_fj](const Cost& cost) {
      return cost.energy ? InUnit((*cost.energy).*member, unit) : std::string();
    });
  }
  add("total", "", [unit](const Cost& cost) { return InUnit(cost.energy_fj, unit); });
  add("energy", "glitches", [unit](const Cost& cost) {
    return cost.energy ? InUnit(cost.energy->glitch_fj, unit) : std::string();
  });
  add("share", "glitches", [](const Cost& cost) { return Percent(GlitchShare(cost)); });
  add("operations", "", [](const Cost& cost) {
    return cost.energy_operations ? Count(*cost.energy_operations) : std::string();
  });
  AppendColumns(pivot, columns, table);
  table.caption = fmt::format(
      "Energy of one operation in {}, {}. Internal: in the cells as they switch. Switching: "
      "charging nets. Clock: clock pins of flip-flops. Glitches: of internal and switching, what a "
      "simulation without delays does not see; their share is of the total. Operations: how many "
      "it was measured over.",
      unit.name, name);
  return table;
}

Table WorkloadTable(const Pivot& pivot, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  Table table{"workloads-" + name, "", {}, {}};
  // A design alone needs columns too.
  const bool keys_tell_designs_apart = pivot.keys.size() > 1;
  for (const Column& column : KeyColumns(pivot)) {
    if (column.title != "workload") table.columns.push_back(column);
  }
  if (!keys_tell_designs_apart) table.columns.push_back({"design", false, ""});
  for (const std::string& workload : pivot.workloads) {
    table.columns.push_back({workload, true, "energy, " + unit.name});
  }
  for (std::size_t i = 1; i < pivot.workloads.size(); ++i) {
    table.columns.push_back({pivot.workloads[i], true, "ratio to " + pivot.workloads[0]});
  }
  for (const Line& line : LinesByDesign(pivot, technology)) {
    std::vector<std::string> cells;
    for (const std::string& key : pivot.keys) {
      if (key != "workload") cells.push_back(ValueOf(*line.first, key));
    }
    if (!keys_tell_designs_apart) cells.push_back(line.first->name);
    for (const auto& energy : line.energies_fj) cells.push_back(InUnit(energy, unit));
    for (std::size_t i = 1; i < line.energies_fj.size(); ++i) {
      const auto& first = line.energies_fj[0];
      const auto& energy = line.energies_fj[i];
      cells.push_back(first && energy && *first != 0 ? Ratio(*energy / *first) + "×" : "");
    }
    table.rows.push_back(std::move(cells));
  }
  table.caption = fmt::format(
      "Energy of one operation in {} under each workload, {}; and over that under the first, {}.",
      unit.name, name, pivot.workloads[0]);
  return table;
}

}  // namespace macroscope
