// The tables with one row a design and the main figures.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/figure_columns.h"
#include "sim/report/numbers.h"
#include "sim/report/per_mac.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

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

std::vector<FigureColumn> PublishedColumns(const Published& published) {
  return {{{"gates", true, "published"},
           [&published](const DesignRow& row) {
             const auto figure = published.Find(row.design);
             return figure ? Whole(figure->gates) : "";
           }},
          {{"ratio", true, "published"}, [&published](const DesignRow& row) {
             const auto figure = published.Find(row.design);
             return figure ? Ratio(figure->ratio) + "×" : "";
           }}};
}

bool AnyEnergy(const Pivot& pivot) {
  return std::ranges::any_of(pivot.has_energy, [](bool has) { return has; });
}

std::string EnergyCaption(const Pivot& pivot) {
  if (!AnyEnergy(pivot)) return "";
  return " Energy: of one operation, clock and leakage included. Glitches: their share of it.";
}

std::string ClockCaption(const Pivot& pivot) {
  const bool any = std::ranges::any_of(pivot.has_clock, [](bool has) { return has; });
  return any ? " Slack: of the clock's period over the delay, after synthesis with the effort "
               "named."
             : "";
}

}  // namespace

Table SummaryTable(const Pivot& pivot, const Published& published) {
  Table table = KeyTable(pivot, "summary");
  const bool any_published = std::ranges::any_of(
      pivot.rows, [&](const DesignRow& row) { return published.Find(row.design).has_value(); });
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    AppendColumns(pivot, FigureColumns(pivot, i, Detail::kReport), table);
  }
  if (any_published) AppendColumns(pivot, PublishedColumns(published), table);
  AppendColumns(pivot, {{{"checks", false, ""}, CheckSummary}}, table);
  const DesignRow* baseline = pivot.baseline();
  table.caption = pivot.counts_registers ? "Cost of each design, registers included."
                                         : "Cost of each design, registers left out.";
  if (baseline != nullptr) {
    table.caption += " Ratios are to " + baseline->name +
                     (pivot.workloads.size() > 1 ? " under the same workload." : ".");
  }
  table.caption += PerMacCaption(pivot) + EnergyCaption(pivot) + ClockCaption(pivot);
  if (any_published) {
    table.caption += fmt::format(
        " Published: {} ({}); gates, read from the drawing, ratios to its "
        "own INT8.",
        published.cite(), published.source());
  }
  table.caption += " Left out: wires, clock tree, test logic.";
  return table;
}

Table TerminalSummary(const Pivot& whole, const std::vector<std::size_t>& technologies) {
  Pivot pivot = whole;
  pivot.keys = whole.terse_keys;
  Table table = KeyTable(pivot, "terminal");
  for (const std::size_t i : technologies) {
    AppendColumns(pivot, FigureColumns(pivot, i, Detail::kTerminal), table);
  }
  return table;
}

Table ReadmeSummary(const Pivot& pivot) {
  Table table = KeyTable(pivot, "readme");
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    AppendColumns(pivot, FigureColumns(pivot, i, Detail::kReadme), table);
  }
  AppendColumns(pivot, {{{"checked how", false, ""}, CheckedHow}}, table);
  std::string technologies;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    if (i > 0) technologies += ", ";
    technologies += fmt::format("{}: {}", UnitOf(pivot, i), pivot.technologies[i]);
  }
  table.caption =
      technologies + (pivot.counts_registers ? "; registers included" : "; registers left out") +
      "; wires, clock tree and test logic left out." + PerMacCaption(pivot) + EnergyCaption(pivot);
  return table;
}

}  // namespace macroscope
