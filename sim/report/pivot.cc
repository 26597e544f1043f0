// Long for one file, but only the steps from points to one table in their order.
#include "sim/report/pivot.h"

#include <algorithm>

#include "sim/config/design_keys.h"

namespace macroscope {
namespace {

// Of DesignKeys: unit, operands and accumulator.
constexpr std::size_t kFormatKeys = 3;

bool SameFormats(const DesignText& a, const DesignText& b) {
  return a.unit == b.unit && a.operands == b.operands && a.accumulator == b.accumulator;
}

std::size_t IndexOf(const std::string& name, std::vector<std::string>& names) {
  const auto found = std::ranges::find(names, name);
  const auto index = static_cast<std::size_t>(found - names.begin());
  if (found == names.end()) names.push_back(name);
  return index;
}

// The names of workloads, in order; one without a name only if there is no other.
std::vector<std::string> WorkloadsOf(const SweepResult& result) {
  std::vector<std::string> names;
  for (const PointResult& point : result.points) {
    if (!point.workload.empty()) IndexOf(point.workload, names);
  }
  if (names.empty()) names.emplace_back();
  return names;
}

DesignRow& RowOf(const PointResult& point, const std::string& workload,
                 std::vector<DesignRow>& rows) {
  for (DesignRow& row : rows) {
    if (row.design == point.design && row.name == point.name && row.workload == workload) {
      return row;
    }
  }
  rows.push_back({point.design, point.name, workload, {}});
  return rows.back();
}

// Whether two rows differ in it; with `among_same`, two rows that have the same formats.
bool Differs(std::string DesignText::*member, const std::vector<DesignRow>& rows, bool among_same) {
  for (const DesignRow& row : rows) {
    for (const DesignRow& other : rows) {
      if (row.design.*member == other.design.*member) continue;
      if (!among_same || SameFormats(row.design, other.design)) return true;
    }
  }
  return false;
}

// What a unit with lanes does in one operation is told of every row, whatever its formats.
bool SaysWhatAnOperationIs(std::string DesignText::*member) {
  return member == &DesignText::lanes || member == &DesignText::block ||
         member == &DesignText::reduction || member == &DesignText::terms ||
         member == &DesignText::window || member == &DesignText::join;
}
// Where there is no room for all of that.
bool IsEssential(std::string DesignText::*member) {
  return member == &DesignText::lanes || member == &DesignText::reduction;
}

void ChooseKeys(Pivot& pivot) {
  const auto& keys = DesignKeys();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto member = keys[i].field;
    const bool of_all = i < kFormatKeys || (pivot.has_lanes && SaysWhatAnOperationIs(member));
    if (Differs(member, pivot.rows, /*among_same=*/!of_all)) {
      pivot.keys.push_back(keys[i].name);
      if (i < kFormatKeys || IsEssential(member) || Differs(member, pivot.rows, true)) {
        pivot.terse_keys.push_back(keys[i].name);
      }
    } else if (i < kFormatKeys && pivot.rows.size() > 1) {
      if (!pivot.common.empty()) pivot.common += ", ";
      pivot.common += pivot.rows[0].design.*member;
    }
  }
  for (auto* chosen : {&pivot.keys, &pivot.terse_keys}) {
    if (pivot.workloads.size() > 1) chosen->emplace_back("workload");
    if (pivot.rows.size() > 1) continue;
    for (std::size_t i = 0; i < kFormatKeys; ++i) chosen->push_back(keys[i].name);
  }
}

}  // namespace

bool DesignRow::ok() const {
  return std::ranges::all_of(points, [](const PointResult* p) { return p == nullptr || p->ok; });
}

bool DesignRow::is_baseline() const {
  return std::ranges::any_of(points,
                             [](const PointResult* p) { return p != nullptr && p->is_baseline; });
}

std::vector<Check> DesignRow::checks() const {
  std::vector<Check> checks;
  for (const PointResult* point : points) {
    if (point == nullptr) continue;
    for (const Check& check : point->checks) {
      const bool known = std::ranges::any_of(checks, [&](const Check& c) {
        return c.engines == check.engines && c.extent == check.extent && c.cases == check.cases;
      });
      if (!known) checks.push_back(check);
    }
  }
  return checks;
}

const DesignRow* Pivot::baseline() const {
  const auto row = std::ranges::find_if(rows, &DesignRow::is_baseline);
  return row == rows.end() ? nullptr : &*row;
}

const DesignRow* Pivot::BaselineOf(const DesignRow& row) const {
  const auto found = std::ranges::find_if(rows, [&](const DesignRow& other) {
    return other.is_baseline() && other.workload == row.workload;
  });
  return found == rows.end() ? nullptr : &*found;
}

std::string Pivot::BaselineName() const {
  const DesignRow* row = baseline();
  if (row == nullptr) return "";
  const bool formats_only = std::ranges::all_of(keys, [](const std::string& key) {
    return key == "unit" || key == "operands" || key == "accumulator" || key == "workload";
  });
  if (!formats_only) return row->name;
  return row->design.operands + " → " + row->design.accumulator;
}

std::string Pivot::RatioName() const {
  if (baseline() == nullptr) return "";
  return (has_lanes ? "ratio per MAC to " : "ratio to ") + BaselineName();
}

Pivot MakePivot(const SweepResult& result) {
  Pivot pivot;
  pivot.counts_registers = result.counts_registers;
  for (const PointResult& point : result.points) IndexOf(point.technology, pivot.technologies);
  const std::size_t technologies = pivot.technologies.size();
  pivot.is_area.resize(technologies);
  pivot.has_energy.resize(technologies);
  pivot.has_clock.resize(technologies);
  pivot.workloads = WorkloadsOf(result);
  for (const PointResult& point : result.points) {
    const std::size_t index = IndexOf(point.technology, pivot.technologies);
    if (point.design.unit == Name(UnitKind::kBlockDot)) pivot.has_lanes = true;
    for (const std::string& workload : pivot.workloads) {
      if (!point.workload.empty() && point.workload != workload) continue;
      DesignRow& row = RowOf(point, workload, pivot.rows);
      row.points.resize(technologies);
      row.points[index] = &point;
    }
    if (!point.cost) continue;
    if (point.cost->area_um2) pivot.is_area[index] = true;
    if (point.cost->energy_fj) pivot.has_energy[index] = true;
    if (point.cost->clock_period_ps) pivot.has_clock[index] = true;
  }
  ChooseKeys(pivot);
  return pivot;
}

const std::string& ValueOf(const DesignRow& row, const std::string& key) {
  static const std::string kNone;
  if (key == "workload") return row.workload;
  for (const auto& known : DesignKeys()) {
    if (key == known.name) return row.design.*known.field;
  }
  return kNone;
}

const Cost* CostOf(const PointResult* point) {
  return point != nullptr && point->cost ? &*point->cost : nullptr;
}

void AddOnce(const std::string& text, std::vector<std::string>& texts) {
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

std::optional<double> FigureOfRegisters(const Cost& cost) {
  if (cost.area_um2) return cost.register_area_um2;
  if (!cost.gates || cost.breakdown.empty()) return std::nullopt;
  double sum = 0;
  for (const StageCost& stage : cost.breakdown) {
    if (stage.is_register) sum += Figure(stage).value_or(0);
  }
  return sum;
}

std::optional<double> FigureWithoutRegisters(const Cost& cost) {
  const auto all = Figure(cost);
  const auto registers = FigureOfRegisters(cost);
  if (!all || !registers) return std::nullopt;
  return *all - *registers;
}

}  // namespace macroscope
