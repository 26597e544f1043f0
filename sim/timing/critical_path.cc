#include "sim/timing/critical_path.h"

#include <string_view>

namespace macroscope {
namespace {

constexpr std::string_view kClockPort = "clk_i";
constexpr std::string_view kResetPort = "rst_ni";

struct EndPoint {
  int net = -1;
  int edge = kRise;
  int instance = -1;  // -1: an output port.
  double setup_ps = 0;
  double total_ps = -std::numeric_limits<double>::infinity();
};

EndPoint LatestEndPoint(const Netlist& netlist, const TimingGraph& graph, const Arrivals& arrivals,
                        const std::vector<RiseFall>& slews) {
  EndPoint latest;
  const auto consider = [&](int net, int edge, int instance, double setup_ps) {
    const double total_ps = arrivals[net][edge].time_ps + setup_ps;
    if (total_ps > latest.total_ps) latest = {net, edge, instance, setup_ps, total_ps};
  };
  for (const NetlistPort& port : netlist.ports) {
    if (port.is_input) continue;
    for (const int net : port.nets) {
      for (const int edge : kEdges) consider(net, edge, -1, 0);
    }
  }
  for (const TimingEdge& setup : graph.setups) {
    for (const int edge : kEdges) {
      const auto& table = SetupTable(*setup.arc, edge);
      if (!table) continue;
      const RiseFall& slew = slews[setup.from_net];
      const double setup_ps = table->At(edge == kRise ? slew.rise : slew.fall, 0);
      consider(setup.from_net, edge, setup.instance, setup_ps);
    }
  }
  return latest;
}

}  // namespace

Arrivals ArrivalsAtInputs(const Netlist& netlist, const ConstantNets& constants) {
  Arrivals arrivals(netlist.net_count);
  for (const NetlistPort& port : netlist.ports) {
    if (!port.is_input || port.name == kClockPort || port.name == kResetPort) continue;
    for (const int net : port.nets) {
      if (constants[net]) continue;
      for (const int edge : kEdges) arrivals[net][edge].time_ps = 0;
    }
  }
  return arrivals;
}

std::optional<CriticalPath> FindCriticalPath(const Netlist& netlist, const TimingGraph& graph,
                                             const Arrivals& arrivals,
                                             const std::vector<RiseFall>& slews) {
  const EndPoint end = LatestEndPoint(netlist, graph, arrivals, slews);
  if (end.net < 0) return std::nullopt;
  CriticalPath path;
  path.delay_ps = end.total_ps;
  path.share_ps[""] = 0;
  if (end.instance >= 0) path.share_ps[netlist.instances[end.instance].path] += end.setup_ps;
  int net = end.net;
  int edge = end.edge;
  while (net >= 0 && arrivals[net][edge].by_edge >= 0) {
    const Arrival& arrival = arrivals[net][edge];
    const TimingEdge& by = graph.edges[arrival.by_edge];
    path.share_ps[netlist.instances[by.instance].path] += arrival.delay_ps;
    ++path.cells;
    net = by.from_net;
    edge = arrival.input_edge;
  }
  return path;
}

}  // namespace macroscope
