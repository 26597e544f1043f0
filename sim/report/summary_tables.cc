// The tables with one row a design and the main figures.
#include <fmt/format.h>

#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::optional<double> FigureOf(const PointResult* point) {
  const Cost* cost = CostOf(point);
  return cost == nullptr ? std::nullopt : Figure(*cost);
}

std::optional<double> RatioOf(const PointResult* point) {
  return point == nullptr ? std::nullopt : point->ratio;
}

std::string TimesBaseline(std::optional<double> ratio) { return ratio ? Ratio(ratio) + "×" : ""; }

// "5 green", or what is wrong.
std::string CheckSummary(const DesignRow& row) {
  return row.ok() ? fmt::format("{} green", row.checks().size()) : "FAILED";
}

// "reference = law: 65,536 all pairs; law = rtl: ...": of the extent, what is before the comma.
std::string CheckedHow(const DesignRow& row) {
  if (!row.ok()) return "failed";
  std::string text;
  for (const Check& check : row.checks()) {
    if (!text.empty()) text += "; ";
    text += fmt::format("{}: {} {}", check.engines, Count(check.cases),
                        check.extent.substr(0, check.extent.find(',')));
  }
  return text;
}

}  // namespace

Table SummaryTable(const Pivot& pivot, const Published& published) {
  Table table{"summary", "", KeyColumns(pivot), {}};
  bool any_published = false;
  for (const DesignRow& row : pivot.rows) {
    any_published = any_published || published.Find(row.design).has_value();
  }
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    const std::string& name = pivot.technologies[i];
    table.columns.push_back({UnitOf(pivot, i), true, name});
    table.columns.push_back({"ratio", true, name});
    if (pivot.is_area[i]) table.columns.push_back({"delay, ps", true, name});
  }
  if (any_published) {
    table.columns.push_back({"gates", true, "published"});
    table.columns.push_back({"ratio", true, "published"});
  }
  table.columns.push_back({"checks", false, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
      const PointResult* point = row.points[i];
      cells.push_back(Whole(FigureOf(point)));
      cells.push_back(TimesBaseline(RatioOf(point)));
      if (!pivot.is_area[i]) continue;
      cells.push_back(CostOf(point) == nullptr ? "" : Whole(CostOf(point)->delay_ps));
    }
    if (any_published) {
      const auto figure = published.Find(row.design);
      cells.push_back(figure ? Whole(figure->gates) : "");
      cells.push_back(figure ? TimesBaseline(figure->ratio) : "");
    }
    cells.push_back(CheckSummary(row));
    table.rows.push_back(std::move(cells));
  }
  const DesignRow* baseline = pivot.baseline();
  table.caption = "Cost of each design, registers included.";
  if (baseline != nullptr) table.caption += " Ratios are to " + baseline->name + ".";
  if (any_published) {
    table.caption += fmt::format(
        " Published: {} ({}); gates, read from the drawing, ratios to its "
        "own INT8.",
        published.cite(), published.source());
  }
  table.caption += " Left out: wires, clock tree, test logic.";
  return table;
}

Table TerminalSummary(const Pivot& pivot) {
  Table table{"terminal", "", KeyColumns(pivot), {}};
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    const std::string& name = pivot.technologies[i];
    table.columns.push_back({UnitOf(pivot, i), true, name});
    table.columns.push_back({"ratio", true, name});
    if (!pivot.is_area[i]) continue;
    table.columns.push_back({"no regs", true, name});
    table.columns.push_back({"ps", true, name});
  }
  table.columns.push_back({"checks", false, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
      const Cost* cost = CostOf(row.points[i]);
      cells.push_back(Whole(FigureOf(row.points[i])));
      cells.push_back(TimesBaseline(RatioOf(row.points[i])));
      if (!pivot.is_area[i]) continue;
      cells.push_back(cost == nullptr ? "" : Whole(FigureWithoutRegisters(*cost)));
      cells.push_back(cost == nullptr ? "" : Whole(cost->delay_ps));
    }
    cells.push_back(CheckSummary(row));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table ReadmeSummary(const Pivot& pivot) {
  Table table{"readme", "", KeyColumns(pivot), {}};
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    table.columns.push_back({pivot.is_area[i] ? "area, µm²" : "gates", true, ""});
    table.columns.push_back({"ratio", true, ""});
    if (pivot.is_area[i]) table.columns.push_back({"delay, ps", true, ""});
  }
  table.columns.push_back({"checked how", false, ""});
  for (const DesignRow& row : pivot.rows) {
    auto cells = KeyCells(pivot, row);
    for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
      const Cost* cost = CostOf(row.points[i]);
      cells.push_back(Whole(FigureOf(row.points[i])));
      cells.push_back(TimesBaseline(RatioOf(row.points[i])));
      if (pivot.is_area[i]) cells.push_back(cost == nullptr ? "" : Whole(cost->delay_ps));
    }
    cells.push_back(CheckedHow(row));
    table.rows.push_back(std::move(cells));
  }
  std::string technologies;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    if (i > 0) technologies += ", ";
    technologies += fmt::format("{}: {}", UnitOf(pivot, i), pivot.technologies[i]);
  }
  table.caption = technologies + "; registers included; wires, clock tree and test logic left out.";
  return table;
}

}  // namespace macroscope
