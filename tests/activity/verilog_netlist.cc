#include "tests/activity/verilog_netlist.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include <sstream>
#include <stdexcept>

#include "sim/base/files.h"
#include "sim/base/process.h"
#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

using Operation = LogicExpression::Operation;

// Ports wider than that are arrays in Verilator's C++.
constexpr std::size_t kWide = 64;

std::string NetName(int net) {
  if (net == kNetZero) return "1'b0";
  if (net == kNetOne) return "1'b1";
  return fmt::format("n{}", net);
}

// The expression in Verilog, with the names given for its inputs.
std::string Infix(const LogicExpression& expression, const auto& name) {
  std::vector<std::string> stack;
  for (const LogicExpression::Step& step : expression.steps()) {
    switch (step.operation) {
      case Operation::kInput:
        stack.push_back(name(expression.inputs()[step.input]));
        break;
      case Operation::kZero:
        stack.push_back("1'b0");
        break;
      case Operation::kOne:
        stack.push_back("1'b1");
        break;
      case Operation::kNot:
        stack.back() = "(~" + stack.back() + ")";
        break;
      default: {
        const std::string right = stack.back();
        stack.pop_back();
        const char* sign = step.operation == Operation::kAnd   ? "&"
                           : step.operation == Operation::kXor ? "^"
                                                               : "|";
        stack.back() = "(" + stack.back() + sign + right + ")";
      }
    }
  }
  return stack.back();
}

const LogicExpression& FunctionOf(const GateGraph& graph, const GateGraph::Gate& gate) {
  const LibertyCell& cell = *graph.netlist->instances[gate.instance].cell;
  return *cell.pins[gate.shape->outputs[gate.output].pin].function;
}

std::string NetOfPin(const GateGraph& graph, int instance, const std::string& pin) {
  const int net = graph.netlist->instances[instance].Net(pin);
  return NetName(net < 0 ? kNetZero : net);
}

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

// What a flip-flop stores next, its clear and preset taken at the clock.
std::string NextState(const GateGraph& graph, const GateGraph::FlipFlop& flip_flop,
                      const std::string& stored) {
  const LibertySequential& ff = *flip_flop.shape->cell->sequential;
  const auto name = [&](const std::string& pin) {
    if (pin == ff.state) return stored;
    if (pin == ff.inverted_state) return "(~" + stored + ")";
    return NetOfPin(graph, flip_flop.instance, pin);
  };
  std::string next = Infix(*ff.next_state, name);
  if (ff.preset) next = fmt::format("({} ? 1'b1 : {})", Infix(*ff.preset, name), next);
  if (ff.clear) next = fmt::format("({} ? 1'b0 : {})", Infix(*ff.clear, name), next);
  return next;
}

std::string StoredOutput(const GateGraph::FlipFlop& flip_flop, std::size_t output,
                         const std::string& stored) {
  const LibertySequential& ff = *flip_flop.shape->cell->sequential;
  const LibertyPin& pin = flip_flop.shape->cell->pins[flip_flop.shape->outputs[output].pin];
  return Infix(*pin.function, [&](const std::string& name) {
    return name == ff.inverted_state ? "(~" + stored + ")" : stored;
  });
}

void WriteStimulus(const std::vector<CycleBlock>& blocks, const std::filesystem::path& file) {
  std::string text;
  for (const CycleBlock& block : blocks) {
    for (int cycle = 0; cycle < block.cycles; ++cycle) {
      for (std::size_t i = block.inputs.size(); i-- > 0;) {
        text += (block.inputs[i] >> cycle & 1) != 0 ? '1' : '0';
      }
      text += '\n';
    }
  }
  WriteFile(file, text);
}

int CycleCount(const std::vector<CycleBlock>& blocks) {
  int cycles = 0;
  for (const CycleBlock& block : blocks) cycles += block.cycles;
  return cycles;
}

std::string Wires(const GateGraph& graph, const char* pragma = "") {
  std::string text;
  for (int net = 2; net < graph.netlist->net_count; ++net) {
    if (net != graph.clock_net) text += fmt::format("  wire n{}{};\n", net, pragma);
  }
  return text;
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
    ports += fmt::format(", i{}", i);
    paths += fmt::format("    (i{} => y) = ({}, {});\n", i, delays.gates[index][k].to[1],
                         delays.gates[index][k].to[0]);
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

}  // namespace

std::vector<CycleBlock> RandomBlocks(const GateGraph& graph, int blocks, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::uint64_t> rates, values(graph.input_nets.size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i) rates.push_back(1 + random.Below(8));
  const int reset = graph.netlist->FindPort("rst_ni")->nets[0];
  std::vector<CycleBlock> made;
  for (int b = 0; b < blocks; ++b) {
    CycleBlock block;
    // The last one is not full.
    block.cycles = b + 1 == blocks ? kBlockCycles - 7 : kBlockCycles;
    block.inputs.assign(values.size(), 0);
    for (int cycle = 0; cycle < block.cycles; ++cycle) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (random.Below(8) < rates[i]) values[i] ^= 1;
        if (graph.input_nets[i] == reset) values[i] = b > 0 || cycle >= 4;
        block.inputs[i] |= values[i] << cycle;
      }
    }
    made.push_back(std::move(block));
  }
  return made;
}

std::vector<std::int64_t> IcarusToggles(const GateGraph& graph, const GateDelays& delays,
                                        const std::vector<CycleBlock>& blocks,
                                        const std::filesystem::path& folder, bool count) {
  WriteStimulus(blocks, folder / "stimulus.txt");
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
  if (count) {
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
  WriteFile(folder / "bench.v", text);
  RunChecked({"iverilog", "-gspecify", "-g2005", "-o", "bench.vvp", "bench.v"}, folder);
  std::istringstream lines(RunChecked({"vvp", "-n", "bench.vvp"}, folder));
  std::vector<std::int64_t> toggles(graph.netlist->net_count, -1);
  std::size_t read = 0;
  for (std::int64_t& toggle : toggles) {
    if (lines >> toggle) ++read;
  }
  if (read != toggles.size()) throw std::runtime_error("vvp printed " + lines.str());
  toggles[kNetZero] = toggles[kNetOne] = -1;
  if (graph.clock_net >= 0) toggles[graph.clock_net] = -1;
  return toggles;
}

std::vector<std::int64_t> VerilatorToggles(const GateGraph& graph,
                                           const std::vector<CycleBlock>& blocks,
                                           const std::filesystem::path& folder) {
  WriteStimulus(blocks, folder / "stimulus.txt");
  const int nets = graph.netlist->net_count;
  const std::size_t inputs = graph.input_nets.size();
  std::string text = fmt::format("module plain (input clock, input [{}:0] values);\n{}",
                                 kWide + inputs - 1, Wires(graph, " /*verilator public_flat_rd*/"));
  for (std::size_t i = 0; i < inputs; ++i) {
    text += fmt::format("  assign n{} = values[{}];\n", graph.input_nets[i], i);
  }
  for (const GateGraph::Gate& gate : graph.gates) {
    text += fmt::format("  assign n{} = {};\n", gate.net,
                        Infix(FunctionOf(graph, gate), [&](const std::string& pin) {
                          return NetOfPin(graph, gate.instance, pin);
                        }));
  }
  for (std::size_t f = 0; f < graph.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph.flip_flops[f];
    const std::string stored = fmt::format("s{}", f);
    text += fmt::format("  reg {0} = 0;\n  always @(posedge clock) {0} <= {1};\n", stored,
                        NextState(graph, flip_flop, stored));
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      if (flip_flop.output_nets[o] < 0) continue;
      text += fmt::format("  assign n{} = {};\n", flip_flop.output_nets[o],
                          StoredOutput(flip_flop, o, stored));
    }
  }
  WriteFile(folder / "plain.v", text + "endmodule\n");
  std::string pointers;
  for (int net = 2; net < nets; ++net) {
    if (net != graph.clock_net) {
      pointers += fmt::format("  nets[{0}] = &top.rootp->plain__DOT__n{0};\n", net);
    }
  }
  WriteFile(folder / "main.cpp", fmt::format(
                                     R"(#include <cstdio>
#include <fstream>
#include <string>
#include <vector>
#include "Vplain.h"
#include "Vplain___024root.h"
int main() {{
  Vplain top;
  const CData* nets[{0}] = {{}};
{2}  std::vector<long> count({0}, 0);
  std::vector<bool> last({0}, false);
  const auto look = [&](bool counts) {{
    for (int n = 0; n < {0}; ++n) {{
      const bool value = nets[n] != nullptr && *nets[n] != 0;
      if (counts && value != last[n]) ++count[n];
      last[n] = value;
    }}
  }};
  const auto drive = [&](const std::string& bits) {{
    for (int i = 0; i < {1}; ++i) {{
      const unsigned bit = bits.empty() ? 0 : bits[{1} - 1 - i] == '1';
      top.values[i / 32] = (top.values[i / 32] & ~(1u << i % 32)) | bit << i % 32;
    }}
  }};
  top.clock = 0; drive(""); top.eval(); look(false);
  std::ifstream file("stimulus.txt");
  for (std::string line; std::getline(file, line);) {{
    top.clock = 1; top.eval();
    drive(line); top.eval();
    top.clock = 0; top.eval();
    look(true);
  }}
  for (long c : count) std::printf("%ld\n", c);
}}
)",
                                     nets, inputs, pointers));
  RunChecked({"verilator", "--cc", "--exe", "--build", "-MAKEFLAGS",
              "OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0", "-Wno-fatal", "--top-module", "plain",
              "plain.v", "main.cpp"},
             folder);
  std::istringstream lines(RunChecked({folder / "obj_dir" / "Vplain"}, folder));
  std::vector<std::int64_t> toggles(nets, -1);
  for (std::int64_t& toggle : toggles) {
    if (!(lines >> toggle)) throw std::runtime_error("the Verilated netlist printed too little");
  }
  toggles[kNetZero] = toggles[kNetOne] = -1;
  if (graph.clock_net >= 0) toggles[graph.clock_net] = -1;
  return toggles;
}

}  // namespace macroscope
