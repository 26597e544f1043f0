// A mapped netlist made ready to simulate: gates in an order in which every input is known before
// it is used, flip-flops and ports apart.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/cell_shape.h"

namespace macroscope {

struct GateGraph {
  // One output of a gate.
  struct Gate {
    int instance = 0;
    int output = 0;  // Index into shape->outputs.
    int net = 0;
    const CellShape* shape = nullptr;
    const std::uint8_t* truth = nullptr;  // By state of the inputs.
    const int* inputs = nullptr;          // Nets, in the order of shape->inputs.
    int input_count = 0;
    // Its inputs by net: those on one net change together.
    struct Source {
      int net = 0;
      std::uint32_t inputs = 0;  // As a mask of the state.
    };
    std::vector<Source> sources;
    bool is_last = false;  // Of its instance's outputs: the one that the inputs are counted with.
  };
  struct FlipFlop {
    int instance = 0;
    const CellShape* shape = nullptr;
    const int* inputs = nullptr;   // Nets, in the order of shape->inputs.
    std::vector<int> output_nets;  // In the order of shape->outputs; -1: not connected.
  };

  const Netlist* netlist = nullptr;
  CellShapes shapes;
  std::vector<Gate> gates;
  std::vector<FlipFlop> flip_flops;
  std::vector<int> input_nets;                     // Of all input ports, the clock left out.
  int clock_net = -1;                              // -1: there is no port clk_i.
  std::vector<std::vector<int>> nets_of_instance;  // What `inputs` points to.
};

// `netlist` must outlive it. Throws BuildError for what cannot be simulated: combinational loops,
// latches, three-state cells, gated or inverted clocks, gates on the clock.
GateGraph MakeGateGraph(const Netlist& netlist);

}  // namespace macroscope
