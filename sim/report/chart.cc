#include "sim/report/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/chart_data.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

// Colours that stay apart for colour-blind readers, on white and on black.
constexpr const char* kColors[] = {"#3f6fb0", "#e0913a", "#4f9e86", "#a8618f", "#8a8a8a"};
constexpr int kBarStep = 62;
constexpr int kHeight = 260;

void AddOnce(const std::string& value, std::vector<std::string>& values) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

Json BarLayer(const std::vector<std::string>& groups, const std::string& unit) {
  Json colors = Json::array();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    colors.push_back(kColors[std::min(i, std::size(kColors) - 1)]);
  }
  return {{"transform", {{{"filter", "isValid(datum.value)"}}}},
          {"mark", {{"type", "bar"}, {"width", {{"band", 0.72}}}}},
          {"encoding",
           {{"y", {{"field", "value"}, {"type", "quantitative"}, {"stack", "zero"}}},
            {"color",
             {{"field", "group"},
              {"type", "nominal"},
              {"title", nullptr},
              {"scale", {{"domain", groups}, {"range", colors}}}}},
            {"opacity",
             {{"field", "part"},
              {"type", "nominal"},
              {"title", nullptr},
              {"legend", {{"symbolFillColor", "#808080"}, {"symbolStrokeWidth", 0}}},
              {"scale", {{"domain", {"logic", "registers"}}, {"range", {1, 0.5}}}}}},
            {"order", {{"field", "order"}, {"type", "quantitative"}}},
            {"tooltip",
             {{{"field", "design"}, {"title", "design"}},
              {{"field", "group"}, {"title", "group"}},
              {{"field", "part"}, {"title", "part"}},
              {{"field", "value"}, {"title", unit}, {"format", ",.0f"}}}}}}};
}

Json TextLayer() {
  return {{"transform", {{{"filter", "isValid(datum.total)"}}}},
          {"mark", {{"type", "text"}, {"dy", -11}, {"fontWeight", 600}, {"fontSize", 12}}},
          {"encoding",
           {{"y", {{"field", "top"}, {"type", "quantitative"}}},
            {"text", {{"field", "text"}, {"type", "nominal"}}}}}};
}

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

Json Configuration() {
  const Json font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
  return {{"font", font},
          {"background", "#ffffff"},
          {"view", {{"stroke", nullptr}}},
          {"axis",
           {{"labelFontSize", 11},
            {"titleFontSize", 12},
            {"titleFontWeight", 500},
            {"labelColor", "#444444"},
            {"titleColor", "#444444"},
            {"domainColor", "#999999"},
            {"tickColor", "#999999"},
            {"gridColor", "#e4e4e4"}}},
          {"header", {{"labelFontSize", 13}, {"labelFontWeight", 600}, {"labelColor", "#222222"}}},
          {"legend",
           {{"orient", "bottom"},
            {"direction", "horizontal"},
            {"labelFontSize", 12},
            {"labelColor", "#333333"},
            {"symbolType", "square"},
            {"symbolSize", 130},
            {"columnPadding", 16},
            {"labelLimit", 260}}},
          {"text", {{"color", "#222222"}}},
          {"title",
           {{"anchor", "start"},
            {"fontSize", 16},
            {"fontWeight", 600},
            {"color", "#111111"},
            {"subtitleColor", "#555555"},
            {"subtitleFontSize", 12},
            {"subtitlePadding", 6},
            {"offset", 18}}}};
}

}  // namespace

std::string ChartSpecification(const Pivot& pivot, const Published& published,
                               std::size_t technology) {
  const std::vector<Bar> bars = MakeBars(pivot, technology);
  if (bars.empty()) return "";
  const bool is_area = pivot.is_area[technology];
  const std::string unit = is_area ? "area, µm²" : "2-input gates";
  std::vector<std::string> panels, labels, groups;
  bool any_published = false;
  for (const Bar& bar : bars) {
    AddOnce(bar.panel, panels);
    AddOnce(bar.label, labels);
    for (const StageCost& stage : bar.point->cost->breakdown) AddOnce(stage.group, groups);
    any_published = any_published || (!is_area && published.Find(bar.row->design));
  }
  const Json values = ChartData(bars, groups, is_area, published);
  // Room for the text on top of the highest bar, so that all panels are equally high.
  double highest = 0;
  for (const Json& value : values) {
    if (value.contains("top")) highest = std::max(highest, value["top"].get<double>());
  }
  std::string subtitle = is_area ? "Area from synthesis, µm²" : "Number of 2-input gates";
  if (pivot.baseline() != nullptr) subtitle += "; on top: ratio to " + pivot.BaselineName();
  if (any_published) subtitle += "; ◆ " + published.cite();
  Json layers = {BarLayer(groups, unit), TextLayer()};
  if (any_published) layers.push_back(PublishedLayer(published));
  const Json specification = {
      {"$schema", "https://vega.github.io/schema/vega-lite/v6.json"},
      {"title", {{"text", pivot.technologies[technology]}, {"subtitle", subtitle}}},
      {"data", {{"values", values}}},
      {"facet",
       {{"field", "panel"},
        {"type", "nominal"},
        {"sort", panels},
        {"header", {{"title", nullptr}, {"labelExpr", "datum.value + ' accumulator'"}}}}},
      {"columns", static_cast<int>(panels.size())},
      {"spacing", 28},
      {"spec",
       {{"width", {{"step", kBarStep}}},
        {"height", kHeight},
        {"encoding",
         {{"x",
           {{"field", "bar"},
            {"type", "nominal"},
            {"sort", labels},
            {"axis",
             {{"title", nullptr},
              {"labelAngle", 0},
              {"labelExpr", "split(datum.label, '\\n')"},
              {"labelLimit", 0},
              {"ticks", false},
              {"labelPadding", 6}}}}},
          {"y",
           {{"type", "quantitative"},
            {"scale", {{"domain", {0, 1.1 * highest}}, {"nice", false}}},
            {"axis", {{"title", unit}, {"tickCount", 6}}}}}}},
        {"layer", layers}}},
      {"resolve", {{"scale", {{"x", "independent"}}}}},
      {"config", Configuration()}};
  return specification.dump(1) + "\n";
}

}  // namespace macroscope
