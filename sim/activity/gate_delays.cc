#include "sim/activity/gate_delays.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/base/build_error.h"
#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

constexpr double kTicksPerCycle = 2147483648.0;
constexpr double kInputSpreadPs = 0.1;
constexpr double kShareMoved = 1.0 / 2000;

const ArcDelay& FindArc(const GateGraph& graph, const StaticTiming& timing, int instance,
                        int input_pin, int output_pin) {
  const auto& arcs = timing.delays.at(instance);
  const auto arc = std::ranges::find_if(arcs, [&](const ArcDelay& candidate) {
    return candidate.input_pin == input_pin && candidate.output_pin == output_pin;
  });
  if (arc != arcs.end()) return *arc;
  const NetlistInstance& place = graph.netlist->instances[instance];
  throw BuildError(fmt::format("cell {}: no delay from pin {} to pin {}; instance {} needs one",
                               place.cell->name, place.cell->pins[input_pin].name,
                               place.cell->pins[output_pin].name, place.FullName()));
}

// The latest moment at which anything can change.
double LatestPs(const GateGraph& graph, const StaticTiming& timing) {
  std::vector<double> arrival(graph.netlist->net_count, 0);
  for (const GateGraph::FlipFlop& flip_flop : graph.flip_flops) {
    const CellShape& shape = *flip_flop.shape;
    for (std::size_t o = 0; o < shape.outputs.size(); ++o) {
      if (flip_flop.output_nets[o] < 0) continue;
      const ArcDelay& arc = FindArc(graph, timing, flip_flop.instance, shape.inputs[shape.clock],
                                    shape.outputs[o].pin);
      arrival[flip_flop.output_nets[o]] = std::max(arc.rise_ps, arc.fall_ps);
    }
  }
  double latest = 0;
  for (const GateGraph::Gate& gate : graph.gates) {
    for (int k = 0; k < gate.input_count; ++k) {
      const ArcDelay& arc = FindArc(graph, timing, gate.instance, gate.shape->inputs[k],
                                    gate.shape->outputs[gate.output].pin);
      arrival[gate.net] =
          std::max(arrival[gate.net], arrival[gate.inputs[k]] + std::max(arc.rise_ps, arc.fall_ps));
    }
    latest = std::max(latest, arrival[gate.net]);
  }
  return latest * (1 + kShareMoved) + kInputSpreadPs;
}

class Rounder {
 public:
  explicit Rounder(double ticks_per_ps) : ticks_per_ps_(ticks_per_ps), random_(1) {}

  // Delays below zero, as some tables extrapolate to, become the shortest that there is.
  Tick Delay(double delay_ps) {
    const double ticks = std::max(delay_ps, 0.0) * ticks_per_ps_;
    const auto span = static_cast<std::uint64_t>(ticks * kShareMoved) + 1;
    return static_cast<Tick>(ticks) + 1 + static_cast<Tick>(random_.Next() % span);
  }
  GateDelays::Arc Arc(const ArcDelay& arc) { return {{Delay(arc.fall_ps), Delay(arc.rise_ps)}}; }
  Tick Input() {
    const auto span = static_cast<std::uint64_t>(kInputSpreadPs * ticks_per_ps_) + 1;
    return 1 + static_cast<Tick>(random_.Next() % span);
  }

 private:
  double ticks_per_ps_;
  Random random_;
};

// Inputs on one net act at once, and the fastest decides.
std::vector<GateDelays::Arc> JoinArcs(const GateGraph::Gate& gate,
                                      const std::vector<GateDelays::Arc>& by_input) {
  std::vector<GateDelays::Arc> arcs;
  for (const GateGraph::Gate::Source& source : gate.sources) {
    GateDelays::Arc& fastest = arcs.emplace_back(GateDelays::Arc{{~Tick{0}, ~Tick{0}}});
    for (int k = 0; k < gate.input_count; ++k) {
      if ((source.inputs >> k & 1) == 0) continue;
      for (const int value : {0, 1}) {
        fastest.to[value] = std::min(fastest.to[value], by_input[k].to[value]);
      }
    }
  }
  return arcs;
}

}  // namespace

GateDelays MakeGateDelays(const GateGraph& graph, const StaticTiming& timing, double period_ps) {
  GateDelays delays;
  const double cycle_ps = std::max(period_ps, LatestPs(graph, timing));
  delays.ticks_per_ps =
      static_cast<double>(std::bit_floor(static_cast<std::uint64_t>(kTicksPerCycle / cycle_ps)));
  delays.cycle = static_cast<Tick>(cycle_ps * delays.ticks_per_ps);
  Rounder rounder(delays.ticks_per_ps);
  for (const GateGraph::Gate& gate : graph.gates) {
    std::vector<GateDelays::Arc> arcs;
    for (int k = 0; k < gate.input_count; ++k) {
      arcs.push_back(rounder.Arc(FindArc(graph, timing, gate.instance, gate.shape->inputs[k],
                                         gate.shape->outputs[gate.output].pin)));
    }
    delays.gates.push_back(JoinArcs(gate, arcs));
  }
  for (const GateGraph::FlipFlop& flip_flop : graph.flip_flops) {
    const CellShape& shape = *flip_flop.shape;
    auto& arcs = delays.flip_flops.emplace_back();
    for (std::size_t o = 0; o < shape.outputs.size(); ++o) {
      arcs.push_back(flip_flop.output_nets[o] < 0
                         ? GateDelays::Arc{}
                         : rounder.Arc(FindArc(graph, timing, flip_flop.instance,
                                               shape.inputs[shape.clock], shape.outputs[o].pin)));
    }
  }
  for (std::size_t i = 0; i < graph.input_nets.size(); ++i) {
    delays.inputs.push_back(rounder.Input());
  }
  return delays;
}

}  // namespace macroscope
