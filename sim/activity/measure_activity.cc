#include "sim/activity/measure_activity.h"

#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_simulation.h"

namespace macroscope {

MeasuredActivity MeasureActivity(const Unit& unit, const GateGraph& graph, const GateDelays& delays,
                                 const OperandStream& operands, std::uint64_t dot_length) {
  MeasuredActivity measured{Activity(*graph.netlist, graph.shapes),
                            Activity(*graph.netlist, graph.shapes)};
  UnitStimulus stimulus(unit, graph, operands, dot_length);
  SettledSimulation settled(graph);
  TimedSimulation timed(graph, delays);
  CycleBlock block = stimulus.WarmUp();
  settled.Run(block, nullptr);
  timed.Run(block, nullptr);
  while (true) {
    block = stimulus.Next();
    if (block.cycles == 0) return measured;
    settled.Run(block, &measured.settled);
    timed.Run(block, &measured.timed);
    measured.operations += static_cast<std::uint64_t>(block.cycles);
  }
}

}  // namespace macroscope
