// A library cell as simulation sees it: truth tables over its state.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/netlist/netlist.h"

namespace macroscope {

// A state is a number: bit k is the value of inputs[k]; in a flip-flop, one bit more on top is what
// it stores.
struct CellShape {
  struct Output {
    int pin = 0;
    std::vector<std::uint8_t> truth;  // Its value, by state.
  };

  const LibertyCell* cell = nullptr;
  std::vector<int> inputs;  // Indices into cell->pins.
  std::vector<Output> outputs;
  bool is_flip_flop = false;
  int clock = -1;                  // Flip-flops: index into inputs.
  std::vector<std::uint8_t> next;  // Flip-flops: what they store after the clock's edge, by state.

  int state_bits() const { return static_cast<int>(inputs.size()) + (is_flip_flop ? 1 : 0); }
  std::uint32_t state_count() const { return 1u << state_bits(); }

  // The value, by state, of an expression of the cell's pins and stored states. Throws BuildError
  // for a name that is neither.
  std::vector<std::uint8_t> Table(const LogicExpression& expression) const;
};

// Throws BuildError for a cell that is neither a gate nor a flip-flop on the rising edge of one
// clock, or has too many inputs.
CellShape MakeCellShape(const LibertyCell& cell);

// The shape of every cell that a netlist uses.
using CellShapes = std::map<const LibertyCell*, CellShape>;
CellShapes MakeCellShapes(const Netlist& netlist);

}  // namespace macroscope
