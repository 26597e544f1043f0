// A unit in the cells of a technology: the netlists that all its costs are read from.
#pragma once

#include <optional>
#include <string>

#include "models/common/unit.h"
#include "sim/config/technology.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/netlist.h"
#include "sim/timing/static_timing.h"

namespace macroscope {

struct MappedUnit {
  Netlist staged;       // Keeps the stages' boundaries, so that the cost of each can be told.
  Netlist flat;         // Mapped as a whole, with the same effort.
  StaticTiming timing;  // Of `staged`.
  std::string effort;   // The recipe's level that was taken.
  std::optional<double> slack_ps;  // Of the technology's clock; negative: no level meets it.
};

// Maps with the technology's recipe until its clock is met, or takes it from the cache. Throws
// BuildError.
MappedUnit MapUnit(const Unit& unit, const Technology& technology, const CellLibrary& library);

}  // namespace macroscope
