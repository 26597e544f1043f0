#include "sim/report/scatter.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/report/chart_style.h"
#include "sim/report/energy.h"
#include "sim/report/per_mac.h"
#include "sim/report/scatter_data.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

std::string Scatter(const Pivot& pivot, std::size_t technology, const std::string& subtitle,
                    ScatterAxis x, ScatterAxis y, bool is_by_workload) {
  const std::vector<Dot> dots = MakeDots(pivot, technology, x, y, is_by_workload);
  if (dots.size() < 2) return "";
  FitAxis(x, dots, &Dot::x);
  FitAxis(y, dots, &Dot::y);
  const std::string color_key = ColorKey(pivot);
  Json color = {{"value", Palette(1)[0]}};
  if (!color_key.empty()) {
    std::vector<std::string> colors;
    for (const Dot& dot : dots) AddOnce(ValueOf(*dot.row, color_key), colors);
    color = {{"field", "color"},
             {"type", "nominal"},
             {"title", nullptr},
             {"legend", {{"symbolType", "circle"}}},
             {"scale", {{"domain", colors}, {"range", Palette(colors.size())}}}};
  }
  const Json tooltip = {{{"field", "design"}, {"title", "design"}},
                        {{"field", "x"}, {"title", x.title}, {"format", ",.5~g"}},
                        {{"field", "y"}, {"title", y.title}, {"format", ",.5~g"}}};
  const Json leaders = {{"transform", {{{"filter", "isValid(datum.end_x)"}}}},
                        {"mark", {{"type", "rule"}, {"color", "#999999"}, {"strokeWidth", 0.8}}},
                        {"encoding",
                         {{"x", AxisField("x", x)},
                          {"y", AxisField("y", y)},
                          {"x2", {{"field", "end_x"}}},
                          {"y2", {{"field", "end_y"}}}}}};
  const Json points = {{"mark", {{"type", "circle"}, {"size", 90}, {"opacity", 0.95}}},
                       {"encoding",
                        {{"x", AxisField("x", x)},
                         {"y", AxisField("y", y)},
                         {"color", color},
                         {"tooltip", tooltip}}}};
  const Json labels = {{"mark", {{"type", "text"}, {"fontSize", 11}, {"baseline", "middle"}}},
                       {"encoding",
                        {{"x", AxisField("label_x", x)},
                         {"y", AxisField("label_y", y)},
                         {"text", {{"field", "label"}, {"type", "nominal"}}}}}};
  const Json specification = {
      {"$schema", kVegaLite},
      {"title", {{"text", pivot.technologies[technology]}, {"subtitle", subtitle}}},
      {"data", {{"values", ScatterData(pivot, dots, x, y, color_key, is_by_workload)}}},
      {"width", kScatterWidth},
      {"height", kScatterHeight},
      {"layer", {leaders, points, labels}},
      {"config", ChartConfiguration()}};
  return specification.dump(1) + "\n";
}

ScatterAxis MakeAxis(const std::string& title,
                     std::function<std::optional<double>(const PointResult&)> figure) {
  ScatterAxis axis;
  axis.title = title;
  axis.figure = std::move(figure);
  return axis;
}

ScatterAxis AreaAxis(const Pivot& pivot) {
  return MakeAxis(
      pivot.has_lanes ? "area per MAC, µm²" : "area, µm²",
      [](const PointResult& point) { return PerMac(point.cost->area_um2, point.design); });
}

}  // namespace

std::string AreaEnergyScatter(const Pivot& pivot, std::size_t technology) {
  const EnergyUnit unit = pivot.has_lanes ? ChooseEnergyUnitPerMac(pivot, technology)
                                          : ChooseEnergyUnit(pivot, technology);
  const std::string of_what = pivot.has_lanes ? "MAC" : "operation";
  const ScatterAxis energy =
      MakeAxis("energy of one " + of_what + ", " + unit.name, [unit](const PointResult& point) {
        auto figure = PerMac(point.cost->energy_fj, point.design);
        if (figure) *figure /= unit.size_fj;
        return figure;
      });
  return Scatter(pivot, technology, "Energy of one " + of_what + " over area", AreaAxis(pivot),
                 energy,
                 /*is_by_workload=*/true);
}

std::string DelayAreaScatter(const Pivot& pivot, std::size_t technology) {
  const ScatterAxis delay =
      MakeAxis("delay, ps", [](const PointResult& point) { return point.cost->delay_ps; });
  return Scatter(pivot, technology, pivot.has_lanes ? "Area per MAC over delay" : "Area over delay",
                 delay, AreaAxis(pivot),
                 /*is_by_workload=*/false);
}

}  // namespace macroscope
