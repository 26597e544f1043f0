#include "sim/report/width_chart.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/bars.h"
#include "sim/report/chart_style.h"
#include "sim/report/scatter_data.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLeastWidths = 3, kMostLines = 7;

struct Line {
  std::string name;
  std::vector<Dot> dots;
};

// The unit, and what tells a design apart but for its formats.
std::string NameOf(const Pivot& pivot, const DesignRow& row) {
  std::string name = row.design.unit;
  for (const std::string& text : RowLabel(pivot, row, {"operands", "accumulator", "workload"})) {
    name += ", " + text;
  }
  return name;
}

// Whether a line says one thing of every width, and of enough of them.
bool IsOfWidths(const Line& line) {
  std::set<double> widths;
  for (const Dot& dot : line.dots) widths.insert(dot.x);
  return widths.size() == line.dots.size() && widths.size() >= kLeastWidths;
}

std::vector<Line> MakeLines(const Pivot& pivot, const std::vector<Dot>& dots) {
  std::vector<Line> lines;
  for (const Dot& dot : dots) {
    const std::string name = NameOf(pivot, *dot.row);
    auto at = std::ranges::find(lines, name, &Line::name);
    if (at == lines.end()) at = lines.insert(at, {name, {}});
    at->dots.push_back(dot);
  }
  std::erase_if(lines, [](const Line& line) { return !IsOfWidths(line); });
  return lines;
}

Json Values(const std::vector<Line>& lines) {
  Json values = Json::array();
  for (const Line& line : lines) {
    for (const Dot& dot : line.dots) {
      values.push_back({{"line", line.name},
                        {"design", dot.row->name},
                        {"operand_bits", dot.x},
                        {"area", dot.y}});
    }
  }
  return values;
}

}  // namespace

std::string WidthChart(const Pivot& pivot, std::size_t technology) {
  if (pivot.has_lanes) return "";
  ScatterAxis bits, area;
  bits.figure = [](const PointResult& point) -> std::optional<double> {
    return point.operand_bits;
  };
  area.title = pivot.is_area[technology] ? "area, µm²" : "2-input gates";
  area.figure = [](const PointResult& point) { return Figure(*point.cost); };
  const std::vector<Line> lines =
      MakeLines(pivot, MakeDots(pivot, technology, bits, area, /*is_by_workload=*/false));
  if (lines.empty() || lines.size() > kMostLines) return "";
  std::vector<Dot> dots;
  std::vector<std::string> names;
  std::set<int> widths;
  for (const Line& line : lines) {
    names.push_back(line.name);
    dots.insert(dots.end(), line.dots.begin(), line.dots.end());
  }
  for (const Dot& dot : dots) widths.insert(static_cast<int>(dot.x));
  FitAxis(area, dots, &Dot::y);
  const Json x = {
      {"field", "operand_bits"},
      {"type", "quantitative"},
      {"scale", {{"zero", false}, {"nice", false}, {"padding", 14}}},
      {"axis",
       {{"title", "bits of an operand"}, {"values", widths}, {"format", "d"}, {"grid", false}}}};
  const Json encoding = {{"x", x},
                         {"y", AxisField("area", area)},
                         {"color",
                          {{"field", "line"},
                           {"type", "nominal"},
                           {"title", nullptr},
                           {"scale", {{"domain", names}, {"range", Palette(names.size())}}},
                           {"legend",
                            {{"columns", 2},
                             {"labelLimit", 400},
                             {"symbolType", "stroke"},
                             {"symbolSize", 300},
                             {"symbolStrokeWidth", 3}}}}},
                         {"tooltip",
                          {{{"field", "design"}, {"title", "design"}},
                           {{"field", "area"}, {"title", area.title}, {"format", ",.5~g"}}}}};
  const Json line = {{"mark", {{"type", "line"}, {"strokeWidth", 2}}}};
  const Json points = {{"mark", {{"type", "circle"}, {"size", 55}, {"opacity", 1}}}};
  const Json specification = {
      {"$schema", kVegaLite},
      {"title",
       {{"text", pivot.technologies[technology]}, {"subtitle", "Area over the operands' width"}}},
      {"data", {{"values", Values(lines)}}},
      {"width", kScatterWidth},
      {"height", kScatterHeight},
      {"encoding", encoding},
      {"layer", {line, points}},
      {"config", ChartConfiguration()}};
  return specification.dump(1) + "\n";
}

}  // namespace macroscope
