// The figure that a technology is about, and what it comes to per multiply-accumulate (MAC).
#pragma once

#include <algorithm>
#include <optional>

#include "models/design/design.h"
#include "models/design/text_tools.h"
#include "sim/cost/cost_model.h"
#include "sim/sweep/result.h"

namespace macroscope {

// The area where there is one, else the number of gates.
inline std::optional<double> Figure(const Cost& cost) {
  return cost.area_um2 ? cost.area_um2 : cost.gates;
}
inline std::optional<double> Figure(const StageCost& stage) {
  return stage.area_um2 ? stage.area_um2 : stage.gates;
}

// Whether its operations are MACs, one or one a lane.
inline bool IsMac(const DesignText& design) {
  const auto unit = UnitNamed(design.unit);
  return unit && HasC(*unit);
}

// MACs of one operation: the lanes of a block_dot, else 1.
inline int MacsOf(const DesignText& design) {
  if (design.unit != Name(UnitKind::kBlockDot)) return 1;
  return std::max(1, ParseNumber(design.lanes).value_or(1));
}

// A cost of an operation as that of one of its MACs; of units that are no MACs as it is.
inline std::optional<double> PerMac(std::optional<double> cost, const DesignText& design) {
  if (cost) *cost /= MacsOf(design);
  return cost;
}

// PointResult::per_mac.
inline std::optional<MacCost> MacCostOf(const DesignText& design, const std::optional<Cost>& cost) {
  if (!cost || !IsMac(design)) return std::nullopt;
  return MacCost{PerMac(cost->gates, design), PerMac(cost->area_um2, design),
                 PerMac(cost->energy_fj, design)};
}

}  // namespace macroscope
