#include "tests/activity/verilated.h"

#include <fmt/format.h>

#include "sim/base/files.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

// Ports wider than that are arrays in Verilator's C++.
constexpr std::size_t kWide = 64;

}  // namespace

std::vector<std::int64_t> VerilatedToggles(const GateGraph& graph,
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
  return ReadToggles(graph, RunChecked({folder / "obj_dir" / "Vplain"}, folder));
}

}  // namespace macroscope
