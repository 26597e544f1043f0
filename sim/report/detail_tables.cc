// The tables behind the main figures: checks, provenance, failures; and notes.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/report/energy.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
std::string UnitOf(const Pivot& pivot, std::size_t technology) {
  return pivot.is_area[technology] ? "µm²" : "gates";
}

std::function<std::string(std::optional<double>)> FigureText(const Pivot& pivot,
                                                             std::size_t technology) {
  double most = 0;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost != nullptr) most = std::max(most, Figure(*cost).value_or(0));
  }
  if (!pivot.is_area[technology] || most >= 1000) return Whole;
  return [](std::optional<double> figure) { return figure ? Decimal(*figure, 1) : std::string(); };
}

std::vector<Column> KeyColumns(const Pivot& pivot) {
  std::vector<Column> columns;
  for (const std::string& key : pivot.keys) columns.push_back({key, false, ""});
  return columns;
}

std::vector<std::string> KeyCells(const Pivot& pivot, const DesignRow& row) {
  std::vector<std::string> cells;
  for (const std::string& key : pivot.keys) cells.push_back(ValueOf(row, key));
  return cells;
}

Table CheckTable(const Pivot& pivot) {
  Table table{"checks", "", KeyColumns(pivot), {}};
  std::vector<std::string> engines;
  for (const DesignRow& row : pivot.rows) {
    for (const Check& check : row.checks()) {
      if (std::ranges::find(engines, check.engines) == engines.end()) {
        engines.push_back(check.engines);
      }
    }
  }
  for (const std::string& pair : engines) table.columns.push_back({pair, false, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    const auto checks = row.checks();
    for (const std::string& pair : engines) {
      std::string cell;
      for (const Check& check : checks) {
        if (check.engines != pair) continue;
        if (!cell.empty()) cell += "; ";
        cell += Count(check.cases) + ": " + check.extent;
      }
      cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(cells));
  }
  table.caption =
      "Agreement, bit for bit, that was shown before a cost was reported: number of operations "
      "(cycles for systemc) and how they were chosen.";
  return table;
}

Table ProvenanceTable(const Pivot& pivot) {
  Table table{"provenance",
              "Where the figures come from. The hash is the SHA-1 of the library file's content.",
              {{"technology", false, ""},
               {"model", false, ""},
               {"tools", false, ""},
               {"library", false, ""},
               {"hash", false, ""}},
              {}};
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    for (const DesignRow& row : pivot.rows) {
      const Cost* cost = CostOf(row.points[i]);
      if (cost == nullptr) continue;
      const Provenance& from = cost->provenance;
      std::vector<std::string> cells = {pivot.technologies[i], from.model, from.tools, from.liberty,
                                        from.liberty_hash.substr(0, 12)};
      if (std::ranges::find(table.rows, cells) == table.rows.end()) {
        table.rows.push_back(std::move(cells));
      }
    }
  }
  return table;
}

Table FailureTable(const SweepResult& result) {
  Table table{"failures",
              "Points that failed; their costs are not reported.",
              {{"design", false, ""},
               {"technology", false, ""},
               {"workload", false, ""},
               {"why", false, ""}},
              {}};
  for (const PointResult& point : result.points) {
    if (point.ok) continue;
    table.rows.push_back({point.name, point.technology, point.workload, point.error});
  }
  const bool any_workload =
      std::ranges::any_of(table.rows, [](const auto& cells) { return !cells[2].empty(); });
  if (!any_workload) {
    table.columns.erase(table.columns.begin() + 2);
    for (auto& cells : table.rows) cells.erase(cells.begin() + 2);
  }
  return table;
}

std::vector<std::string> ClocksNotMet(const Pivot& pivot, std::size_t technology) {
  std::vector<std::string> lines;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost == nullptr || MeetsClock(*cost)) continue;
    std::string line =
        fmt::format("CLOCK NOT MET: {} on {} by {} ps (clock {} ps, delay {} ps, effort {})",
                    row.name, pivot.technologies[technology], Whole(-*cost->slack_ps),
                    Whole(cost->clock_period_ps), Whole(cost->delay_ps), cost->effort);
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> Notes(const Pivot& pivot, std::size_t technology) {
  std::vector<std::pair<std::string, std::vector<std::string>>> notes;  // And whose they are.
  std::vector<std::string> all;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost == nullptr) continue;
    AddOnce(row.name, all);
    for (const std::string& note : cost->notes) {
      auto known = std::ranges::find(notes, note, &decltype(notes)::value_type::first);
      if (known == notes.end()) known = notes.insert(notes.end(), {note, {}});
      AddOnce(row.name, known->second);
    }
  }
  std::vector<std::string> lines;
  for (const auto& [note, designs] : notes) {
    std::string whose;
    if (designs.size() < all.size()) {
      for (const std::string& design : designs) whose += (whose.empty() ? "" : ", ") + design;
      whose += ": ";
    }
    lines.push_back(whose + note);
  }
  return lines;
}

}  // namespace macroscope
