#include "sim/netlist/cell_arcs.h"

namespace macroscope {

CellArcs ReadCellArcs(const Library& library, const LibertyCell& cell) {
  return {&cell, ReadTimingArcs(library, cell), ReadPowerArcs(library, cell),
          ReadLeakage(library, cell)};
}

}  // namespace macroscope
