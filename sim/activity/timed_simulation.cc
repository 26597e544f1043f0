#include "sim/activity/timed_simulation.h"

#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_flip_flop.h"
#include "sim/activity/timed_gate.h"

namespace macroscope {

TimedSimulation::TimedSimulation(const GateGraph& graph, const GateDelays& delays)
    : graph_(graph),
      delays_(delays),
      changes_(SettledSimulation(graph).values()),
      stored_(graph.flip_flops.size(), 0),
      scratch_(*graph.netlist, graph.shapes) {}

void TimedSimulation::Run(const CycleBlock& block, Activity* activity) {
  Activity& counts = activity != nullptr ? *activity : scratch_;
  changes_.StartBlock(block.cycles);
  const auto place = [&](int net, std::uint64_t values, const GateDelays::Arc& arc) {
    changes_.Place(net, values, arc.to[0], arc.to[1]);
    counts.Toggles(net) += changes_.Count(net);
  };
  for (std::size_t i = 0; i < graph_.input_nets.size(); ++i) {
    place(graph_.input_nets[i], block.inputs[i], {{delays_.inputs[i], delays_.inputs[i]}});
  }
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[f];
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      if (flip_flop.output_nets[o] < 0) continue;
      const bool is_inverse = flip_flop.shape->outputs[o].truth[0] != 0;
      place(flip_flop.output_nets[o], is_inverse ? ~block.stored[f] : block.stored[f],
            delays_.flip_flops[f][o]);
    }
  }
  for (std::size_t g = 0; g < graph_.gates.size(); ++g) {
    RunTimedGate(graph_.gates[g], delays_.gates[g], changes_, counts);
    counts.Toggles(graph_.gates[g].net) += changes_.Count(graph_.gates[g].net);
  }
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    CountTimedFlipFlop(graph_.flip_flops[f], stored_[f], block.stored[f], delays_.cycle / 2,
                       changes_, counts);
  }
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    stored_[f] = block.stored[f] >> (block.cycles - 1) & 1;
  }
}

}  // namespace macroscope
