#include "sim/report/points_csv.h"

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
  std::string text = CsvLine({"name",
                              "unit",
                              "operands",
                              "accumulator",
                              "rounding",
                              "overflow",
                              "form",
                              "multiplier",
                              "adder",
                              "cuts",
                              "technology",
                              "ok",
                              "error",
                              "is_baseline",
                              "gates",
                              "area_um2",
                              "flat_area_um2",
                              "register_area_um2",
                              "delay_ps",
                              "energy_fj",
                              "register_bits",
                              "ratio",
                              "published_gates",
                              "published_ratio",
                              "latency_cycles",
                              "loop_registers",
                              "checks",
                              "model",
                              "tools",
                              "liberty",
                              "liberty_hash",
                              "notes"});
  for (const PointResult& point : result.points) {
    const DesignText& design = point.design;
    const Cost cost = point.cost.value_or(Cost{});
    const auto figure = published.Find(design);
    text += CsvLine({point.name,
                     design.unit,
                     design.operands,
                     design.accumulator,
                     design.rounding,
                     design.overflow,
                     design.form,
                     design.multiplier,
                     design.adder,
                     design.cuts,
                     point.technology,
                     YesNo(point.ok),
                     point.error,
                     YesNo(point.is_baseline),
                     Exact(cost.gates),
                     Exact(cost.area_um2),
                     Exact(cost.flat_area_um2),
                     Exact(cost.register_area_um2),
                     Exact(cost.delay_ps),
                     Exact(cost.energy_fj),
                     Exact(cost.register_bits),
                     Exact(point.ratio),
                     figure ? Exact(figure->gates) : "",
                     figure ? Exact(figure->ratio) : "",
                     std::to_string(point.latency_cycles),
                     std::to_string(point.loop_registers),
                     ChecksCell(point),
                     cost.provenance.model,
                     cost.provenance.tools,
                     cost.provenance.liberty,
                     cost.provenance.liberty_hash,
                     Joined(cost.notes)});
  }
  return text;
}

std::string BreakdownCsv(const SweepResult& result) {
  std::string text = CsvLine(
      {"name", "technology", "stage", "is_register", "group", "gates", "area_um2", "delay_ps"});
  for (const PointResult& point : result.points) {
    if (!point.cost) continue;
    for (const StageCost& stage : point.cost->breakdown) {
      text +=
          CsvLine({point.name, point.technology, stage.stage, YesNo(stage.is_register), stage.group,
                   Exact(stage.gates), Exact(stage.area_um2), Exact(stage.delay_ps)});
    }
  }
  return text;
}

}  // namespace macroscope
