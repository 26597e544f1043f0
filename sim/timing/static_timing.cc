#include "sim/timing/static_timing.h"

#include <algorithm>

#include "sim/timing/arc_delays.h"
#include "sim/timing/constant_nets.h"
#include "sim/timing/critical_path.h"
#include "sim/timing/net_loads.h"
#include "sim/timing/timing_graph.h"

namespace macroscope {
namespace {

double OfEdge(const RiseFall& figure, int edge) {
  return edge == kRise ? figure.rise : figure.fall;
}
double& OfEdge(RiseFall& figure, int edge) { return edge == kRise ? figure.rise : figure.fall; }

// Carries slews and arrivals along one edge of the graph. The slowest slew counts, whichever input
// it comes from, and whether or not anything that is timed arrives there.
void Propagate(const TimingGraph& graph, int index, const std::vector<RiseFall>& loads,
               std::vector<RiseFall>& slews, Arrivals& arrivals) {
  const TimingEdge& edge = graph.edges[index];
  const bool is_launch = edge.from_net < 0;
  for (const int to : kEdges) {
    const auto& delay_table = DelayTable(*edge.arc, to);
    if (!delay_table) continue;
    const double load = OfEdge(loads[edge.to_net], to);
    for (const int from : kEdges) {
      if (is_launch ? from != kRise : !Makes(edge.sense, from, to)) continue;
      const double input_slew = is_launch ? 0 : OfEdge(slews[edge.from_net], from);
      double& slew = OfEdge(slews[edge.to_net], to);
      slew = std::max(slew, SlewTable(*edge.arc, to)->At(input_slew, load));
      const double start = is_launch ? 0 : arrivals[edge.from_net][from].time_ps;
      const double delay = delay_table->At(input_slew, load);
      Arrival& arrival = arrivals[edge.to_net][to];
      if (start + delay > arrival.time_ps) arrival = {start + delay, delay, index, from};
    }
  }
}

}  // namespace

StaticTiming ComputeTiming(const Netlist& netlist, const WireModel& wire) {
  const ConstantNets constants = FindConstantNets(netlist);
  const TimingGraph graph = MakeTimingGraph(netlist, constants);
  const std::vector<RiseFall> loads = NetLoads(netlist, wire);
  Arrivals arrivals = ArrivalsAtInputs(netlist, constants);
  StaticTiming timing;
  timing.slew_ps.resize(netlist.net_count);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    Propagate(graph, static_cast<int>(i), loads, timing.slew_ps, arrivals);
  }
  timing.critical_path = FindCriticalPath(netlist, graph, arrivals, timing.slew_ps);
  for (const RiseFall& load : loads) timing.load_ff.push_back((load.rise + load.fall) / 2);
  for (const NetlistInstance& instance : netlist.instances) {
    timing.delays.push_back(
        ArcDelays(instance, graph.cells.at(instance.cell), constants, timing.slew_ps, loads));
  }
  return timing;
}

}  // namespace macroscope
