#include "sim/report/chart.h"

#include <algorithm>

#include "sim/report/bar_chart.h"
#include "sim/report/chart_data.h"
#include "sim/report/chart_style.h"
#include "sim/report/energy.h"
#include "sim/report/per_mac.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBarsAbreast = 16;

Json PublishedLayer(const Published& published) {
  return {{"transform", {{{"filter", "isValid(datum.published)"}}}},
          {"mark",
           {{"type", "point"},
            {"shape", "diamond"},
            {"size", 46},
            {"filled", true},
            {"color", "#111111"},
            {"stroke", "#ffffff"},
            {"strokeWidth", 1.2},
            {"opacity", 1}}},
          {"encoding",
           {{"y", {{"field", "published"}, {"type", "quantitative"}}},
            {"tooltip",
             {{{"field", "design"}, {"title", "design"}},
              {{"field", "published"}, {"title", published.cite()}, {"format", ",.0f"}}}}}}};
}

Json GlitchLayer(const std::string& unit) {
  return {{"transform", {{{"filter", "datum.glitch > 0"}}}},
          {"mark",
           {{"type", "bar"},
            {"width", 5},
            {"color", "#1b1d21"},
            {"stroke", "#ffffff"},
            {"strokeWidth", 0.7}}},
          {"encoding",
           {{"y", {{"field", "glitch"}, {"type", "quantitative"}, {"stack", nullptr}}},
            {"tooltip",
             {{{"field", "design"}, {"title", "design"}},
              {{"field", "glitch"}, {"title", "of it glitches, " + unit}, {"format", ",.4~g"}}}}}}};
}

// Panels, labels and groups in the order in which bars have them.
void TakeOrder(const std::vector<Bar>& bars, BarChart& chart) {
  for (const Bar& bar : bars) {
    AddOnce(bar.panel, chart.panels);
    AddOnce(bar.label, chart.labels);
    for (const StageCost& stage : bar.point->cost->breakdown) AddOnce(stage.group, chart.groups);
  }
}

// "fp16 accumulator", but "fp_add": a unit's name says that it is one.
std::string PanelSuffix(const Pivot& pivot) {
  const std::string key = PanelKey(pivot);
  return key == "unit" ? "" : " " + key;
}

}  // namespace

std::string ChartSpecification(const Pivot& pivot, const Published& published,
                               std::size_t technology) {
  const std::vector<Bar> bars = MakeBars(pivot, technology);
  if (bars.empty()) return "";
  const bool is_area = pivot.is_area[technology];
  const bool any_published = !is_area && std::ranges::any_of(bars, [&](const Bar& bar) {
    return published.Find(bar.row->design).has_value();
  });
  BarChart chart;
  TakeOrder(bars, chart);
  chart.title = pivot.technologies[technology];
  const std::string of_mac = pivot.has_lanes ? " per MAC" : "";
  chart.subtitle =
      is_area ? "Area" + of_mac + " from synthesis, µm²" : "Number of 2-input gates" + of_mac;
  if (pivot.baseline() != nullptr) chart.subtitle += "; on top: " + pivot.RatioName();
  if (any_published) chart.subtitle += "; ◆ " + published.cite();
  chart.unit = is_area ? "area" + of_mac + ", µm²" : "2-input gates" + of_mac;
  chart.number_format = pivot.has_lanes ? ",.4~g" : ",.0f";
  chart.panel_suffix = PanelSuffix(pivot);
  chart.columns = static_cast<int>(chart.panels.size());
  chart.values = ChartData(bars, chart.groups, is_area, published);
  if (any_published) chart.more_layers.push_back(PublishedLayer(published));
  return MakeBarChart(chart).dump(1) + "\n";
}

std::string EnergyChartSpecification(const Pivot& pivot, std::size_t technology) {
  const std::vector<Bar> bars = MakeEnergyBars(pivot, technology);
  if (bars.empty()) return "";
  const bool is_by_workload = pivot.workloads.size() > 1;
  const EnergyUnit unit = pivot.has_lanes ? ChooseEnergyUnitPerMac(pivot, technology)
                                          : ChooseEnergyUnit(pivot, technology);
  const std::string of_what = pivot.has_lanes ? "MAC" : "operation";
  BarChart chart;
  TakeOrder(bars, chart);
  for (const char* apart : {kClockGroup, kLeakageGroup}) AddOnce(apart, chart.groups);
  chart.title = pivot.technologies[technology];
  chart.subtitle = "Energy of one " + of_what + ", " + unit.name;
  if (is_by_workload) {
    chart.subtitle += "; on top: ratio to " + pivot.workloads[0];
  } else if (pivot.baseline() != nullptr) {
    chart.subtitle += "; on top: " + pivot.RatioName();
  }
  chart.subtitle += "; dark bar, and below the ratio: what glitches take of it";
  chart.unit = (pivot.has_lanes ? "energy per MAC, " : "energy, ") + unit.name;
  chart.number_format = ",.4~g";
  chart.panel_suffix = is_by_workload ? "" : PanelSuffix(pivot);
  const std::size_t abreast = std::max<std::size_t>(1, kMostBarsAbreast / chart.labels.size());
  chart.columns = static_cast<int>(is_by_workload ? std::min(abreast, chart.panels.size())
                                                  : chart.panels.size());
  chart.values = EnergyChartData(bars, chart.groups, unit, is_by_workload);
  chart.more_layers.push_back(GlitchLayer(unit.name));
  return MakeBarChart(chart).dump(1) + "\n";
}

}  // namespace macroscope
