// A sweep's results for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/report.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

// Each library in a table of its own, the gate counts with the first: side by side they would be
// too wide.
std::vector<std::vector<std::size_t>> Groups(const Pivot& pivot) {
  std::vector<std::vector<std::size_t>> groups(1);
  bool is_taken = false;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    if (pivot.is_area[i] && is_taken) groups.emplace_back();
    is_taken = is_taken || pivot.is_area[i];
    (pivot.is_area[i] ? groups.back() : groups.front()).push_back(i);
  }
  return groups;
}

// "Checks: 5 of each design, all green." or "... 14 of 15 designs green."
std::string CheckLine(const Pivot& pivot) {
  std::size_t least = SIZE_MAX;
  std::size_t most = 0;
  for (const DesignRow& row : pivot.rows) {
    if (!row.ok()) continue;
    least = std::min(least, row.checks().size());
    most = std::max(most, row.checks().size());
  }
  const auto green = std::ranges::count_if(pivot.rows, &DesignRow::ok);
  const auto rows = static_cast<std::ptrdiff_t>(pivot.rows.size());
  if (green == 0) return "Checks: none green.\n";
  const std::string count =
      least == most ? fmt::format("{}", most) : fmt::format("{} to {}", least, most);
  return green == rows
             ? fmt::format("Checks: {} a design, all green.\n", count)
             : fmt::format("Checks: {} of {} rows green, {} a design.\n", green, rows, count);
}

}  // namespace

std::string TerminalTable(const SweepResult& result) {
  const Pivot pivot = MakePivot(result);
  std::string text = pivot.common.empty() ? "" : fmt::format("All designs: {}\n\n", pivot.common);
  for (const auto& group : Groups(pivot)) text += ToText(TerminalSummary(pivot, group)) + "\n";
  text += CheckLine(pivot);
  for (const PointResult& point : result.points) {
    if (point.ok) continue;
    text += fmt::format("FAILED {} on {}{}: {}\n", point.name, point.technology,
                        point.workload.empty() ? "" : ", " + point.workload, point.error);
  }
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    for (const std::string& line : ClocksNotMet(pivot, i)) text += ToAscii(line) + "\n";
  }
  return text;
}

}  // namespace macroscope
