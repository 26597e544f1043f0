#include "sim/report/chart_data.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/report/numbers.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

// The parts of a bar, bottom first: sums by group and part.
class Segments {
 public:
  void Add(const std::string& group, const std::string& part, double value) {
    const auto key = std::pair(group, part);
    if (!sums_.contains(key)) order_.push_back(key);
    sums_[key] += value;
  }
  void Append(const Bar& bar, Json& values) const {
    for (const auto& key : order_) {
      if (sums_.at(key) == 0) continue;
      values.push_back({{"panel", bar.panel},
                        {"bar", bar.label},
                        {"design", bar.row->name},
                        {"group", key.first},
                        {"part", key.second},
                        {"shade", key.second == "registers" ? "registers" : "logic"},
                        {"value", sums_.at(key)}});
    }
  }

 private:
  std::vector<std::pair<std::string, std::string>> order_;
  std::map<std::pair<std::string, std::string>, double> sums_;
};

const char* PartOf(const StageCost& stage) { return stage.is_register ? "registers" : "logic"; }

void AppendFigures(const Bar& bar, Json& values) {
  Segments segments;
  for (const StageCost& stage : bar.point->cost->breakdown) {
    segments.Add(stage.group, PartOf(stage), Figure(stage).value_or(0) / MacsOf(bar.point->design));
  }
  segments.Append(bar, values);
}

void AppendEnergies(const Bar& bar, const EnergyUnit& unit, Json& values) {
  const double size_fj = unit.size_fj * MacsOf(bar.point->design);
  Segments segments;
  for (const StageCost& stage : bar.point->cost->breakdown) {
    if (!stage.energy) continue;
    const Energy& energy = *stage.energy;
    segments.Add(stage.group, PartOf(stage), (energy.internal_fj + energy.switching_fj) / size_fj);
    segments.Add(kClockGroup, "clock pins", energy.clock_fj / size_fj);
    segments.Add(kLeakageGroup, "all cells", energy.leakage_fj / size_fj);
  }
  segments.Append(bar, values);
}

void AppendTotal(const Bar& bar, const Published& published, bool is_area, Json& values) {
  const double total = PerMac(Figure(*bar.point->cost), bar.point->design).value_or(0);
  Json value = {{"panel", bar.panel},
                {"bar", bar.label},
                {"design", bar.row->name},
                {"total", total},
                {"text", Whole(total)}};
  if (bar.point->ratio) value["text"] = Ratio(bar.point->ratio) + "×";
  const auto figure = published.Find(bar.row->design);
  const bool is_comparable = figure && !is_area;
  if (is_comparable) value["published"] = figure->gates;
  value["top"] = is_comparable ? std::max(total, figure->gates) : total;
  values.push_back(std::move(value));
}

// The energy of the bar's design under the first workload.
std::optional<double> EnergyUnderFirst(const std::vector<Bar>& bars, const Bar& bar) {
  const auto first = std::ranges::find_if(bars, [&](const Bar& other) {
    return other.panel == bar.panel && other.row->name == bar.row->name;
  });
  return first->point->cost->energy_fj;
}

void AppendEnergyTotal(const std::vector<Bar>& bars, const Bar& bar, const EnergyUnit& unit,
                       bool is_by_workload, Json& values) {
  const Cost& cost = *bar.point->cost;
  const auto energy_fj = PerMac(cost.energy_fj, bar.point->design);
  const double total = *energy_fj / unit.size_fj;
  Json value = {{"panel", bar.panel}, {"bar", bar.label}, {"design", bar.row->name},
                {"total", total},     {"top", total},     {"text", InUnit(energy_fj, unit)}};
  std::optional<double> ratio = bar.point->energy_ratio;
  if (is_by_workload) {
    const auto first = EnergyUnderFirst(bars, bar);
    ratio = first && *first != 0 ? std::optional(*cost.energy_fj / *first) : std::nullopt;
  }
  if (ratio) value["text"] = Ratio(ratio) + "×";
  if (cost.energy) {
    value["glitch"] = *PerMac(cost.energy->glitch_fj, bar.point->design) / unit.size_fj;
    value["small_text"] = Percent(GlitchShare(cost));
  }
  values.push_back(std::move(value));
}

// Bottom to top as in `groups`, the logic of each below its registers.
void Order(const std::vector<std::string>& groups, Json& values) {
  for (Json& value : values) {
    if (!value.contains("group")) continue;
    const auto group = std::ranges::find(groups, value["group"].get<std::string>());
    value["order"] = 2 * (group - groups.begin()) + (value["part"] == "registers" ? 1 : 0);
  }
}

}  // namespace

Json ChartData(const std::vector<Bar>& bars, const std::vector<std::string>& groups, bool is_area,
               const Published& published) {
  Json values = Json::array();
  for (const Bar& bar : bars) {
    AppendFigures(bar, values);
    AppendTotal(bar, published, is_area, values);
  }
  Order(groups, values);
  return values;
}

Json EnergyChartData(const std::vector<Bar>& bars, const std::vector<std::string>& groups,
                     const EnergyUnit& unit, bool is_by_workload) {
  Json values = Json::array();
  for (const Bar& bar : bars) {
    AppendEnergies(bar, unit, values);
    AppendEnergyTotal(bars, bar, unit, is_by_workload, values);
  }
  Order(groups, values);
  return values;
}

}  // namespace macroscope
