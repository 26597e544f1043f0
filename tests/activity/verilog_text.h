// Parts of a mapped netlist as Verilog text, for simulators that judge ours. The cells' functions
// are written from the Liberty file's expressions, not from what our simulation made of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_graph.h"

namespace macroscope {

std::string NetName(int net);
std::string NetOfPin(const GateGraph& graph, int instance, const std::string& pin);
const LogicExpression& FunctionOf(const GateGraph& graph, const GateGraph::Gate& gate);

// The expression in Verilog, with `name` giving what stands for its inputs.
std::string Infix(const LogicExpression& expression,
                  const std::function<std::string(const std::string&)>& name);

// What a flip-flop stores next, its clear and preset taken at the clock; and its output's value.
std::string NextState(const GateGraph& graph, const GateGraph::FlipFlop& flip_flop,
                      const std::string& stored);
std::string StoredOutput(const GateGraph::FlipFlop& flip_flop, std::size_t output,
                         const std::string& stored);

// Declarations of all nets but constants and the clock.
std::string Wires(const GateGraph& graph, const char* pragma = "");

// One line of zeros and ones a cycle, the last input port's bit first.
void WriteStimulus(const std::vector<CycleBlock>& blocks, const std::filesystem::path& file);
int CycleCount(const std::vector<CycleBlock>& blocks);

// One number a net, as a judge printed them; -1 for constants and the clock.
std::vector<std::int64_t> ReadToggles(const GateGraph& graph, const std::string& printed);

// Blocks of random values for the input ports: a reset of four cycles first, then, in each cycle,
// each bit changes with a probability of its own.
std::vector<CycleBlock> RandomBlocks(const GateGraph& graph, int blocks, std::uint64_t seed);

}  // namespace macroscope
