#include "sim/sweep/sweep.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/config/sweep_config.h"
#include "sim/cost/without_registers.h"
#include "sim/stimulus/workload_stream.h"
#include "sim/sweep/figure.h"
#include "sim/sweep/result_json.h"
#include "sim/sweep/sweep_plan.h"
#include "sim/sweep/workload_text.h"

#ifndef MACROSCOPE_VERSION
#error "the build must say which version this is"
#endif

namespace macroscope {
namespace {

// Better now than after minutes of work.
void TryToWrite(const std::filesystem::path& folder) {
  if (folder.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw BuildError(fmt::format("cannot create {}: {}", folder.string(), error.message()));
  }
  const std::filesystem::path file = folder / fmt::format(".try-{}", getpid());
  WriteFile(file, "x");
  std::filesystem::remove(file, error);
}

PointResult MakePoint(const PlannedPoint& planned, const Outcome& checks, const Outcome& cost) {
  const Design& design = *planned.design;
  PointResult point;
  point.name = DisplayName(design);
  point.design = ToText(design);
  point.technology = planned.technology->name;
  if (planned.workload != nullptr) point.workload = planned.workload->name;
  const auto unit = MakeUnit(design);
  point.operand_bits = OperandABits(design);
  point.latency_cycles = unit->latency_cycles();
  point.loop_registers = unit->loop_registers();
  if (checks.ok) point.checks = ChecksFromJson(checks.text, point.name);
  if (cost.ok) {
    const CheckedCost checked = CheckedCostFromJson(cost.text, point.name);
    point.checks.insert(point.checks.end(), checked.checks.begin(), checked.checks.end());
    point.cost = checked.cost;
  }
  point.ok = checks.ok && cost.ok;
  if (!point.ok) point.error = checks.ok ? cost.text : checks.text;
  return point;
}

std::optional<double> Divide(std::optional<double> figure, std::optional<double> baseline) {
  if (!figure || !baseline || *baseline == 0) return std::nullopt;
  return *figure / *baseline;
}

// Technologies and workloads come in the same order for every design.
void FillRatios(std::size_t baseline_design, std::size_t points_per_design,
                std::vector<PointResult>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    PointResult& point = points[i];
    const PointResult& baseline =
        points[baseline_design * points_per_design + i % points_per_design];
    point.is_baseline = &point == &baseline;
    if (!point.cost || !baseline.cost) continue;
    point.ratio = Divide(PerMac(Figure(*point.cost), point.design),
                         PerMac(Figure(*baseline.cost), baseline.design));
    point.energy_ratio = Divide(PerMac(point.cost->energy_fj, point.design),
                                PerMac(baseline.cost->energy_fj, baseline.design));
  }
}

std::vector<UsedWorkload> UsedWorkloads(const SweepConfig& config) {
  std::vector<UsedWorkload> used;
  if (std::ranges::none_of(config.technologies, IsDriven)) return used;
  for (const Workload& workload : config.workloads) {
    used.push_back({workload.name, WorkloadText(workload)});
  }
  return used;
}

}  // namespace

SweepResult RunSweep(const SweepConfig& config, const SweepOptions& options) {
  TryToWrite(options.output);
  Cache& cache = Cache::Default();
  const SweepPlan plan(config, CheckExtent{});
  plan.TryLibraries(cache, options.fresh);
  for (const Workload& workload : config.workloads) CheckTensors(workload);
  const std::vector<Outcome> outcomes = RunTasks(plan.tasks(), cache, options);

  SweepResult result;
  result.title = config.title;
  result.file = config.file;
  result.command = "macroscope sweep " + config.file;
  result.version = MACROSCOPE_VERSION;
  result.counts_registers = config.counts_registers;
  result.workloads = UsedWorkloads(config);
  result.published = config.published;
  for (const PlannedPoint& point : plan.points()) {
    result.points.push_back(
        MakePoint(point, outcomes[point.check_task], outcomes[point.cost_task]));
    PointResult& last = result.points.back();
    if (last.cost && !config.counts_registers) last.cost = WithoutRegisters(*std::move(last.cost));
    last.per_mac = MacCostOf(last.design, last.cost);
  }
  if (config.baseline) FillRatios(*config.baseline, plan.points_per_design(), result.points);
  return result;
}

}  // namespace macroscope
