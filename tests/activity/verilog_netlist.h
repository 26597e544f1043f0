// Mapped netlists as Verilog for simulators that judge ours. The cells' functions are written from
// the Liberty file's expressions, not from what our simulation made of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_delays.h"
#include "sim/activity/gate_graph.h"

namespace macroscope {

// Blocks of random values for the input ports: a reset of four cycles first, then, in each cycle,
// each bit changes with a probability of its own.
std::vector<CycleBlock> RandomBlocks(const GateGraph& graph, int blocks, std::uint64_t seed);

// How often Icarus Verilog sees each net change with the delays given as module paths; -1 for
// constants and the clock. Runs in `folder`, which must exist. `count` false: only simulates.
std::vector<std::int64_t> IcarusToggles(const GateGraph& graph, const GateDelays& delays,
                                        const std::vector<CycleBlock>& blocks,
                                        const std::filesystem::path& folder, bool count = true);

// How often each net changes from the end of one cycle to the end of the next, in a Verilated
// netlist.
std::vector<std::int64_t> VerilatorToggles(const GateGraph& graph,
                                           const std::vector<CycleBlock>& blocks,
                                           const std::filesystem::path& folder);

}  // namespace macroscope
