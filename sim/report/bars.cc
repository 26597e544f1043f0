#include "sim/report/bars.h"

#include <algorithm>
#include <utility>

#include "models/design/text_tools.h"

namespace macroscope {
namespace {

// Breaks a text where that keeps it narrow: after '+' in a long one, at the first '_', and at
// others where what follows is long.
std::string Broken(std::string text) {
  constexpr std::size_t kNarrow = 10;
  std::size_t line = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && (line == 0 || text.size() - line > kNarrow)) {
      text[i] = '\n';
      line = i + 1;
    } else if (text[i] == '+' && text.size() > kNarrow) {
      text.insert(i + 1, 1, '\n');
    }
  }
  return text;
}

// A value as it speaks for itself, without its key.
std::string Phrase(const std::string& key, const std::string& value) {
  if (key == "cuts") return value == "0" ? "no cuts" : "cut " + value;
  if (key == "flags") return value == "off" ? "no flags" : "flags";
  if (key == "lanes") return LanesText(value);
  if (key == "block") return "blocks of " + value;
  if (key == "terms") return "terms " + value;
  if (key == "window") return "window " + value;
  if (key == "join") return "accumulator " + value;
  if (key == "random_bits" && !value.empty()) return value + " bits";
  return value;
}

// Whether most rows have it, in a key that is not of the formats.
bool IsCommon(const Pivot& pivot, const std::string& key, const std::string& value) {
  if (key == "operands" || key == "accumulator" || key == "workload") return false;
  const auto same = std::ranges::count_if(
      pivot.rows, [&](const DesignRow& row) { return ValueOf(row, key) == value; });
  return 3 * static_cast<std::size_t>(same) >= 2 * pivot.rows.size();
}

// How products are summed, which goes with the operands more often than it tells rows apart.
bool SaysHowToSum(const std::string& key) {
  return key == "reduction" || key == "terms" || key == "window" || key == "alignment" ||
         key == "join";
}

// Whether another row has the same values of all these keys.
bool HasTwin(const Pivot& pivot, const DesignRow& row, const std::vector<std::string>& keys) {
  return std::ranges::any_of(pivot.rows, [&](const DesignRow& other) {
    return &other != &row && std::ranges::all_of(keys, [&](const std::string& key) {
      return ValueOf(other, key) == ValueOf(row, key);
    });
  });
}

std::string BarLabel(const Pivot& pivot, const DesignRow& row, const std::string& panel) {
  std::string label;
  for (const std::string& text : RowLabel(pivot, row, {panel, "workload"})) {
    label += (label.empty() ? "" : "\n") + Broken(text);
  }
  return label.empty() ? row.design.operands : label;
}

// Two units of the same formats in one panel would be drawn on top of each other.
void TellApart(std::vector<Bar>& bars) {
  std::vector<bool> is_double;
  for (const Bar& bar : bars) {
    is_double.push_back(std::ranges::any_of(bars, [&](const Bar& other) {
      return other.row != bar.row && other.panel == bar.panel && other.label == bar.label;
    }));
  }
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (is_double[i]) bars[i].label += '\n' + bars[i].row->design.unit;
  }
}

}  // namespace

std::string PanelKey(const Pivot& pivot) {
  constexpr std::size_t kMostPanels = 4;
  std::vector<std::string> accumulators, operands, units;
  for (const DesignRow& row : pivot.rows) {
    AddOnce(row.design.unit, units);
    AddOnce(row.design.accumulator, accumulators);
    AddOnce(row.design.operands, operands);
  }
  if (accumulators.size() <= kMostPanels) return "accumulator";
  if (units.size() > 1 && units.size() <= kMostPanels) return "unit";
  return operands.size() < accumulators.size() ? "operands" : "accumulator";
}

std::vector<std::string> RowLabel(const Pivot& pivot, const DesignRow& row,
                                  const std::vector<std::string>& but) {
  std::vector<std::string> keys = pivot.keys;
  for (const std::string& key : pivot.keys) {
    if (!SaysHowToSum(key)) continue;
    std::vector<std::string> others = keys;
    std::erase(others, key);
    if (!HasTwin(pivot, row, others)) keys = others;
  }
  std::vector<std::string> texts;
  for (const std::string& key : keys) {
    if (key == "unit" || std::ranges::find(but, key) != but.end()) continue;
    const std::string& value = ValueOf(row, key);
    if (!value.empty() && !IsCommon(pivot, key, value)) texts.push_back(Phrase(key, value));
  }
  return texts;
}

std::vector<Bar> MakeBars(const Pivot& pivot, std::size_t technology) {
  const std::string panel = PanelKey(pivot);
  std::vector<Bar> bars;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || !point->cost || !Figure(*point->cost)) continue;
    if (row.workload != pivot.workloads[0]) continue;  // The figure is the same under each.
    bars.push_back({&row, point, ValueOf(row, panel), BarLabel(pivot, row, panel)});
  }
  TellApart(bars);
  return bars;
}

std::vector<Bar> MakeEnergyBars(const Pivot& pivot, std::size_t technology) {
  const bool is_by_workload = pivot.workloads.size() > 1;
  const std::string panel = PanelKey(pivot);
  std::vector<Bar> bars;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || !point->cost || !point->cost->energy_fj) continue;
    if (is_by_workload) {
      bars.push_back({&row, point, row.name, Broken(row.workload)});
    } else {
      bars.push_back({&row, point, ValueOf(row, panel), BarLabel(pivot, row, panel)});
    }
  }
  TellApart(bars);
  return bars;
}

}  // namespace macroscope
