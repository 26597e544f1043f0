#include "sim/activity/settled_simulation.h"

#include <bit>

namespace macroscope {

SettledSimulation::SettledSimulation(const GateGraph& graph)
    : graph_(graph),
      values_(graph.netlist->net_count, 0),
      states_(graph.netlist->instances.size(), 0) {
  values_[kNetOne] = 1;
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      const int net = flip_flop.output_nets[o];
      if (net >= 0) values_[net] = flip_flop.shape->outputs[o].truth[states_[flip_flop.instance]];
    }
  }
  for (const GateGraph::Gate& gate : graph_.gates) {
    states_[gate.instance] = StateOf(gate.inputs, gate.input_count);
    values_[gate.net] = gate.truth[states_[gate.instance]];
  }
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    states_[flip_flop.instance] =
        StateOf(flip_flop.inputs, static_cast<int>(flip_flop.shape->inputs.size()));
  }
}

std::uint32_t SettledSimulation::StateOf(const int* inputs, int count) const {
  std::uint32_t state = 0;
  for (int k = 0; k < count; ++k) state |= static_cast<std::uint32_t>(values_[inputs[k]]) << k;
  return state;
}

void SettledSimulation::Run(CycleBlock& block, Activity* activity) {
  block.stored.assign(graph_.flip_flops.size(), 0);
  for (int cycle = 0; cycle < block.cycles; ++cycle) {
    Clock(activity);
    for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
      const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[f];
      const std::uint64_t stored =
          states_[flip_flop.instance] >> flip_flop.shape->inputs.size() & 1;
      block.stored[f] |= stored << cycle;
    }
    for (std::size_t i = 0; i < graph_.input_nets.size(); ++i) {
      const int net = graph_.input_nets[i];
      const auto value = static_cast<std::uint8_t>(block.inputs[i] >> cycle & 1);
      if (activity != nullptr && values_[net] != value) ++activity->Toggles(net);
      values_[net] = value;
    }
    SettleGates(activity);
    SettleFlipFlopInputs(activity);
  }
}

// The rising edge: flip-flops take what their inputs have been at the end of the last cycle.
void SettledSimulation::Clock(Activity* activity) {
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    const CellShape& shape = *flip_flop.shape;
    const int bit = static_cast<int>(shape.inputs.size());
    std::uint32_t& state = states_[flip_flop.instance];
    const std::uint32_t next = shape.next[state];
    state |= 1u << shape.clock;
    if (activity != nullptr) ++activity->Changes(flip_flop.instance, shape.clock, state);
    if ((state >> bit & 1) == next) continue;
    state ^= 1u << bit;
    if (activity != nullptr) ++activity->Changes(flip_flop.instance, bit, state);
  }
  // Only now: flip-flops in a row must not see each other's new values.
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      const int net = flip_flop.output_nets[o];
      if (net < 0) continue;
      const std::uint8_t value = flip_flop.shape->outputs[o].truth[states_[flip_flop.instance]];
      if (activity != nullptr && values_[net] != value) ++activity->Toggles(net);
      values_[net] = value;
    }
  }
}

void SettledSimulation::SettleGates(Activity* activity) {
  for (const GateGraph::Gate& gate : graph_.gates) {
    const std::uint32_t state = StateOf(gate.inputs, gate.input_count);
    const std::uint8_t value = gate.truth[state];
    if (activity != nullptr) {
      const std::uint32_t changed = state ^ states_[gate.instance];
      if (value != values_[gate.net]) {
        ++activity->Toggles(gate.net);
        ++activity->Caused(gate.instance, gate.output, std::countr_zero(changed), state);
      }
      if (gate.is_last) {
        for (std::uint32_t rest = changed; rest != 0; rest &= rest - 1) {
          ++activity->Changes(gate.instance, std::countr_zero(rest), state);
        }
        activity->HalfCycles(gate.instance, state) += 2;
      }
    }
    if (gate.is_last) states_[gate.instance] = state;
    values_[gate.net] = value;
  }
}

// In the first half of the cycle, then the falling edge.
void SettledSimulation::SettleFlipFlopInputs(Activity* activity) {
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    const CellShape& shape = *flip_flop.shape;
    std::uint32_t& state = states_[flip_flop.instance];
    for (int k = 0; k < static_cast<int>(shape.inputs.size()); ++k) {
      if (k == shape.clock || (state >> k & 1) == values_[flip_flop.inputs[k]]) continue;
      state ^= 1u << k;
      if (activity != nullptr) ++activity->Changes(flip_flop.instance, k, state);
    }
    if (activity != nullptr) ++activity->HalfCycles(flip_flop.instance, state);
    state &= ~(1u << shape.clock);
    if (activity != nullptr) {
      ++activity->Changes(flip_flop.instance, shape.clock, state);
      ++activity->HalfCycles(flip_flop.instance, state);
    }
  }
}

}  // namespace macroscope
