#include "sim/sweep/sweep.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/config/sweep_config.h"
#include "sim/netlist/cell_library.h"
#include "sim/sweep/design_checks.h"
#include "sim/sweep/executor.h"
#include "sim/sweep/figure.h"
#include "sim/sweep/keys.h"
#include "sim/sweep/result_json.h"

#ifndef MACROSCOPE_VERSION
#error "the build must say which version this is"
#endif

namespace macroscope {
namespace {

constexpr const char* kChecks = "checks";
constexpr const char* kCosts = "costs";

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

std::string CostWork(const Design& design, const Technology& technology,
                     const CheckExtent& extent) {
  const auto unit = MakeUnit(design);
  CheckedCost checked;
  checked.checks = CheckMappedNetlist(*unit, technology, extent);
  checked.cost = MakeCostModel(technology)->Estimate(*unit);
  return ToJson(checked);
}

// One task a design for its checks, then one a point for its cost.
class Plan {
 public:
  Plan(const SweepConfig& config, const CheckExtent& extent) : config_(config) {
    for (const SweepDesign& entry : config.designs) {
      const Design& design = entry.design;
      tasks_.push_back({.name = DisplayName(design) + ": checks",
                        .kind = kChecks,
                        .key = DesignKey(design, extent),
                        .work = [&design, extent] { return ToJson(CheckDesign(design, extent)); },
                        .after = {}});
    }
    for (std::size_t d = 0; d < config.designs.size(); ++d) {
      const Design& design = config.designs[d].design;
      for (const Technology& technology : config.technologies) {
        tasks_.push_back({.name = fmt::format("{}: {}", DisplayName(design), technology.name),
                          .kind = kCosts,
                          .key = PointKey(design, extent, technology),
                          .work = [&design, &technology,
                                   extent] { return CostWork(design, technology, extent); },
                          .after = {d}});
      }
    }
  }

  const std::vector<Task>& tasks() const { return tasks_; }
  std::size_t CheckTask(std::size_t design) const { return design; }
  std::size_t CostTask(std::size_t design, std::size_t technology) const {
    return config_.designs.size() + design * config_.technologies.size() + technology;
  }

  // A library that cannot be read is one error, not one a design; but reading it takes time, which
  // a sweep that has all its answers need not spend.
  void TryLibraries(const Cache& cache, bool fresh) const {
    for (std::size_t t = 0; t < config_.technologies.size(); ++t) {
      const Technology& technology = config_.technologies[t];
      if (technology.liberty.empty()) continue;
      for (std::size_t d = 0; d < config_.designs.size(); ++d) {
        if (!fresh && cache.Has(kCosts, tasks_[CostTask(d, t)].key)) continue;
        OpenCellLibrary(technology.liberty, technology.dont_use);
        break;
      }
    }
  }

 private:
  const SweepConfig& config_;
  std::vector<Task> tasks_;
};

PointResult MakePoint(const Design& design, const Technology& technology, const Outcome& checks,
                      const Outcome& cost) {
  PointResult point;
  point.name = DisplayName(design);
  point.design = ToText(design);
  point.technology = technology.name;
  const auto unit = MakeUnit(design);
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

void FillRatios(const SweepConfig& config, std::vector<PointResult>& points) {
  if (!config.baseline) return;
  const std::size_t technologies = config.technologies.size();
  for (std::size_t i = 0; i < points.size(); ++i) {
    PointResult& point = points[i];
    const PointResult& baseline = points[*config.baseline * technologies + i % technologies];
    point.is_baseline = &point == &baseline;
    if (!point.cost || !baseline.cost) continue;
    const auto figure = Figure(*point.cost);
    const auto unit = Figure(*baseline.cost);
    if (figure && unit && *unit != 0) point.ratio = *figure / *unit;
  }
}

}  // namespace

SweepResult RunSweep(const SweepConfig& config, const SweepOptions& options) {
  TryToWrite(options.output);
  Cache& cache = Cache::Default();
  const Plan plan(config, CheckExtent{});
  plan.TryLibraries(cache, options.fresh);
  const std::vector<Outcome> outcomes = RunTasks(plan.tasks(), cache, options);

  SweepResult result{config.title, config.file, MACROSCOPE_VERSION, {}};
  for (std::size_t d = 0; d < config.designs.size(); ++d) {
    for (std::size_t t = 0; t < config.technologies.size(); ++t) {
      result.points.push_back(MakePoint(config.designs[d].design, config.technologies[t],
                                        outcomes[plan.CheckTask(d)],
                                        outcomes[plan.CostTask(d, t)]));
    }
  }
  FillRatios(config, result.points);
  return result;
}

}  // namespace macroscope
