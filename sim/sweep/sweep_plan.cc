#include "sim/sweep/sweep_plan.h"

#include <fmt/format.h>

#include <set>

#include "sim/config/sweep_config.h"
#include "sim/netlist/cell_library.h"
#include "sim/sweep/keys.h"
#include "sim/sweep/result_json.h"

namespace macroscope {
namespace {

constexpr const char* kChecks = "checks";
constexpr const char* kCosts = "costs";

// Which netlists a cost is read from is known once there is one: the clock may have asked for more
// effort.
std::string CostWork(const Design& design, const Technology& technology,
                     const std::optional<Workload>& workload, const CheckExtent& extent) {
  const auto unit = MakeUnit(design);
  CheckedCost checked;
  checked.cost = MakeCostModel(technology, workload)->Estimate(*unit);
  checked.checks = CheckMappedNetlist(*unit, technology, checked.cost.effort, extent);
  return ToJson(checked);
}

std::string CostName(const PlannedPoint& point) {
  std::string name = fmt::format("{}: {}", DisplayName(*point.design), point.technology->name);
  if (point.workload != nullptr && !point.workload->name.empty()) {
    name += ", " + point.workload->name;
  }
  return name;
}

Task CostTask(const PlannedPoint& point, const CheckExtent& extent) {
  std::optional<Workload> workload;
  if (point.workload != nullptr) workload = *point.workload;
  const Design* design = point.design;
  const Technology* technology = point.technology;
  return {.name = CostName(point),
          .kind = kCosts,
          .key = PointKey(*design, extent, *technology, workload),
          .work = [design, technology, workload,
                   extent] { return CostWork(*design, *technology, workload, extent); },
          .after = {point.check_task}};
}

}  // namespace

bool IsDriven(const Technology& technology) { return !technology.liberty.empty(); }

SweepPlan::SweepPlan(const SweepConfig& config, const CheckExtent& extent) : config_(config) {
  for (const SweepDesign& entry : config.designs) {
    const Design& design = entry.design;
    tasks_.push_back({.name = DisplayName(design) + ": checks",
                      .kind = kChecks,
                      .key = DesignKey(design, extent),
                      .work = [&design, extent] { return ToJson(CheckDesign(design, extent)); },
                      .after = {}});
  }
  const auto add = [&](std::size_t design, const Technology& technology, const Workload* workload) {
    const PlannedPoint point{&config.designs[design].design, &technology, workload, design,
                             tasks_.size()};
    tasks_.push_back(CostTask(point, extent));
    points_.push_back(point);
  };
  for (std::size_t d = 0; d < config.designs.size(); ++d) {
    for (const Technology& technology : config.technologies) {
      if (!IsDriven(technology)) {
        add(d, technology, nullptr);
        continue;
      }
      for (const Workload& workload : config.workloads) add(d, technology, &workload);
    }
  }
}

std::size_t SweepPlan::points_per_design() const {
  return config_.designs.empty() ? 0 : points_.size() / config_.designs.size();
}

void SweepPlan::TryLibraries(const Cache& cache, bool fresh) const {
  std::set<const Technology*> tried;
  for (const PlannedPoint& point : points_) {
    const Technology& technology = *point.technology;
    // Reading takes time, which a sweep that has all its answers need not spend.
    if (!IsDriven(technology) || tried.contains(&technology)) continue;
    if (!fresh && cache.Has(kCosts, tasks_[point.cost_task].key)) continue;
    OpenCellLibrary(technology.liberty, technology.dont_use);
    tried.insert(&technology);
  }
}

}  // namespace macroscope
