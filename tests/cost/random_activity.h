// A netlist whose ports change at random, and what that costs by instance.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "sim/stimulus/random.h"
#include "tests/cost/opensta_power.h"
#include "tests/cost/small_netlist.h"

namespace macroscope {

inline constexpr std::uint64_t kSeed = 3;
inline constexpr double kPeriodPs = 5'000;
inline constexpr double kSupplyV = 1.8;
inline constexpr int kBlocks = 50;

// Each port changes with a chance of its own, from rarely to nearly always.
struct Measured {
  Measured(const Netlist& netlist, const WireModel& wire)
      : graph(MakeGateGraph(netlist)), activity(netlist, graph.shapes) {
    const StaticTiming timing = ComputeTiming(netlist, wire);
    const GateDelays delays = MakeGateDelays(graph, timing, kPeriodPs);
    SettledSimulation settled(graph);
    TimedSimulation timed(graph, delays);
    Random random(kSeed);
    const std::size_t ports = graph.input_nets.size();
    std::vector<std::uint64_t> value(ports, 0), ones(ports, 0);
    for (int b = 0; b < kBlocks; ++b) {
      CycleBlock block;
      block.cycles = kBlockCycles;
      block.inputs.assign(ports, 0);
      for (int cycle = 0; cycle < kBlockCycles; ++cycle) {
        for (std::size_t i = 0; i < ports; ++i) {
          value[i] ^= random.Below(ports) <= i ? 1u : 0u;
          ones[i] += value[i];
          block.inputs[i] |= value[i] << cycle;
        }
      }
      settled.Run(block, nullptr);
      timed.Run(block, &activity);
    }
    cycles = kBlocks * kBlockCycles;
    for (std::size_t i = 0; i < ports; ++i) {
      for (const NetlistPort& port : netlist.ports) {
        if (!port.is_input || port.nets[0] != graph.input_nets[i]) continue;
        activities[port.name] = {
            static_cast<double>(activity.Toggles(graph.input_nets[i])) / cycles,
            static_cast<double>(ones[i]) / cycles};
      }
    }
    energies = Price(wire, timing, activity);
    StaticTiming crossed = timing;
    for (RiseFall& slew : crossed.slew_ps) std::swap(slew.rise, slew.fall);
    at_crossed_slews = Price(wire, crossed, activity);
    // What the flip-flops' data pins have no part in.
    Activity without = activity;
    for (const GateGraph::FlipFlop& flip_flop : graph.flip_flops) {
      for (int k = 0; k < static_cast<int>(flip_flop.shape->inputs.size()); ++k) {
        if (k == flip_flop.shape->clock) continue;
        for (std::uint32_t state = 0; state < flip_flop.shape->state_count(); ++state) {
          without.Changes(flip_flop.instance, k, state) = 0;
        }
      }
    }
    without_data_pins = Price(wire, timing, without);
  }

  std::map<std::string, Energy> Price(const WireModel& wire, const StaticTiming& timing,
                                      const Activity& of) const {
    auto prices = NetlistPrices(graph, timing, wire, kSupplyV, kPeriodPs).ByPath(of);
    for (auto& [path, energy] : prices) {
      for (double* part :
           {&energy.internal_fj, &energy.switching_fj, &energy.clock_fj, &energy.leakage_fj}) {
        *part /= cycles;
      }
    }
    return prices;
  }

  GateGraph graph;
  Activity activity;
  double cycles = 0;
  std::map<std::string, PortActivity> activities;
  // Of a cycle, by path.
  std::map<std::string, Energy> energies, at_crossed_slews, without_data_pins;
};

// CV^2/2 of the nets that ports drive, as a share of the instance's pins.
inline double PortNets(const Netlist& netlist, const Measured& measured, std::size_t index,
                       const WireModel& wire, bool of_clock) {
  double sum = 0;
  const NetlistInstance& instance = netlist.instances[index];
  for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
    const int net = instance.nets[pin];
    const bool is_clock = net == measured.graph.clock_net;
    if (is_clock != of_clock) continue;
    const bool is_port = is_clock || std::ranges::count(measured.graph.input_nets, net) > 0;
    if (!is_port) continue;
    double fanout = 0;
    for (const NetlistInstance& other : netlist.instances) {
      fanout += static_cast<double>(std::ranges::count(other.nets, net));
    }
    const double changes =
        is_clock ? 2 : static_cast<double>(measured.activity.Toggles(net)) / measured.cycles;
    const LibertyPin& to = instance.cell->pins[pin];
    sum += changes * kSupplyV * kSupplyV / 2 *
           ((to.rise_capacitance_ff + to.fall_capacitance_ff) / 2 + wire.per_fanout_ff +
            wire.per_net_ff / fanout);
  }
  return sum;
}

}  // namespace macroscope
