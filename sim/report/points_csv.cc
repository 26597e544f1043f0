#include "sim/report/points_csv.h"

#include "sim/config/design_keys.h"
#include "sim/report/numbers.h"
#include "sim/report/pivot.h"

namespace macroscope {
namespace {

std::string YesNo(bool value) { return value ? "yes" : "no"; }

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += (joined.empty() ? "" : "; ") + text;
  return joined;
}

std::string ChecksCell(const PointResult& point) {
  std::vector<std::string> texts;
  for (const Check& check : point.checks) {
    texts.push_back(check.engines + ": " + std::to_string(check.cases) + " " + check.extent);
  }
  return Joined(texts);
}

std::optional<double> Part(const std::optional<Energy>& energy, double Energy::*part) {
  if (!energy) return std::nullopt;
  return (*energy).*part;
}

std::optional<double> Total(const std::optional<Energy>& energy) {
  if (!energy) return std::nullopt;
  return energy->total_fj();
}

void Append(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

}  // namespace

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

std::string PointsCsv(const SweepResult& result, const Published& published) {
  std::vector<std::string> heading = {"name"};
  for (const auto& key : DesignKeys()) heading.push_back(key.name);
  Append(heading, {"technology",
                   "workload",
                   "ok",
                   "error",
                   "is_baseline",
                   "gates",
                   "area_um2",
                   "flat_area_um2",
                   "register_area_um2",
                   "delay_ps",
                   "clock_period_ps",
                   "slack_ps",
                   "effort",
                   "energy_fj",
                   "internal_fj",
                   "switching_fj",
                   "clock_fj",
                   "leakage_fj",
                   "glitch_fj",
                   "energy_operations",
                   "register_bits",
                   "gates_per_mac",
                   "area_um2_per_mac",
                   "energy_fj_per_mac",
                   "ratio",
                   "energy_ratio",
                   "published_gates",
                   "published_ratio",
                   "operand_bits",
                   "latency_cycles",
                   "loop_registers",
                   "checks",
                   "model",
                   "tools",
                   "liberty",
                   "liberty_hash",
                   "notes"});
  std::string text = CsvLine(heading);
  for (const PointResult& point : result.points) {
    const DesignText& design = point.design;
    const Cost cost = point.cost.value_or(Cost{});
    const MacCost per_mac = point.per_mac.value_or(MacCost{});
    const auto figure = published.Find(design);
    std::vector<std::string> cells = {point.name};
    for (const auto& key : DesignKeys()) cells.push_back(design.*key.field);
    Append(cells, {point.technology,
                   point.workload,
                   YesNo(point.ok),
                   point.error,
                   YesNo(point.is_baseline),
                   Exact(cost.gates),
                   Exact(cost.area_um2),
                   Exact(cost.flat_area_um2),
                   Exact(cost.register_area_um2),
                   Exact(cost.delay_ps),
                   Exact(cost.clock_period_ps),
                   Exact(cost.slack_ps),
                   cost.effort,
                   Exact(cost.energy_fj),
                   Exact(Part(cost.energy, &Energy::internal_fj)),
                   Exact(Part(cost.energy, &Energy::switching_fj)),
                   Exact(Part(cost.energy, &Energy::clock_fj)),
                   Exact(Part(cost.energy, &Energy::leakage_fj)),
                   Exact(Part(cost.energy, &Energy::glitch_fj)),
                   Exact(cost.energy_operations),
                   Exact(cost.register_bits),
                   Exact(per_mac.gates),
                   Exact(per_mac.area_um2),
                   Exact(per_mac.energy_fj),
                   Exact(point.ratio),
                   Exact(point.energy_ratio),
                   figure ? Exact(figure->gates) : "",
                   figure ? Exact(figure->ratio) : "",
                   std::to_string(point.operand_bits),
                   std::to_string(point.latency_cycles),
                   std::to_string(point.loop_registers),
                   ChecksCell(point),
                   cost.provenance.model,
                   cost.provenance.tools,
                   cost.provenance.liberty,
                   cost.provenance.liberty_hash,
                   Joined(cost.notes)});
    text += CsvLine(cells);
  }
  return text;
}

std::string BreakdownCsv(const SweepResult& result) {
  std::string text = CsvLine({"name", "technology", "workload", "stage", "is_register", "group",
                              "gates", "area_um2", "delay_ps", "energy_fj", "internal_fj",
                              "switching_fj", "clock_fj", "leakage_fj", "glitch_fj"});
  for (const PointResult& point : result.points) {
    if (!point.cost) continue;
    for (const StageCost& stage : point.cost->breakdown) {
      const auto& energy = stage.energy;
      text += CsvLine(
          {point.name, point.technology, point.workload, stage.stage, YesNo(stage.is_register),
           stage.group, Exact(stage.gates), Exact(stage.area_um2), Exact(stage.delay_ps),
           Exact(Total(energy)), Exact(Part(energy, &Energy::internal_fj)),
           Exact(Part(energy, &Energy::switching_fj)), Exact(Part(energy, &Energy::clock_fj)),
           Exact(Part(energy, &Energy::leakage_fj)), Exact(Part(energy, &Energy::glitch_fj))});
    }
  }
  return text;
}

}  // namespace macroscope
