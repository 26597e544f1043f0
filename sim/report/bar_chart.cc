#include "sim/report/bar_chart.h"

#include <algorithm>

#include "sim/report/chart_style.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBarStep = 62;
constexpr int kHeight = 260;

Json StackLayer(const BarChart& chart) {
  return {{"transform", {{{"filter", "isValid(datum.value)"}}}},
          {"mark", {{"type", "bar"}, {"width", {{"band", 0.72}}}}},
          {"encoding",
           {{"y", {{"field", "value"}, {"type", "quantitative"}, {"stack", "zero"}}},
            {"color",
             {{"field", "group"},
              {"type", "nominal"},
              {"title", nullptr},
              {"scale", {{"domain", chart.groups}, {"range", Palette(chart.groups.size())}}}}},
            {"opacity",
             {{"field", "shade"},
              {"type", "nominal"},
              {"title", nullptr},
              {"legend", {{"symbolFillColor", "#808080"}, {"symbolStrokeWidth", 0}}},
              {"scale", {{"domain", {"logic", "registers"}}, {"range", {1, 0.5}}}}}},
            {"order", {{"field", "order"}, {"type", "quantitative"}}},
            {"tooltip",
             {{{"field", "design"}, {"title", "design"}},
              {{"field", "group"}, {"title", "group"}},
              {{"field", "part"}, {"title", "part"}},
              {{"field", "value"}, {"title", chart.unit}, {"format", chart.number_format}}}}}}};
}

Json TextLayer(const char* field, int dy, int size, int weight) {
  return {{"transform", {{{"filter", std::string("isValid(datum.") + field + ")"}}}},
          {"mark", {{"type", "text"}, {"dy", dy}, {"fontWeight", weight}, {"fontSize", size}}},
          {"encoding",
           {{"y", {{"field", "top"}, {"type", "quantitative"}}},
            {"text", {{"field", field}, {"type", "nominal"}}}}}};
}

}  // namespace

Json MakeBarChart(const BarChart& chart) {
  // Room for the text on top of the highest bar, so that all panels are equally high.
  double highest = 0;
  bool any_small_text = false;
  for (const Json& value : chart.values) {
    if (value.contains("top")) highest = std::max(highest, value["top"].get<double>());
    any_small_text = any_small_text || value.contains("small_text");
  }
  if (highest == 0) highest = 1;
  Json layers = {StackLayer(chart), TextLayer("text", any_small_text ? -22 : -11, 12, 600)};
  if (any_small_text) layers.push_back(TextLayer("small_text", -8, 10, 400));
  for (const Json& layer : chart.more_layers) layers.push_back(layer);
  const std::string header = "datum.value + '" + chart.panel_suffix + "'";
  return {
      {"$schema", kVegaLite},
      {"title", {{"text", chart.title}, {"subtitle", chart.subtitle}}},
      {"data", {{"values", chart.values}}},
      {"facet",
       {{"field", "panel"},
        {"type", "nominal"},
        {"sort", chart.panels},
        {"header", {{"title", nullptr}, {"labelExpr", header}}}}},
      {"columns", chart.columns},
      {"spacing", 28},
      {"spec",
       {{"width", {{"step", kBarStep}}},
        {"height", kHeight},
        {"encoding",
         {{"x",
           {{"field", "bar"},
            {"type", "nominal"},
            {"sort", chart.labels},
            {"axis",
             {{"title", nullptr},
              {"labelAngle", 0},
              {"labelExpr", "split(datum.label, '\\n')"},
              {"labelLimit", 0},
              {"ticks", false},
              {"labelPadding", 6}}}}},
          {"y",
           {{"type", "quantitative"},
            {"scale", {{"domain", {0, (any_small_text ? 1.16 : 1.1) * highest}}, {"nice", false}}},
            {"axis", {{"title", chart.unit}, {"tickCount", 6}}}}}}},
        {"layer", layers}}},
      {"resolve", {{"scale", {{"x", "independent"}}}}},
      {"config", ChartConfiguration()}};
}

}  // namespace macroscope
