#include "sim/activity/gate_graph.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/build_error.h"
#include "sim/netlist/gate_program.h"

namespace macroscope {
namespace {

// Unconnected inputs read 0.
std::vector<int> InputNets(const NetlistInstance& instance, const CellShape& shape) {
  std::vector<int> nets;
  for (const int pin : shape.inputs) {
    nets.push_back(instance.nets[pin] < 0 ? kNetZero : instance.nets[pin]);
  }
  return nets;
}

std::vector<GateGraph::Gate::Source> Sources(const std::vector<int>& nets) {
  std::vector<GateGraph::Gate::Source> sources;
  for (std::size_t k = 0; k < nets.size(); ++k) {
    const auto known = std::ranges::find(sources, nets[k], &GateGraph::Gate::Source::net);
    if (known != sources.end()) known->inputs |= 1u << k;
    if (known == sources.end()) sources.push_back({nets[k], 1u << k});
  }
  return sources;
}

void AddGate(const Netlist& netlist, int index, int output, GateGraph& graph) {
  const NetlistInstance& instance = netlist.instances[index];
  const CellShape& shape = graph.shapes.at(instance.cell);
  const std::vector<int>& nets = graph.nets_of_instance[index];
  for (const int net : nets) {
    if (net == graph.clock_net) {
      throw BuildError(
          fmt::format("{}: gate {} ({}) is driven by the clock; clk_i may lead to "
                      "flip-flops only",
                      netlist.top, instance.FullName(), instance.cell->name));
    }
  }
  graph.gates.push_back({index, output, instance.nets[shape.outputs[output].pin], &shape,
                         shape.outputs[output].truth.data(), nets.data(),
                         static_cast<int>(nets.size()), Sources(nets), false});
}

void AddFlipFlop(const Netlist& netlist, int index, GateGraph& graph) {
  const NetlistInstance& instance = netlist.instances[index];
  const CellShape& shape = graph.shapes.at(instance.cell);
  GateGraph::FlipFlop flip_flop{index, &shape, graph.nets_of_instance[index].data(), {}};
  if (flip_flop.inputs[shape.clock] != graph.clock_net) {
    throw BuildError(
        fmt::format("{}: flip-flop {} ({}) is not clocked by clk_i itself; clock "
                    "buffers and gates are not simulated",
                    netlist.top, instance.FullName(), instance.cell->name));
  }
  for (const CellShape::Output& output : shape.outputs) {
    flip_flop.output_nets.push_back(instance.nets[output.pin]);
  }
  graph.flip_flops.push_back(std::move(flip_flop));
}

}  // namespace

GateGraph MakeGateGraph(const Netlist& netlist) {
  const GateProgram program = Compile(netlist);  // Finds the order, refuses what has none.
  GateGraph graph;
  graph.netlist = &netlist;
  graph.shapes = MakeCellShapes(netlist);
  for (const NetlistPort& port : netlist.ports) {
    if (!port.is_input) continue;
    if (port.name == "clk_i") {
      graph.clock_net = port.nets.at(0);
    } else {
      graph.input_nets.insert(graph.input_nets.end(), port.nets.begin(), port.nets.end());
    }
  }
  for (const NetlistInstance& instance : netlist.instances) {
    graph.nets_of_instance.push_back(InputNets(instance, graph.shapes.at(instance.cell)));
  }
  for (const GateNode& node : program.nodes) {
    const CellShape& shape = graph.shapes.at(netlist.instances[node.instance].cell);
    if (shape.is_flip_flop) continue;
    for (std::size_t o = 0; o < shape.outputs.size(); ++o) {
      if (shape.outputs[o].pin != node.pin) continue;
      AddGate(netlist, node.instance, static_cast<int>(o), graph);
    }
  }
  std::vector<bool> is_counted(netlist.instances.size(), false);
  for (auto gate = graph.gates.rbegin(); gate != graph.gates.rend(); ++gate) {
    gate->is_last = !is_counted[gate->instance];
    is_counted[gate->instance] = true;
  }
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    if (netlist.instances[i].cell->sequential) AddFlipFlop(netlist, static_cast<int>(i), graph);
  }
  return graph;
}

}  // namespace macroscope
