// The tables behind the main figures: registers, checks, provenance, failures.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::optional<double> Divide(std::optional<double> figure, std::optional<double> baseline) {
  if (!figure || !baseline || *baseline == 0) return std::nullopt;
  return *figure / *baseline;
}

}  // namespace

std::string UnitOf(const Pivot& pivot, std::size_t technology) {
  return pivot.is_area[technology] ? "µm²" : "gates";
}

std::vector<Column> KeyColumns(const Pivot& pivot) {
  std::vector<Column> columns;
  for (const std::string& key : pivot.keys) columns.push_back({key, false, ""});
  return columns;
}

std::vector<std::string> KeyCells(const Pivot& pivot, const DesignRow& row) {
  std::vector<std::string> cells;
  for (const std::string& key : pivot.keys) cells.push_back(ValueOf(row.design, key));
  return cells;
}

Table RegisterTable(const Pivot& pivot) {
  Table table{"registers", "", KeyColumns(pivot), {}};
  const DesignRow* baseline = pivot.baseline();
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    const std::string heading = pivot.technologies[i] + ", " + UnitOf(pivot, i);
    table.columns.push_back({"with", true, heading});
    table.columns.push_back({"ratio", true, heading});
    table.columns.push_back({"without", true, heading});
    table.columns.push_back({"ratio", true, heading});
  }
  table.columns.push_back({"register bits", true, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    std::optional<int> bits;
    for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
      const Cost* cost = CostOf(row.points[i]);
      const Cost* base = baseline == nullptr ? nullptr : CostOf(baseline->points[i]);
      const auto with = cost == nullptr ? std::nullopt : Figure(*cost);
      const auto without = cost == nullptr ? std::nullopt : FigureWithoutRegisters(*cost);
      cells.push_back(Whole(with));
      cells.push_back(Ratio(row.points[i] == nullptr ? std::nullopt : row.points[i]->ratio));
      cells.push_back(Whole(without));
      cells.push_back(
          Ratio(Divide(without, base == nullptr ? std::nullopt : FigureWithoutRegisters(*base))));
      if (cost != nullptr && cost->register_bits) bits = cost->register_bits;
    }
    cells.push_back(bits ? std::to_string(*bits) : "");
    table.rows.push_back(std::move(cells));
  }
  table.caption = "With and without registers (pipeline and accumulator).";
  if (baseline != nullptr) table.caption += " Ratios are to " + baseline->name + ".";
  return table;
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
              {{"design", false, ""}, {"technology", false, ""}, {"why", false, ""}},
              {}};
  for (const PointResult& point : result.points) {
    if (!point.ok) table.rows.push_back({point.name, point.technology, point.error});
  }
  return table;
}

std::vector<std::string> Notes(const Pivot& pivot, std::size_t technology) {
  std::vector<std::string> notes;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost == nullptr) continue;
    for (const std::string& note : cost->notes) {
      if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
    }
  }
  return notes;
}

}  // namespace macroscope
