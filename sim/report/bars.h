// The bars of a chart: which points it shows, in which panel and under which label.
#pragma once

#include <string>
#include <vector>

#include "sim/report/pivot.h"

namespace macroscope {

struct Bar {
  const DesignRow* row;
  const PointResult* point;
  std::string panel;
  std::string label;
};

// The key that panels and colours tell apart: the accumulator; where those are too many, the unit,
// or the operands if units are too many or all the same.
std::string PanelKey(const Pivot& pivot);

// The technology's points that have a figure, one a design. No two bars of a panel have the same
// label.
std::vector<Bar> MakeBars(const Pivot& pivot, std::size_t technology);

// Those that have an energy, one a design and workload. With several workloads a panel is a design.
std::vector<Bar> MakeEnergyBars(const Pivot& pivot, std::size_t technology);

// What tells a row from the others, apart from its unit and from the keys `but`: one text a key.
// What two thirds of the rows and more have in common of a key of structure goes without saying,
// and so does how products are summed where the other keys tell the row apart.
std::vector<std::string> RowLabel(const Pivot& pivot, const DesignRow& row,
                                  const std::vector<std::string>& but);

}  // namespace macroscope
