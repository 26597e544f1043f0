// What a design costs in 2-input gates, by the rules of sim/cost/gate_costs.h, from its shape
// alone: no RTL is read, so the count is the same for every multiplier and adder architecture.
//
// It counts what the published breakdown counts: significand multiplier, exponent adder, shifters,
// adders, rounding, registers. It leaves out what that leaves out: unpacking, special values,
// valid/ready, enables. Registers stand where the design's cuts put them; the paper's own designs
// are the mac form of int_mac with no cut, of kulisch_mac with `cuts: multiply`, and of fp_fma with
// `cuts: multiply+add`.
#pragma once

#include "models/design/design.h"
#include "sim/cost/cost_model.h"

namespace macroscope {

// Without provenance's technology.
Cost EstimateGates(const Design& design);

class GatesModel : public CostModel {
 public:
  explicit GatesModel(Technology technology) : technology_(std::move(technology)) {}
  Cost Estimate(const Unit& unit) override;

 private:
  Technology technology_;
};

}  // namespace macroscope
