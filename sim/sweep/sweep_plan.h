// The tasks that a sweep is made of, and where their answers belong.
#pragma once

#include <optional>
#include <vector>

#include "sim/sweep/design_checks.h"
#include "sim/sweep/executor.h"

namespace macroscope {

struct SweepConfig;  // sim/config/sweep_config.h

// A point by what it is about. `workload` is empty where the technology is not driven.
struct PlannedPoint {
  const Design* design;
  const Technology* technology;
  const Workload* workload;
  std::size_t check_task;
  std::size_t cost_task;
};

// One task a design for its checks, then one a point for its cost.
class SweepPlan {
 public:
  // `config` must outlive it. Throws BuildError if a tool is missing.
  SweepPlan(const SweepConfig& config, const CheckExtent& extent);

  const std::vector<Task>& tasks() const { return tasks_; }
  // In the order of the sweep. Points of a design stand together, and are as many for each design.
  const std::vector<PlannedPoint>& points() const { return points_; }
  std::size_t points_per_design() const;

  // Reads the libraries of all costs that are not in the cache (if `fresh`, of all): one that
  // cannot be read is one error, not one a design. Throws BuildError.
  void TryLibraries(const Cache& cache, bool fresh) const;

 private:
  const SweepConfig& config_;
  std::vector<Task> tasks_;
  std::vector<PlannedPoint> points_;
};

// Whether its costs depend on what it computes: a technology of gates is counted, not driven.
bool IsDriven(const Technology& technology);

}  // namespace macroscope
