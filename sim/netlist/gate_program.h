// A netlist's logic as straight-line code over words: what GateSimulator runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/netlist/netlist.h"

namespace macroscope {

enum class GateOperation : std::uint8_t { kCopy, kNot, kAnd, kNand, kOr, kNor, kXor, kXnor };

// Slots: the netlist's nets, then the flip-flops' inputs (FlipFlop), then temporaries.
struct GateStep {
  GateOperation operation;
  int target;
  int left;
  int right;  // = left where the operation has one operand.
};

struct FlipFlop {
  int instance = 0;
  int state = 0;   // Slot of its state: an extra one, copied to its outputs by the program.
  int next = 0;    // Slot of its next state.
  int clear = -1;  // Slot, or -1 where it has none.
  int preset = -1;
  bool wins_preset = false;  // Both active: the state becomes 1.
};

// An output of an instance.
struct GateNode {
  int instance = 0;
  int pin = 0;
};

struct GateProgram {
  int slot_count = 0;
  std::vector<GateNode> nodes;  // All outputs, each after those that it depends on.
  // In an order in which every operand is computed before it is used; from the inputs and the
  // states to all nets and the flip-flops' next states.
  std::vector<GateStep> steps;
  std::vector<FlipFlop> flip_flops;
  int level_count = 0;  // Cells on the longest combinational path.
};

// Throws BuildError for what zero-delay simulation with one clock, the port `clk_i`, cannot show:
// combinational loops, latches, three-state cells, gated or inverted clocks.
GateProgram Compile(const Netlist& netlist);

}  // namespace macroscope
