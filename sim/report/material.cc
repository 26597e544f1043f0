#include "sim/report/material.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/chart.h"
#include "sim/report/chart_files.h"
#include "sim/report/ratio_chart.h"
#include "sim/report/scatter.h"
#include "sim/report/width_chart.h"

namespace macroscope {
namespace {

// A name as a part of a file's: a technology's is the user's.
std::string FileStem(const std::string& name) {
  std::string stem;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    stem += plain || c == '_' || c == '-' ? c : '_';
  }
  return stem;
}

// Of areas and gates.
const char* PerMacText(const Pivot& pivot) { return pivot.has_lanes ? " per MAC" : ""; }
// Of energies.
const char* OfWhat(const Pivot& pivot) { return pivot.has_lanes ? "MAC" : "operation"; }

std::string Caption(const Pivot& pivot, const Published& published, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  std::string caption =
      pivot.is_area[technology]
          ? fmt::format("Area{} of each design, mapped to {}.", PerMacText(pivot), name)
          : fmt::format("2-input gates{} of each design, counted by the rules of {}.",
                        PerMacText(pivot), name);
  caption +=
      " Bars stack the logic of each part of the datapath and, fainter, its registers. Left out: "
      "wires, clock tree, test logic.";
  const bool any_published = std::ranges::any_of(
      pivot.rows, [&](const DesignRow& row) { return published.Find(row.design).has_value(); });
  if (!pivot.is_area[technology] && any_published) {
    caption += fmt::format(" Diamonds: the totals of {}, read from its drawing.", published.cite());
  }
  return caption;
}

std::string EnergyCaption(const Pivot& pivot, std::size_t technology) {
  return fmt::format(
      "Energy of one {}, mapped to {}. Bars stack what the cells and nets of each part of "
      "the datapath take and, fainter, its registers; the clock pins and leakage of all parts are "
      "apart. The dark bar, and the percentage, are glitches: already in the other parts. Left "
      "out: clock tree, test logic.",
      OfWhat(pivot), pivot.technologies[technology]);
}

// Collects charts, each under a stem of its own.
class Charts {
 public:
  void Add(const std::string& name, const std::string& suffix, std::string caption,
           std::string specification, std::string csv = "") {
    if (specification.empty()) return;
    std::string stem = FileStem(name) + suffix;
    while (std::ranges::find(charts_, stem, &Chart::stem) != charts_.end()) stem += "_";
    charts_.push_back({std::move(stem), std::move(caption), std::move(specification), "",
                       !csv.empty(), std::move(csv)});
  }
  std::vector<Chart> Take() { return std::move(charts_); }

 private:
  std::vector<Chart> charts_;
};

void AddRatioCharts(const PublishedComparison& published, const Pivot& pivot, Charts& charts) {
  for (std::size_t i = 0; published.chart && i < pivot.technologies.size(); ++i) {
    const std::string& name = pivot.technologies[i];
    const std::vector<RatioPoint> points = RatioPoints(*published.chart, pivot, i);
    charts.Add(name, "_" + FileStem(published.id),
               fmt::format("{} of one multiply-accumulate in {} over that in {}, on {}: designs of "
                           "as many lanes with the same accumulator, both with their registers "
                           "or both without. Gray: published ratios, each of the designs it names; "
                           "what they count is in the table. The axis does not begin at 0.",
                           pivot.is_area[i] ? "Area" : "2-input gates",
                           published.chart->of.operands, published.chart->over.operands, name),
               RatioChartSpecification(published, points, name), RatioCsv(published, points));
  }
}

std::vector<Chart> MakeCharts(const Pivot& pivot, const Published& published,
                              const std::vector<PublishedComparison>& comparisons) {
  Charts charts;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    const std::string& name = pivot.technologies[i];
    charts.Add(name, "", Caption(pivot, published, i), ChartSpecification(pivot, published, i));
    charts.Add(name, "_energy", EnergyCaption(pivot, i), EnergyChartSpecification(pivot, i));
    charts.Add(name, "_area_energy",
               fmt::format("Energy of one {} over area{}, mapped to {}; axes do not begin at 0.",
                           OfWhat(pivot), PerMacText(pivot), name),
               AreaEnergyScatter(pivot, i));
    charts.Add(name, "_delay_area",
               fmt::format("Area{} over the delay of the critical path, mapped to {}; axes do not "
                           "begin at 0.",
                           PerMacText(pivot), name),
               DelayAreaScatter(pivot, i));
    charts.Add(name, "_width",
               fmt::format("{} over the width of an operand, on {}: a line is designs that differ "
                           "in their formats alone. The axes do not begin at 0.",
                           pivot.is_area[i] ? "Area" : "2-input gates", name),
               WidthChart(pivot, i));
  }
  for (const PublishedComparison& comparison : comparisons) {
    AddRatioCharts(comparison, pivot, charts);
  }
  return charts.Take();
}

}  // namespace

Material Gather(const SweepResult& result) {
  Material material{result,
                    MakePivot(result),
                    Published::LoadDefault(),
                    PublishedOperations::LoadDefault(),
                    {},
                    {},
                    "",
                    result.command};
  for (const std::string& file : result.published) {
    material.comparisons.push_back(LoadComparison(file));
  }
  material.charts = MakeCharts(material.pivot, material.published, material.comparisons);
  std::vector<std::string> specifications;
  for (const Chart& chart : material.charts) specifications.push_back(chart.specification);
  const SvgFiles files = DrawSvg(specifications);
  material.why_no_charts = files.why_not;
  for (std::size_t i = 0; i < files.svg.size(); ++i) material.charts[i].svg = files.svg[i];
  return material;
}

}  // namespace macroscope
