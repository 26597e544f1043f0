#include "sim/report/scatter_data.h"

#include <algorithm>
#include <cmath>

#include "sim/report/bars.h"
#include "sim/report/label_placement.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

// A leader joins a point to a label that is further away than this.
constexpr double kLeaderFrom = 14;
constexpr std::size_t kMostColors = 7;
constexpr double kMostLinearRatio = 16;
// Half of the points in less of an even axis than this are too near together.
constexpr double kLeastLinearShare = 0.2;

std::string LabelOf(const Pivot& pivot, const DesignRow& row, const std::string& color_key,
                    bool is_by_workload) {
  std::vector<std::string> but = {color_key};
  if (!is_by_workload) but.emplace_back("workload");
  std::string label, before;
  for (const std::string& text : RowLabel(pivot, row, but)) {
    // Of a result in the operands' format once is enough.
    if (text != before) label += (label.empty() ? "" : ", ") + text;
    before = text;
  }
  return label;
}

}  // namespace

std::vector<Dot> MakeDots(const Pivot& pivot, std::size_t technology, const ScatterAxis& x,
                          const ScatterAxis& y, bool is_by_workload) {
  std::vector<Dot> dots;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (CostOf(point) == nullptr || (!is_by_workload && row.workload != pivot.workloads[0])) {
      continue;
    }
    const auto x_figure = x.figure(*point);
    const auto y_figure = y.figure(*point);
    if (x_figure && y_figure) dots.push_back({&row, *x_figure, *y_figure});
  }
  return dots;
}

double ScatterAxis::Share(double value) const {
  return is_logarithmic ? std::log(value / low) / std::log(high / low)
                        : (value - low) / (high - low);
}

double ScatterAxis::At(double share) const {
  return is_logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
}

// How far up from the least to the greatest the middle one of the dots stands.
double ShareOfMedian(const std::vector<Dot>& dots, double Dot::*figure) {
  std::vector<double> values;
  for (const Dot& dot : dots) values.push_back(dot.*figure);
  std::ranges::sort(values);
  const double span = values.back() - values.front();
  return span > 0 ? (values[values.size() / 2] - values.front()) / span : 1;
}

// Wider on top: labels stand there.
void FitAxis(ScatterAxis& axis, const std::vector<Dot>& dots, double Dot::*figure) {
  constexpr double kBelow = 0.12, kAbove = 0.15;
  const auto [least, most] = std::ranges::minmax(dots, {}, figure);
  const double low = least.*figure;
  const double high = most.*figure;
  axis.is_logarithmic =
      low > 0 && (high / low > kMostLinearRatio || ShareOfMedian(dots, figure) < kLeastLinearShare);
  if (axis.is_logarithmic) {
    axis.low = low * std::pow(high / low, -kBelow);
    axis.high = high * std::pow(high / low, kAbove);
    return;
  }
  double span = high - low;
  if (span <= 0) span = high == 0 ? 1 : 0.4 * high;
  axis.low = std::max(0.0, low - kBelow * span);
  axis.high = high + kAbove * span;
}

Json AxisField(const char* name, const ScatterAxis& axis) {
  Json scale = {{"domain", {axis.low, axis.high}}, {"nice", false}, {"zero", false}};
  if (axis.is_logarithmic) scale = {{"type", "log"}, {"domain", {axis.low, axis.high}}};
  return {{"field", name},
          {"type", "quantitative"},
          {"scale", scale},
          {"axis", {{"title", axis.title}, {"tickCount", 7}}}};
}

std::string ColorKey(const Pivot& pivot) {
  std::string key = PanelKey(pivot);
  if (std::ranges::find(pivot.keys, key) == pivot.keys.end()) key = pivot.keys.front();
  std::vector<std::string> values;
  for (const DesignRow& row : pivot.rows) AddOnce(ValueOf(row, key), values);
  return values.size() <= kMostColors ? key : "";
}

Json ScatterData(const Pivot& pivot, const std::vector<Dot>& dots, const ScatterAxis& x,
                 const ScatterAxis& y, const std::string& color_key, bool is_by_workload) {
  std::vector<LabelledPoint> points;
  for (const Dot& dot : dots) {
    points.push_back({{x.Share(dot.x) * kScatterWidth, (1 - y.Share(dot.y)) * kScatterHeight},
                      LabelOf(pivot, *dot.row, color_key, is_by_workload)});
  }
  const std::vector<Place> places = PlaceLabels(points, kScatterWidth, kScatterHeight);
  const auto to_x = [&](double pixel) { return x.At(pixel / kScatterWidth); };
  const auto to_y = [&](double pixel) { return y.At(1 - pixel / kScatterHeight); };
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

}  // namespace macroscope
