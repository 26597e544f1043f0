// What a design costs in a library's cells: area by stage from a netlist that keeps the stages
// apart, total area from a flat one, and the critical path.
#pragma once

#include "sim/cost/cost_model.h"

namespace macroscope {

class SynthesisModel : public CostModel {
 public:
  SynthesisModel(Technology technology, std::optional<Workload> workload)
      : technology_(std::move(technology)), workload_(std::move(workload)) {}

  // Maps, or takes from the cache. Rows of the breakdown: each stage, each register between stages,
  // `accumulator` (the mac form's register) and `control` (what stands in the top module: valid and
  // ready, the entry of the loop). Their areas add up to area_um2. Throws BuildError.
  Cost Estimate(const Unit& unit) override;

 private:
  Technology technology_;
  std::optional<Workload> workload_;
};

}  // namespace macroscope
