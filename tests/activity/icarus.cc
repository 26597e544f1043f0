#include "tests/activity/icarus.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <map>
#include <utility>

#include "sim/base/files.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

// Which input port of its module each input of a gate's function is: inputs on one net share one.
std::vector<std::size_t> PortsOf(const GateGraph& graph, const GateGraph::Gate& gate) {
  std::vector<std::string> nets;
  std::vector<std::size_t> ports;
  for (const std::string& pin : FunctionOf(graph, gate).inputs()) {
    const std::string net = NetOfPin(graph, gate.instance, pin);
    const auto known = std::ranges::find(nets, net);
    ports.push_back(static_cast<std::size_t>(known - nets.begin()));
    if (known == nets.end()) nets.push_back(net);
  }
  return ports;
}

std::string PrimitiveName(const GateGraph& graph, const GateGraph::Gate& gate) {
  const LibertyCell& cell = *graph.netlist->instances[gate.instance].cell;
  std::string name =
      fmt::format("p_{}_{}", cell.name, cell.pins[gate.shape->outputs[gate.output].pin].name);
  for (const std::size_t port : PortsOf(graph, gate)) name += fmt::format("_{}", port);
  return name;
}

// A primitive of one output: its value changes once where an expression's might flicker.
std::string Primitive(const std::string& name, const LogicExpression& function,
                      const std::vector<std::size_t>& ports) {
  const std::size_t count = *std::ranges::max_element(ports) + 1;
  std::string text = fmt::format("primitive {} (y", name);
  for (std::size_t i = 0; i < count; ++i) text += fmt::format(", i{}", i);
  text += ");\n  output y;\n";
  for (std::size_t i = 0; i < count; ++i) text += fmt::format("  input i{};\n", i);
  text += "  table\n";
  for (std::uint32_t state = 0; state < 1u << count; ++state) {
    std::vector<std::uint64_t> values;
    for (const std::size_t port : ports) values.push_back(state >> port & 1);
    text += "   ";
    for (std::size_t i = 0; i < count; ++i) text += fmt::format(" {}", state >> i & 1);
    text += fmt::format(" : {};\n", function.Evaluate(values) & 1);
  }
  return text + "  endtable\nendprimitive\n";
}

// One module a gate: its primitive, and its delays as module paths.
std::string TimedGate(const GateGraph& graph, const GateDelays& delays, std::size_t index) {
  const GateGraph::Gate& gate = graph.gates[index];
  const LogicExpression& function = FunctionOf(graph, gate);
  const std::vector<std::size_t> port_of = PortsOf(graph, gate);
  std::string ports, paths;
  for (std::size_t i = 0; i <= *std::ranges::max_element(port_of); ++i) {
    const std::string& pin = function.inputs()[std::ranges::find(port_of, i) - port_of.begin()];
    const auto& pins = gate.shape->cell->pins;
    std::size_t k = 0;
    while (pins[gate.shape->inputs[k]].name != pin) ++k;
    std::size_t source = 0;
    while ((gate.sources[source].inputs >> k & 1) == 0) ++source;
    ports += fmt::format(", i{}", i);
    paths += fmt::format("    (i{} => y) = ({}, {});\n", i, delays.gates[index][source].to[1],
                         delays.gates[index][source].to[0]);
  }
  return fmt::format(
      "module g{0} (y{1});\n  output y;\n  input {2};\n  {3} p (y{1});\n  specify\n{4}"
      "  endspecify\nendmodule\n",
      index, ports, ports.substr(2), PrimitiveName(graph, gate), paths);
}

std::string TimedFlipFlop(const GateGraph& graph, const GateDelays& delays, std::size_t index) {
  const GateGraph::FlipFlop& flip_flop = graph.flip_flops[index];
  std::string ports, paths, drivers;
  for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
    if (flip_flop.output_nets[o] < 0) continue;
    ports += fmt::format(", q{}", o);
    drivers += fmt::format("  output q{0};\n  buf (q{0}, {1});\n", o,
                           StoredOutput(flip_flop, o, "stored"));
    paths += fmt::format("    (clock => q{}) = ({}, {});\n", o, delays.flip_flops[index][o].to[1],
                         delays.flip_flops[index][o].to[0]);
  }
  (void)graph;
  return fmt::format(
      "module f{} (clock, next{});\n  input clock, next;\n  reg stored;\n  initial stored = 0;\n"
      "  always @(posedge clock) stored <= next;\n{}  specify\n{}  endspecify\nendmodule\n",
      index, ports, drivers, paths);
}

double SecondsOfChildren() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

IcarusBench::IcarusBench(const GateGraph& graph, const GateDelays& delays,
                         const std::vector<CycleBlock>& blocks, std::filesystem::path folder,
                         bool counts)
    : graph_(graph), folder_(std::move(folder)) {
  WriteStimulus(blocks, folder_ / "stimulus.txt");
  std::string text = "`timescale 1fs/1fs\n";
  std::map<std::string, const GateGraph::Gate*> primitives;
  for (const GateGraph::Gate& gate : graph.gates) primitives[PrimitiveName(graph, gate)] = &gate;
  for (const auto& [name, gate] : primitives) {
    text += Primitive(name, FunctionOf(graph, *gate), PortsOf(graph, *gate));
  }
  for (std::size_t g = 0; g < graph.gates.size(); ++g) text += TimedGate(graph, delays, g);
  for (std::size_t f = 0; f < graph.flip_flops.size(); ++f) text += TimedFlipFlop(graph, delays, f);

  const int cycles = CycleCount(blocks);
  const std::size_t inputs = graph.input_nets.size();
  text += fmt::format("module bench;\n{}", Wires(graph));
  text += fmt::format(
      "  reg clock, counting;\n  reg [{0}:0] stimulus [0:{1}], values;\n"
      "  reg [31:0] count [0:{2}];\n  integer cycle, i;\n",
      inputs - 1, cycles - 1, graph.netlist->net_count - 1);
  for (std::size_t i = 0; i < inputs; ++i) {
    text += fmt::format("  assign n{} = values[{}];\n", graph.input_nets[i], i);
    text += fmt::format("  always @(posedge clock) #{} values[{}] = stimulus[cycle][{}];\n",
                        delays.inputs[i], i, i);
  }
  for (std::size_t g = 0; g < graph.gates.size(); ++g) {
    text += fmt::format("  g{} u{} (n{}", g, g, graph.gates[g].net);
    const std::vector<std::size_t> ports = PortsOf(graph, graph.gates[g]);
    for (std::size_t i = 0; i <= *std::ranges::max_element(ports); ++i) {
      const auto first = std::ranges::find(ports, i) - ports.begin();
      text += ", " + NetOfPin(graph, graph.gates[g].instance,
                              FunctionOf(graph, graph.gates[g]).inputs()[first]);
    }
    text += ");\n";
  }
  for (std::size_t f = 0; f < graph.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph.flip_flops[f];
    text += fmt::format("  f{} v{} (clock, {}", f, f,
                        NextState(graph, flip_flop, fmt::format("v{}.stored", f)));
    for (const int net : flip_flop.output_nets) {
      if (net >= 0) text += fmt::format(", n{}", net);
    }
    text += ");\n";
  }
  if (counts) {
    for (int net = 2; net < graph.netlist->net_count; ++net) {
      if (net == graph.clock_net) continue;
      text += fmt::format("  always @(n{0}) if (counting) count[{0}] = count[{0}] + 1;\n", net);
    }
  }
  text += fmt::format(
      "  initial begin\n    $readmemb(\"stimulus.txt\", stimulus);\n"
      "    for (i = 0; i < {0}; i = i + 1) count[i] = 0;\n"
      "    values = 0; clock = 0; counting = 0;\n    #{1} counting = 1;\n"
      "    for (cycle = 0; cycle < {2}; cycle = cycle + 1) begin\n"
      "      clock = 1; #{3} clock = 0; #{4};\n    end\n"
      "    for (i = 0; i < {0}; i = i + 1) $display(\"%0d\", count[i]);\n    $finish;\n  end\n"
      "endmodule\n",
      graph.netlist->net_count, delays.cycle, cycles, delays.cycle / 2,
      delays.cycle - delays.cycle / 2);
  WriteFile(folder_ / "bench.v", text);
  RunChecked({"iverilog", "-gspecify", "-g2005", "-o", "bench.vvp", "bench.v"}, folder_);
}

IcarusBench::Outcome IcarusBench::Run() const {
  // Of the processor, as machines are busy.
  const double before = SecondsOfChildren();
  const std::string printed = RunChecked({"vvp", "-n", "bench.vvp"}, folder_);
  const double seconds = SecondsOfChildren() - before;
  return {ReadToggles(graph_, printed), seconds};
}

}  // namespace macroscope
