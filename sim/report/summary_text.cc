// What a report says in sentences.
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/material.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::string Plural(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "1.17× to 3.20× the area", of all points but the baseline's; "" without ratios.
std::string Range(const Pivot& pivot, std::size_t technology,
                  std::optional<double> PointResult::*ratio, const std::string& what) {
  std::vector<double> ratios;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (point == nullptr || point->is_baseline || !(point->*ratio)) continue;
    ratios.push_back(*(point->*ratio));
  }
  if (ratios.empty()) return "";
  const auto [least, most] = std::ranges::minmax(ratios);
  if (Ratio(least) == Ratio(most)) return fmt::format("{}× the {}", Ratio(least), what);
  return fmt::format("{}× to {}× the {}", Ratio(least), Ratio(most), what);
}

std::string ClockSentence(const Pivot& pivot, std::size_t technology) {
  const std::size_t missed = ClocksNotMet(pivot, technology).size();
  if (missed == 0) return "";
  return fmt::format("CLOCK NOT MET on {} by {}. ", pivot.technologies[technology],
                     Plural(missed, "design"));
}

std::string PointSentence(const SweepResult& result, const Pivot& pivot) {
  const auto green =
      static_cast<std::size_t>(std::ranges::count_if(result.points, &PointResult::ok));
  std::string text = Plural(pivot.rows.size() / pivot.workloads.size(), "design");
  text += pivot.technologies.size() == 1
              ? std::string(", 1 technology")
              : fmt::format(", {} technologies", pivot.technologies.size());
  if (pivot.workloads.size() > 1) text += ", " + Plural(pivot.workloads.size(), "workload");
  const std::string points = Plural(result.points.size(), "point");
  return text + (green == result.points.size()
                     ? fmt::format("; all {} green.", points)
                     : fmt::format("; {} of {} FAILED.", result.points.size() - green, points));
}

}  // namespace

std::string Summary(const Material& material) {
  const Pivot& pivot = material.pivot;
  std::string text;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) text += ClockSentence(pivot, i);
  text += PointSentence(material.result, pivot);
  if (!pivot.common.empty()) text += fmt::format(" All designs: {}.", pivot.common);
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    const std::string per_mac = pivot.has_lanes ? " per MAC" : "";
    const std::string figure = (pivot.is_area[i] ? "area" : "gates") + per_mac;
    std::string range = Range(pivot, i, &PointResult::ratio, figure);
    const std::string energy = Range(pivot, i, &PointResult::energy_ratio, "energy" + per_mac);
    if (!energy.empty()) range += (range.empty() ? "" : " and ") + energy;
    if (range.empty()) continue;
    text += fmt::format(" {}: {} of {}.", pivot.technologies[i], range, pivot.BaselineName());
  }
  return text;
}

std::string WorkloadSentence(const SweepResult& result) {
  std::string text;
  for (const UsedWorkload& workload : result.workloads) {
    text += workload.name.empty() ? " " : " " + workload.name + " is ";
    text += workload.text + ".";
  }
  return text.empty() ? "" : (result.workloads.size() > 1 ? "Workloads:" : "Workload:") + text;
}

std::string MadeBy(const SweepResult& result) { return "Made by: " + result.command; }

}  // namespace macroscope
