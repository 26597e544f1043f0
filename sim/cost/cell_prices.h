// What a cell's library tables ask for a change, at the slews and the load of one instance.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/activity/cell_shape.h"
#include "sim/netlist/cell_arcs.h"

namespace macroscope {

// The power groups of a cell with their conditions worked out for every state. States are those of
// CellShape.
class CellPrices {
 public:
  CellPrices(const Library& library, const CellShape& shape);

  // Energy of a change of inputs[input] that leads to `state`, beside that of what it causes; 0
  // where the library says nothing of it.
  double InputFj(int input, std::uint32_t state, double slew_ps) const;
  // Energy of a change of outputs[output] to `rises`, caused by inputs[input], in `state`. Where no
  // group has that input and state, the mean of the groups that come nearest: of that input, else
  // of that output. Throws BuildError if the library has no energy for the output at all.
  double OutputFj(int output, int input, bool rises, std::uint32_t state, double slew_ps,
                  double load_ff) const;
  double LeakageNw(std::uint32_t state) const { return leakage_nw_[state]; }

 private:
  struct Group {
    const PowerArc* arc;
    std::vector<std::uint8_t> applies;  // By state; empty: to every state.
  };
  double MeanFj(const std::vector<const Group*>& groups, bool rises, double slew_ps,
                double load_ff) const;

  const CellShape& shape_;
  std::string file_;  // The library's, for messages.
  CellArcs arcs_;
  std::vector<std::vector<Group>> of_pin_;  // By pin of the cell.
  std::vector<double> leakage_nw_;          // By state.
};

}  // namespace macroscope
