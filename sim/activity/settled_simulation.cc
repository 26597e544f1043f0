#include "sim/activity/settled_simulation.h"

#include <array>
#include <bit>
#include <span>

#include "sim/activity/state_words.h"

namespace macroscope {
namespace {

constexpr int kMostInputs = 12;

}  // namespace

SettledSimulation::SettledSimulation(const GateGraph& graph)
    : graph_(graph),
      values_(graph.netlist->net_count, 0),
      stored_(graph.flip_flops.size(), 0),
      words_(graph.netlist->net_count) {
  values_[kNetOne] = 1;
  for (const GateGraph::FlipFlop& flip_flop : graph_.flip_flops) {
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      const int net = flip_flop.output_nets[o];
      if (net >= 0) values_[net] = flip_flop.shape->outputs[o].truth[0];
    }
  }
  SettleGates();
}

std::uint32_t SettledSimulation::StateOf(const int* inputs, int count) const {
  std::uint32_t state = 0;
  for (int k = 0; k < count; ++k) state |= static_cast<std::uint32_t>(values_[inputs[k]]) << k;
  return state;
}

void SettledSimulation::Run(CycleBlock& block, Activity* activity) {
  block.stored.assign(graph_.flip_flops.size(), 0);
  const std::vector<std::uint8_t> before = values_;
  const std::vector<std::uint8_t> stored_before = stored_;
  for (Word& word : words_) word.ends = 0;
  for (int cycle = 0; cycle < block.cycles; ++cycle) {
    Clock(block, cycle);
    for (std::size_t i = 0; i < graph_.input_nets.size(); ++i) {
      values_[graph_.input_nets[i]] = block.inputs[i] >> cycle & 1;
    }
    SettleGates();
    for (std::size_t net = 0; net < values_.size(); ++net) {
      words_[net].ends |= static_cast<std::uint64_t>(values_[net]) << cycle;
    }
  }
  if (activity == nullptr) return;
  const std::uint64_t cycles = AllCycles(block.cycles);
  for (std::size_t net = 0; net < values_.size(); ++net) {
    words_[net].starts = (words_[net].ends << 1 | before[net]) & cycles;
    activity->Toggles(static_cast<int>(net)) +=
        static_cast<unsigned>(std::popcount(words_[net].changes()));
  }
  for (const GateGraph::Gate& gate : graph_.gates) CountGate(gate, cycles, *activity);
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    CountFlipFlop(graph_.flip_flops[f], stored_before[f], block.stored[f], block.cycles, *activity);
  }
}

// The rising edge: flip-flops take what their inputs have been at the end of the last cycle.
void SettledSimulation::Clock(CycleBlock& block, int cycle) {
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[f];
    const int count = static_cast<int>(flip_flop.shape->inputs.size());
    stored_[f] = flip_flop.shape->next[StateOf(flip_flop.inputs, count) |
                                       static_cast<std::uint32_t>(stored_[f]) << count];
    block.stored[f] |= static_cast<std::uint64_t>(stored_[f]) << cycle;
  }
  // Only now: flip-flops in a row must not see each other's new values.
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[f];
    const std::uint32_t state = static_cast<std::uint32_t>(stored_[f])
                                << flip_flop.shape->inputs.size();
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      const int net = flip_flop.output_nets[o];
      if (net >= 0) values_[net] = flip_flop.shape->outputs[o].truth[state];
    }
  }
}

void SettledSimulation::SettleGates() {
  for (const GateGraph::Gate& gate : graph_.gates) {
    values_[gate.net] = gate.truth[StateOf(gate.inputs, gate.input_count)];
  }
}

void SettledSimulation::CountGate(const GateGraph::Gate& gate, std::uint64_t cycles,
                                  Activity& activity) const {
  std::array<std::uint64_t, kMostInputs> ends, changes, causes;
  std::uint64_t uncaused = words_[gate.net].changes();
  for (int k = 0; k < gate.input_count; ++k) {
    const Word& word = words_[gate.inputs[k]];
    ends[k] = word.ends;
    changes[k] = word.changes();
    causes[k] = uncaused & changes[k];
    uncaused &= ~changes[k];
  }
  const auto count = [](std::uint64_t of) { return static_cast<unsigned>(std::popcount(of)); };
  ForEachState(std::span(ends).first(gate.input_count), cycles,
               [&](std::uint32_t state, std::uint64_t in_state) {
                 for (int k = 0; k < gate.input_count; ++k) {
                   activity.Caused(gate.instance, gate.output, k, state) +=
                       count(causes[k] & in_state);
                   if (!gate.is_last) continue;
                   activity.Changes(gate.instance, k, state) += count(changes[k] & in_state);
                 }
                 if (gate.is_last) activity.HalfCycles(gate.instance, state) += 2 * count(in_state);
               });
}

// In each cycle: the rising edge, what is stored, the inputs, the falling edge.
void SettledSimulation::CountFlipFlop(const GateGraph::FlipFlop& flip_flop, std::uint8_t before,
                                      std::uint64_t stored, int cycles, Activity& activity) const {
  const CellShape& shape = *flip_flop.shape;
  const int count = static_cast<int>(shape.inputs.size());
  std::uint32_t state = static_cast<std::uint32_t>(before) << count;
  for (int k = 0; k < count; ++k) {
    state |= static_cast<std::uint32_t>(words_[flip_flop.inputs[k]].starts & 1) << k;
  }
  for (int cycle = 0; cycle < cycles; ++cycle) {
    const auto change = [&](int k) {
      state ^= 1u << k;
      ++activity.Changes(flip_flop.instance, k, state);
    };
    change(shape.clock);
    if ((stored >> cycle & 1) != (state >> count & 1)) change(count);
    for (int k = 0; k < count; ++k) {
      const bool changes = (words_[flip_flop.inputs[k]].changes() >> cycle & 1) != 0;
      if (k != shape.clock && changes) change(k);
    }
    ++activity.HalfCycles(flip_flop.instance, state);
    change(shape.clock);
    ++activity.HalfCycles(flip_flop.instance, state);
  }
}

}  // namespace macroscope
