#include "sim/report/scatter.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/report/bars.h"
#include "sim/report/chart_style.h"
#include "sim/report/energy.h"
#include "sim/report/label_placement.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kWidth = 680;
constexpr double kHeight = 400;
// A leader joins a point to a label that is further away than this.
constexpr double kLeaderFrom = 14;
constexpr std::size_t kMostColors = 7;

using FigureOfCost = std::function<std::optional<double>(const Cost&)>;

struct Axis {
  std::string title;
  FigureOfCost figure;
  double low = 0;
  double high = 1;
};

struct Dot {
  const DesignRow* row;
  double x;
  double y;
};

// The figures' range with a margin, wider on top: labels stand there.
void FitAxis(Axis& axis, const std::vector<Dot>& dots, double Dot::*figure) {
  const auto [least, most] = std::ranges::minmax(dots, {}, figure);
  const double low = least.*figure;
  const double high = most.*figure;
  double span = high - low;
  if (span <= 0) span = high == 0 ? 1 : 0.4 * high;
  axis.low = std::max(0.0, low - 0.12 * span);
  axis.high = high + 0.15 * span;
}

std::vector<Dot> MakeDots(const Pivot& pivot, std::size_t technology, const Axis& x, const Axis& y,
                          bool is_by_workload) {
  std::vector<Dot> dots;
  for (const DesignRow& row : pivot.rows) {
    const Cost* cost = CostOf(row.points[technology]);
    if (cost == nullptr || (!is_by_workload && row.workload != pivot.workloads[0])) continue;
    const auto x_figure = x.figure(*cost);
    const auto y_figure = y.figure(*cost);
    if (x_figure && y_figure) dots.push_back({&row, *x_figure, *y_figure});
  }
  return dots;
}

// The key whose values have colours: the accumulator where there are several, else the first.
std::string ColorKey(const Pivot& pivot) {
  const auto accumulator = std::ranges::find(pivot.keys, std::string("accumulator"));
  std::string key = accumulator != pivot.keys.end() ? *accumulator : pivot.keys.front();
  std::vector<std::string> values;
  for (const DesignRow& row : pivot.rows) AddOnce(ValueOf(row, key), values);
  return values.size() <= kMostColors ? key : "";
}

std::string LabelOf(const Pivot& pivot, const DesignRow& row, const std::string& color_key,
                    bool is_by_workload) {
  std::vector<std::string> but = {color_key};
  if (!is_by_workload) but.emplace_back("workload");
  std::string label;
  for (const std::string& key : pivot.keys) {
    if (key == "unit" || std::ranges::find(but, key) != but.end()) continue;
    std::string value = ValueOf(row, key);
    if (key == "cuts" && value == "0") value = "no cuts";
    label += (label.empty() ? "" : ", ") + value;
  }
  return label;
}

Json Field(const char* name, const Axis& axis) {
  return {{"field", name},
          {"type", "quantitative"},
          {"scale", {{"domain", {axis.low, axis.high}}, {"nice", false}, {"zero", false}}},
          {"axis", {{"title", axis.title}, {"tickCount", 7}}}};
}

// Points, labels, and leaders from one to the other: in data's coordinates, at the size above.
Json MakeValues(const Pivot& pivot, const std::vector<Dot>& dots, const Axis& x, const Axis& y,
                const std::string& color_key, bool is_by_workload) {
  std::vector<LabelledPoint> points;
  for (const Dot& dot : dots) {
    points.push_back({{(dot.x - x.low) / (x.high - x.low) * kWidth,
                       (y.high - dot.y) / (y.high - y.low) * kHeight},
                      LabelOf(pivot, *dot.row, color_key, is_by_workload)});
  }
  const std::vector<Place> places = PlaceLabels(points, kWidth, kHeight);
  const auto to_x = [&](double pixel) { return x.low + pixel / kWidth * (x.high - x.low); };
  const auto to_y = [&](double pixel) { return y.high - pixel / kHeight * (y.high - y.low); };
  Json values = Json::array();
  for (std::size_t i = 0; i < dots.size(); ++i) {
    Json value = {{"design", dots[i].row->name},
                  {"x", dots[i].x},
                  {"y", dots[i].y},
                  {"label", points[i].label},
                  {"label_x", to_x(places[i].x)},
                  {"label_y", to_y(places[i].y)}};
    if (!dots[i].row->workload.empty()) value["workload"] = dots[i].row->workload;
    if (!color_key.empty()) value["color"] = ValueOf(*dots[i].row, color_key);
    const Place half = HalfSizeOf(points[i].label);
    const Place end = {std::clamp(points[i].point.x, places[i].x - half.x, places[i].x + half.x),
                       std::clamp(points[i].point.y, places[i].y - half.y, places[i].y + half.y)};
    if (std::hypot(end.x - points[i].point.x, end.y - points[i].point.y) > kLeaderFrom) {
      value["end_x"] = to_x(end.x);
      value["end_y"] = to_y(end.y);
    }
    values.push_back(std::move(value));
  }
  return values;
}

std::string Scatter(const Pivot& pivot, std::size_t technology, const std::string& subtitle, Axis x,
                    Axis y, bool is_by_workload) {
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
                         {{"x", Field("x", x)},
                          {"y", Field("y", y)},
                          {"x2", {{"field", "end_x"}}},
                          {"y2", {{"field", "end_y"}}}}}};
  const Json points = {
      {"mark", {{"type", "circle"}, {"size", 90}, {"opacity", 0.95}}},
      {"encoding",
       {{"x", Field("x", x)}, {"y", Field("y", y)}, {"color", color}, {"tooltip", tooltip}}}};
  const Json labels = {{"mark", {{"type", "text"}, {"fontSize", 11}, {"baseline", "middle"}}},
                       {"encoding",
                        {{"x", Field("label_x", x)},
                         {"y", Field("label_y", y)},
                         {"text", {{"field", "label"}, {"type", "nominal"}}}}}};
  const Json specification = {
      {"$schema", kVegaLite},
      {"title", {{"text", pivot.technologies[technology]}, {"subtitle", subtitle}}},
      {"data", {{"values", MakeValues(pivot, dots, x, y, color_key, is_by_workload)}}},
      {"width", kWidth},
      {"height", kHeight},
      {"layer", {leaders, points, labels}},
      {"config", ChartConfiguration()}};
  return specification.dump(1) + "\n";
}

Axis MakeAxis(const std::string& title, FigureOfCost figure) {
  Axis axis;
  axis.title = title;
  axis.figure = std::move(figure);
  return axis;
}

Axis AreaAxis() {
  return MakeAxis("area, µm²", [](const Cost& cost) { return cost.area_um2; });
}

}  // namespace

std::string AreaEnergyScatter(const Pivot& pivot, std::size_t technology) {
  const EnergyUnit unit = ChooseEnergyUnit(pivot, technology);
  const Axis energy = MakeAxis("energy of one operation, " + unit.name,
                               [unit](const Cost& cost) -> std::optional<double> {
                                 if (!cost.energy_fj) return std::nullopt;
                                 return *cost.energy_fj / unit.size_fj;
                               });
  return Scatter(pivot, technology, "Energy of one operation over area", AreaAxis(), energy,
                 /*is_by_workload=*/true);
}

std::string DelayAreaScatter(const Pivot& pivot, std::size_t technology) {
  const Axis delay = MakeAxis("delay, ps", [](const Cost& cost) { return cost.delay_ps; });
  return Scatter(pivot, technology, "Area over delay", delay, AreaAxis(),
                 /*is_by_workload=*/false);
}

}  // namespace macroscope
