#include "sim/timing/timing_graph.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

using EdgesOfNets = std::vector<std::vector<int>>;  // By net: indices of edges.

bool IsConstant(int net, const ConstantNets& constants) {
  return net >= 0 && constants[net].has_value();
}

// An edge of a loop, given that no net in `open` can be reached from outside.
const TimingEdge& EdgeOfLoop(int net, const std::vector<TimingEdge>& edges, const EdgesOfNets& into,
                             const std::vector<bool>& open) {
  std::vector<bool> visited(open.size());
  while (true) {
    const auto back = std::ranges::find_if(into[net], [&](int edge) {
      return edges[edge].from_net >= 0 && open[edges[edge].from_net];
    });
    const TimingEdge& edge = edges[*back];
    if (visited[net]) return edge;
    visited[net] = true;
    net = edge.from_net;
  }
}

std::vector<TimingEdge> InOrder(const Netlist& netlist, const std::vector<TimingEdge>& edges) {
  EdgesOfNets into(netlist.net_count), out_of(netlist.net_count);
  std::vector<int> missing(netlist.net_count);  // Edges into a net from nets not done yet.
  for (std::size_t i = 0; i < edges.size(); ++i) {
    into[edges[i].to_net].push_back(static_cast<int>(i));
    if (edges[i].from_net < 0) continue;
    out_of[edges[i].from_net].push_back(static_cast<int>(i));
    ++missing[edges[i].to_net];
  }
  std::vector<bool> open(netlist.net_count, true);
  std::vector<int> ready;
  for (int net = 0; net < netlist.net_count; ++net) {
    if (missing[net] == 0) ready.push_back(net);
  }
  std::vector<TimingEdge> order;
  order.reserve(edges.size());
  while (!ready.empty()) {
    const int net = ready.back();
    ready.pop_back();
    open[net] = false;
    for (const int edge : into[net]) order.push_back(edges[edge]);
    for (const int edge : out_of[net]) {
      if (--missing[edges[edge].to_net] == 0) ready.push_back(edges[edge].to_net);
    }
  }
  const auto stuck = std::ranges::find(open, true);
  if (stuck != open.end()) {
    const TimingEdge& edge = EdgeOfLoop(static_cast<int>(stuck - open.begin()), edges, into, open);
    throw BuildError(fmt::format("{}: a combinational loop leads through {}; there must be none",
                                 netlist.top, netlist.instances[edge.instance].FullName()));
  }
  return order;
}

}  // namespace

std::optional<TimingSense> ActiveSense(const TimingArc& arc, const NetlistInstance& instance,
                                       const ConstantNets& constants) {
  if (std::ranges::none_of(instance.nets, [&](int net) { return IsConstant(net, constants); })) {
    return arc.sense;
  }
  if (IsConstant(instance.nets[arc.related_pin], constants) ||
      IsConstant(instance.nets[arc.pin], constants) ||
      (arc.when && ConstantOf(*arc.when, KnownInputs(*arc.when, instance, constants)) == false)) {
    return std::nullopt;
  }
  const auto& function = instance.cell->pins[arc.pin].function;
  if (IsLaunch(arc) || !function) return arc.sense;
  const auto input =
      std::ranges::find(function->inputs(), instance.cell->pins[arc.related_pin].name);
  if (input == function->inputs().end()) return arc.sense;
  const auto left = SenseOf(*function, static_cast<int>(input - function->inputs().begin()),
                            KnownInputs(*function, instance, constants));
  if (!left || arc.sense == TimingSense::kNonUnate || arc.sense == *left) return left;
  // A table for one sense, of an input that can have either or only the other.
  return *left == TimingSense::kNonUnate ? std::optional(arc.sense) : std::nullopt;
}

TimingGraph MakeTimingGraph(const Netlist& netlist, const ConstantNets& constants) {
  TimingGraph graph;
  graph.cells = ReadCellTimings(netlist);
  std::vector<TimingEdge> edges;
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    const NetlistInstance& instance = netlist.instances[i];
    for (const TimingArc& arc : graph.cells.at(instance.cell)) {
      const int from = instance.nets[arc.related_pin];
      const int to = instance.nets[arc.pin];
      if (IsSetup(arc) && !IsConstant(to, constants)) {
        graph.setups.push_back({to, -1, static_cast<int>(i), &arc, arc.sense});
      }
      if (!IsDelay(arc) || from < 0 || to < 0) continue;
      if (const auto sense = ActiveSense(arc, instance, constants)) {
        edges.push_back({IsLaunch(arc) ? -1 : from, to, static_cast<int>(i), &arc, *sense});
      }
    }
  }
  graph.edges = InOrder(netlist, edges);
  return graph;
}

}  // namespace macroscope
