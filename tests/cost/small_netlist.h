// Netlists of a few cells, driven bit by bit, and what they cost.
#pragma once

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_simulation.h"
#include "sim/cost/netlist_energy.h"

namespace macroscope {

// The values of one-bit input ports, a character a cycle; ports that are not named stay 0.
using PortValues = std::map<std::string, std::string>;

// Cycle 0 first. At most 64 of them.
inline CycleBlock BlockOf(const GateGraph& graph, const PortValues& values) {
  CycleBlock block;
  block.inputs.assign(graph.input_nets.size(), 0);
  for (const auto& [name, bits] : values) {
    const int net = graph.netlist->FindPort(name)->nets.at(0);
    const auto place = std::ranges::find(graph.input_nets, net) - graph.input_nets.begin();
    block.cycles = static_cast<int>(bits.size());
    for (std::size_t cycle = 0; cycle < bits.size(); ++cycle) {
      block.inputs.at(place) |= static_cast<std::uint64_t>(bits[cycle] == '1') << cycle;
    }
  }
  return block;
}

enum class Delays { kNone, kLibrary };
// Tests are named so.
inline void PrintTo(Delays delays, std::ostream* os) {
  *os << (delays == Delays::kNone ? "NoDelays" : "Delays");
}

struct Drive {
  PortValues values;
  WireModel wire;
  double supply_v = 1.8;
  double period_ps = 10'000;
};

// By path, of all cycles together, from the state where every port and flip-flop is 0.
inline std::map<std::string, Energy> EnergiesOf(const Netlist& netlist, const Drive& drive,
                                                Delays delays) {
  const GateGraph graph = MakeGateGraph(netlist);
  const StaticTiming timing = ComputeTiming(netlist, drive.wire);
  Activity settled_activity(netlist, graph.shapes), timed_activity(netlist, graph.shapes);
  CycleBlock block = BlockOf(graph, drive.values);
  SettledSimulation(graph).Run(block, &settled_activity);
  TimedSimulation(graph, MakeGateDelays(graph, timing, drive.period_ps))
      .Run(block, &timed_activity);
  return NetlistPrices(graph, timing, drive.wire, drive.supply_v, drive.period_ps)
      .ByPath(delays == Delays::kNone ? settled_activity : timed_activity);
}

}  // namespace macroscope
