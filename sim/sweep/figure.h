// The figure that a technology is about.
#pragma once

#include <optional>

#include "sim/cost/cost_model.h"

namespace macroscope {

// The area where there is one, else the number of gates.
inline std::optional<double> Figure(const Cost& cost) {
  return cost.area_um2 ? cost.area_um2 : cost.gates;
}
inline std::optional<double> Figure(const StageCost& stage) {
  return stage.area_um2 ? stage.area_um2 : stage.gates;
}

}  // namespace macroscope
