// What happens at a flip-flop's pins, for all cycles of a block.
#pragma once

#include <cstdint>

#include "sim/activity/activity.h"
#include "sim/activity/gate_graph.h"
#include "sim/activity/net_changes.h"

namespace macroscope {

// Counts the clock's edges, the rising one at the start of each cycle, the falling one at `half`;
// the changes of what is stored (`before` the block, then bit i of `stored` in cycle i); and those
// of its inputs, in the states that the clock makes of them.
void CountTimedFlipFlop(const GateGraph::FlipFlop& flip_flop, std::uint8_t before,
                        std::uint64_t stored, Tick half, const NetChanges& changes,
                        Activity& activity);

}  // namespace macroscope
