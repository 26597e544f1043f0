#include <fmt/format.h>

#include <algorithm>

#include "sim/report/material.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::vector<Table> StageTables(const Pivot& pivot) {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    tables.push_back(StageTable(pivot, i));
  }
  return tables;
}

std::vector<std::string> AllNotes(const Pivot& pivot) {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    for (const std::string& note : Notes(pivot, i)) {
      notes.push_back(pivot.technologies[i] + ": " + note);
    }
  }
  return notes;
}

}  // namespace

// "15 designs in 2 technologies, all 30 points green. ..."
std::string Summary(const Material& material) {
  const Pivot& pivot = material.pivot;
  const auto& points = material.result.points;
  const auto green = static_cast<std::size_t>(std::ranges::count_if(points, &PointResult::ok));
  const auto plural = [](std::size_t count, const char* noun) {
    return fmt::format("{} {}{}", count, noun,
                       count == 1 ? "" : (noun == std::string("technology") ? "" : "s"));
  };
  std::string text =
      plural(pivot.rows.size(), "design") + ", " +
      (pivot.technologies.size() == 1 ? std::string("1 technology")
                                      : fmt::format("{} technologies", pivot.technologies.size()));
  text += green == points.size() ? fmt::format("; all {} green.", plural(points.size(), "point"))
                                 : fmt::format("; {} of {} FAILED.", points.size() - green,
                                               plural(points.size(), "point"));
  if (!pivot.common.empty()) text += fmt::format(" All designs: {}.", pivot.common);
  const DesignRow* baseline = pivot.baseline();
  for (std::size_t i = 0; baseline != nullptr && i < pivot.technologies.size(); ++i) {
    std::vector<double> ratios;
    for (const DesignRow& row : pivot.rows) {
      const PointResult* point = row.points[i];
      if (point != nullptr && !point->is_baseline && point->ratio) ratios.push_back(*point->ratio);
    }
    if (ratios.empty()) continue;
    const auto [least, most] = std::ranges::minmax(ratios);
    text += fmt::format(" {}: {}× to {}× the {} of {}.", pivot.technologies[i], Ratio(least),
                        Ratio(most), pivot.is_area[i] ? "area" : "gates", pivot.BaselineName());
  }
  return text;
}

std::vector<PageSection> Sections(const Material& material) {
  const Pivot& pivot = material.pivot;
  std::vector<PageSection> sections;
  Table failures = FailureTable(material.result);
  if (!failures.rows.empty()) {
    sections.push_back({"Failed", {}, {std::move(failures)}, {}});
  }
  PageSection cost{"Cost", {}, {}, {}};
  for (const Chart& chart : material.charts) {
    cost.charts.push_back({"chart-" + chart.stem, chart.caption, chart.specification, chart.svg});
  }
  cost.tables.push_back(SummaryTable(pivot, material.published));
  sections.push_back(std::move(cost));
  sections.push_back({"Stage by stage", {}, StageTables(pivot), {}});
  sections.push_back({"With and without registers", {}, {RegisterTable(pivot)}, {}});
  sections.push_back({"Checks", {}, {CheckTable(pivot)}, {}});
  sections.push_back({"Provenance", {}, {ProvenanceTable(pivot)}, AllNotes(pivot)});
  return sections;
}

}  // namespace macroscope
