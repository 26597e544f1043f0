#include "sim/report/pivot.h"

#include <algorithm>
#include <array>
#include <utility>

namespace macroscope {
namespace {

constexpr std::array<std::pair<const char*, std::string DesignText::*>, 9> kKeys = {
    {{"unit", &DesignText::unit},
     {"operands", &DesignText::operands},
     {"accumulator", &DesignText::accumulator},
     {"rounding", &DesignText::rounding},
     {"overflow", &DesignText::overflow},
     {"form", &DesignText::form},
     {"multiplier", &DesignText::multiplier},
     {"adder", &DesignText::adder},
     {"cuts", &DesignText::cuts}}};
constexpr std::size_t kAlwaysShown = 3;

bool SameFormats(const DesignText& a, const DesignText& b) {
  return a.unit == b.unit && a.operands == b.operands && a.accumulator == b.accumulator;
}

std::size_t IndexOf(const std::string& technology, std::vector<std::string>& technologies) {
  const auto found = std::ranges::find(technologies, technology);
  const auto index = static_cast<std::size_t>(found - technologies.begin());
  if (found == technologies.end()) technologies.push_back(technology);
  return index;
}

DesignRow& RowOf(const PointResult& point, std::vector<DesignRow>& rows) {
  for (DesignRow& row : rows) {
    if (row.design == point.design && row.name == point.name) return row;
  }
  rows.push_back({point.design, point.name, {}});
  return rows.back();
}

bool Differs(std::string DesignText::*member, const std::vector<DesignRow>& rows) {
  for (const DesignRow& row : rows) {
    for (const DesignRow& other : rows) {
      if (SameFormats(row.design, other.design) && row.design.*member != other.design.*member) {
        return true;
      }
    }
  }
  return false;
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

Pivot MakePivot(const SweepResult& result) {
  Pivot pivot;
  for (const PointResult& point : result.points) IndexOf(point.technology, pivot.technologies);
  pivot.is_area.resize(pivot.technologies.size());
  for (const PointResult& point : result.points) {
    const std::size_t index = IndexOf(point.technology, pivot.technologies);
    DesignRow& row = RowOf(point, pivot.rows);
    row.points.resize(pivot.technologies.size());
    row.points[index] = &point;
    if (point.cost && point.cost->area_um2) pivot.is_area[index] = true;
  }
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    if (i < kAlwaysShown || Differs(kKeys[i].second, pivot.rows)) {
      pivot.keys.emplace_back(kKeys[i].first);
    }
  }
  return pivot;
}

const std::string& ValueOf(const DesignText& design, const std::string& key) {
  static const std::string kNone;
  for (const auto& [name, member] : kKeys) {
    if (key == name) return design.*member;
  }
  return kNone;
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
