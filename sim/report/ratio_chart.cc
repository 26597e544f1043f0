#include "sim/report/ratio_chart.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/chart_style.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kWidth = 460;
constexpr double kHeight = 380;
constexpr double kLabelHeight = 16;  // Pixels that a label of a mark takes.
constexpr double kLeader = 16;       // Pixels between the axis' end and the labels.

struct Range {
  double low, high;
};

// Of all ratios, with a margin, in tenths.
Range RangeOf(const std::vector<RatioPoint>& points, const std::vector<RatioMark>& marks) {
  std::vector<double> ratios;
  for (const RatioPoint& point : points) ratios.push_back(point.ratio());
  for (const RatioMark& mark : marks) ratios.push_back(mark.ratio);
  const auto [least, most] = std::ranges::minmax(ratios);
  return {std::max(0.0, std::floor(10 * least - 1) / 10), std::ceil(10 * most + 1) / 10};
}

Json YField(const char* field, Range range) {
  return {{"field", field},
          {"type", "quantitative"},
          {"scale", {{"domain", {range.low, range.high}}, {"nice", false}, {"zero", false}}},
          {"axis",
           {{"title", "ratio of areas per MAC"},
            {"tickCount", 8},
            {"format", ".1f"},
            {"grid", false}}}};
}

const char* RegistersText(const RatioPoint& point) {
  return point.has_registers ? "with registers" : "without registers";
}

Json PointValues(const std::vector<RatioPoint>& points) {
  Json values = Json::array();
  for (const RatioPoint& point : points) {
    values.push_back({{"lanes", point.lanes},
                      {"ratio", point.ratio()},
                      {"accumulator", point.accumulator()},
                      {"registers", RegistersText(point)},
                      {"of", point.of->name},
                      {"over", point.over->name}});
  }
  return values;
}

Json MarkValues(const std::vector<RatioMark>& marks) {
  Json values = Json::array();
  for (const RatioMark& mark : marks) {
    values.push_back(
        {{"ratio", mark.ratio}, {"label", mark.label}, {"label_ratio", mark.label_ratio}});
  }
  return values;
}

// Lines across the chart, each led to its label on the right.
Json MarkLayers(const std::vector<RatioMark>& marks, Range range) {
  const Json data = {{"values", MarkValues(marks)}};
  const Json gray = "#8a8a8a";
  return {
      {{"data", data},
       {"mark", {{"type", "rule"}, {"color", gray}, {"strokeWidth", 1}}},
       {"encoding",
        {{"x", {{"value", 0}}}, {"x2", {{"value", kWidth}}}, {"y", YField("ratio", range)}}}},
      {{"data", data},
       {"mark", {{"type", "rule"}, {"color", gray}, {"strokeWidth", 0.8}}},
       {"encoding",
        {{"x", {{"value", kWidth}}},
         {"x2", {{"value", kWidth + kLeader}}},
         {"y", YField("ratio", range)},
         {"y2", {{"field", "label_ratio"}}}}}},
      {{"data", data},
       {"mark", {{"type", "text"}, {"align", "left"}, {"baseline", "middle"}, {"fontSize", 11}}},
       {"encoding",
        {{"x", {{"value", kWidth + kLeader + 4}}},
         {"y", YField("label_ratio", range)},
         {"text", {{"field", "label"}, {"type", "nominal"}}}}}}};
}

Json AccumulatorColor(const std::vector<RatioPoint>& points) {
  std::vector<std::string> accumulators;
  for (const RatioPoint& point : points) AddOnce(point.accumulator(), accumulators);
  return {{"field", "accumulator"},
          {"type", "nominal"},
          {"title", nullptr},
          {"scale", {{"domain", accumulators}, {"range", Palette(accumulators.size())}}},
          {"legend", {{"symbolType", "stroke"}, {"symbolSize", 300}, {"symbolStrokeWidth", 3}}}};
}

// Solid with registers, dashed without.
Json RegistersDash(const std::vector<RatioPoint>& points) {
  std::vector<std::string> texts;
  Json dashes = Json::array();
  for (const RatioPoint& point : points) {
    const std::size_t before = texts.size();
    AddOnce(RegistersText(point), texts);
    if (texts.size() == before) continue;
    dashes.push_back(point.has_registers ? Json::array({1, 0}) : Json::array({5, 4}));
  }
  return {{"field", "registers"},
          {"type", "nominal"},
          {"title", nullptr},
          {"scale", {{"domain", texts}, {"range", dashes}}},
          {"legend", {{"symbolType", "stroke"}, {"symbolSize", 500}, {"symbolStrokeWidth", 2}}}};
}

// Lines, and points of their own: of lines that have points the legend shows no dashes.
Json CurveLayer(const std::vector<RatioPoint>& points, Range range) {
  std::set<int> lanes;
  for (const RatioPoint& point : points) lanes.insert(point.lanes);
  const Json line = {{"mark", {{"type", "line"}, {"strokeWidth", 2}}},
                     {"encoding", {{"strokeDash", RegistersDash(points)}}}};
  const Json dots = {{"mark", {{"type", "circle"}, {"size", 55}, {"opacity", 1}}}};
  return {{"data", {{"values", PointValues(points)}}},
          {"encoding",
           {{"x",
             {{"field", "lanes"},
              {"type", "quantitative"},
              {"scale", {{"type", "log"}, {"base", 2}, {"nice", false}, {"padding", 14}}},
              {"axis",
               {{"title", "lanes: multiply-accumulates that share an accumulator"},
                {"values", lanes},
                {"format", "d"},
                {"grid", false}}}}},
            {"y", YField("ratio", range)},
            {"color", AccumulatorColor(points)},
            {"tooltip",
             {{{"field", "of"}, {"title", "of"}},
              {{"field", "over"}, {"title", "over"}},
              {{"field", "registers"}, {"title", "registers"}},
              {{"field", "ratio"}, {"title", "ratio"}, {"format", ".2f"}}}}}},
          {"layer", Json::array({line, dots})}};
}

}  // namespace

std::string RatioChartSpecification(const PublishedComparison& published,
                                    const std::vector<RatioPoint>& points,
                                    const std::string& technology) {
  if (points.empty() || !published.chart) return "";
  const Range range = RangeOf(points, RatioMarks(published, 0, 0, INFINITY));
  const double apart = kLabelHeight / kHeight * (range.high - range.low);
  const std::vector<RatioMark> marks = RatioMarks(published, apart, range.low, range.high);
  Json layers = MarkLayers(marks, range);
  layers.push_back(CurveLayer(points, range));
  const Json specification = {
      {"$schema", kVegaLite},
      {"title",
       {{"text", technology},
        {"subtitle",
         {"Area of a MAC, " + published.chart->of.operands + " over " +
              published.chart->over.operands + ", by accumulator, of as many lanes",
          "Gray: published ratios, " + published.title}}}},
      {"width", kWidth},
      {"height", kHeight},
      {"layer", layers},
      {"config", ChartConfiguration()}};
  return specification.dump(1) + "\n";
}

}  // namespace macroscope
