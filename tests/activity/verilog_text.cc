#include "tests/activity/verilog_text.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

#include "sim/base/files.h"
#include "sim/stimulus/random.h"

namespace macroscope {

using Operation = LogicExpression::Operation;

std::string NetName(int net) {
  if (net == kNetZero) return "1'b0";
  if (net == kNetOne) return "1'b1";
  return fmt::format("n{}", net);
}

std::string Infix(const LogicExpression& expression,
                  const std::function<std::string(const std::string&)>& name) {
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

std::string Wires(const GateGraph& graph, const char* pragma) {
  std::string text;
  for (int net = 2; net < graph.netlist->net_count; ++net) {
    if (net != graph.clock_net) text += fmt::format("  wire n{}{};\n", net, pragma);
  }
  return text;
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

std::vector<std::int64_t> ReadToggles(const GateGraph& graph, const std::string& printed) {
  std::istringstream lines(printed);
  std::vector<std::int64_t> toggles(graph.netlist->net_count);
  for (std::int64_t& toggle : toggles) {
    if (!(lines >> toggle)) throw std::runtime_error("a judge printed too little: " + printed);
  }
  toggles[kNetZero] = toggles[kNetOne] = -1;
  if (graph.clock_net >= 0) toggles[graph.clock_net] = -1;
  return toggles;
}

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

}  // namespace macroscope
