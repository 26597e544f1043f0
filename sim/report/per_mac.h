// Costs of one multiply-accumulate (MAC), by which units of different numbers of lanes compare.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/report/energy.h"
#include "sim/report/pivot.h"

namespace macroscope {

// Area or gates; fJ. Empty for what was not computed, and for units that are no MACs.
std::optional<double> FigurePerMac(const PointResult& point);
std::optional<double> EnergyPerMac(const PointResult& point);

// As FigureText and ChooseEnergyUnit, by the greatest figure per MAC.
std::function<std::string(std::optional<double>)> FigurePerMacText(const Pivot& pivot,
                                                                   std::size_t technology);
EnergyUnit ChooseEnergyUnitPerMac(const Pivot& pivot, std::size_t technology);

// What a caption says of it; "" where no design has lanes.
std::string PerMacCaption(const Pivot& pivot);

}  // namespace macroscope
