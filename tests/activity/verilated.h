// A mapped netlist without delays in Verilator.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "tests/activity/verilog_text.h"

namespace macroscope {

// How often each net changes from the end of one cycle to the end of the next; -1 for constants and
// the clock. Builds in `folder`, which must exist.
std::vector<std::int64_t> VerilatedToggles(const GateGraph& graph,
                                           const std::vector<CycleBlock>& blocks,
                                           const std::filesystem::path& folder);

}  // namespace macroscope
