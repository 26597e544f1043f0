#include "sim/activity/timed_simulation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "sim/activity/settled_simulation.h"

namespace macroscope {
namespace {

constexpr Tick kNever = std::numeric_limits<Tick>::max();
constexpr int kMostInputs = 12;

}  // namespace

// The moments at which a gate's output will look at its function again, ascending.
struct TimedSimulation::Pending {
  std::array<Tick, 64> times;
  int count = 0;

  void Add(Tick time) {
    // No gate's inputs change so often within its own delay; if they did, the latest would give
    // way.
    if (count == static_cast<int>(times.size())) --count;
    int place = count++;
    for (; place > 0 && times[place - 1] > time; --place) times[place] = times[place - 1];
    times[place] = time;
  }
  void RemoveUntil(Tick time) {
    int kept = 0;
    while (kept < count && times[kept] <= time) ++kept;
    std::copy(times.begin() + kept, times.begin() + count, times.begin());
    count -= kept;
  }
};

TimedSimulation::TimedSimulation(const GateGraph& graph, const GateDelays& delays)
    : graph_(graph),
      delays_(delays),
      last_(SettledSimulation(graph).values()),
      stored_(graph.flip_flops.size(), 0),
      start_(graph.netlist->net_count, 0),
      first_(static_cast<std::size_t>(graph.netlist->net_count) * (kBlockCycles + 1), 0),
      scratch_(*graph.netlist, graph.shapes) {
  start_[kNetOne] = ~std::uint64_t{0};
}

void TimedSimulation::Run(const CycleBlock& block, Activity* activity) {
  Activity& counts = activity != nullptr ? *activity : scratch_;
  cycles_ = block.cycles;
  times_.clear();
  for (std::size_t i = 0; i < graph_.input_nets.size(); ++i) {
    PlaceSource(graph_.input_nets[i], block.inputs[i], delays_.inputs[i], delays_.inputs[i]);
    counts.Toggles(graph_.input_nets[i]) +=
        In(graph_.input_nets[i], cycles_ - 1).end - In(graph_.input_nets[i], 0).next;
  }
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[f];
    for (std::size_t o = 0; o < flip_flop.output_nets.size(); ++o) {
      const int net = flip_flop.output_nets[o];
      if (net < 0) continue;
      const bool is_inverse = flip_flop.shape->outputs[o].truth[0] != 0;
      const GateDelays::Arc& arc = delays_.flip_flops[f][o];
      PlaceSource(net, is_inverse ? ~block.stored[f] : block.stored[f], arc.to[0], arc.to[1]);
      counts.Toggles(net) += In(net, cycles_ - 1).end - In(net, 0).next;
    }
  }
  for (std::size_t g = 0; g < graph_.gates.size(); ++g) RunGate(g, counts);
  for (std::size_t f = 0; f < graph_.flip_flops.size(); ++f) {
    RunFlipFlop(f, block.stored[f], counts);
  }
}

// A net that changes at most once a cycle.
void TimedSimulation::PlaceSource(int net, std::uint64_t values, Tick to_zero, Tick to_one) {
  std::uint32_t* const first = &first_[static_cast<std::size_t>(net) * (kBlockCycles + 1)];
  const std::uint64_t start = values << 1 | last_[net];
  const std::uint64_t changes = values ^ start;
  start_[net] = start;
  for (int cycle = 0; cycle < cycles_; ++cycle) {
    first[cycle] = static_cast<std::uint32_t>(times_.size());
    if ((changes >> cycle & 1) != 0) {
      times_.push_back((values >> cycle & 1) != 0 ? to_one : to_zero);
    }
  }
  first[cycles_] = static_cast<std::uint32_t>(times_.size());
  last_[net] = values >> (cycles_ - 1) & 1;
}

void TimedSimulation::RunGate(std::size_t index, Activity& activity) {
  const GateGraph::Gate& gate = graph_.gates[index];
  const GateDelays::Arc* const arcs = delays_.gates[index].data();
  const int count = gate.input_count;
  std::uint32_t* const first = &first_[static_cast<std::size_t>(gate.net) * (kBlockCycles + 1)];
  std::size_t most_changes = 0;
  for (int k = 0; k < count; ++k) {
    most_changes += In(gate.inputs[k], cycles_ - 1).end - In(gate.inputs[k], 0).next;
  }
  // No reallocation while pointers into it are in use.
  if (times_.capacity() < times_.size() + most_changes) {
    times_.reserve(2 * times_.size() + most_changes);
  }
  std::uint64_t start = 0;
  std::uint8_t value = last_[gate.net];
  Pending pending;
  std::array<Changes, kMostInputs> inputs;
  std::array<Tick, kMostInputs> next;
  for (int cycle = 0; cycle < cycles_; ++cycle) {
    first[cycle] = static_cast<std::uint32_t>(times_.size());
    start |= static_cast<std::uint64_t>(value) << cycle;
    std::uint32_t state = 0;
    for (int k = 0; k < count; ++k) {
      inputs[k] = In(gate.inputs[k], cycle);
      const bool is_silent = inputs[k].next == inputs[k].end || gate.together[k] == 0;
      next[k] = is_silent ? kNever : *inputs[k].next;
      state |= static_cast<std::uint32_t>(start_[gate.inputs[k]] >> cycle & 1) << k;
    }
    std::uint8_t target = value;
    int cause = 0;
    std::uint32_t cause_state = 0;
    const auto look = [&](Tick time) {
      if (value != target) {
        value = target;
        times_.push_back(pending.times[0]);
        ++activity.Caused(gate.instance, gate.output, cause, cause_state);
      }
      pending.RemoveUntil(time);
    };
    while (true) {
      int k = 0;
      for (int other = 1; other < count; ++other) {
        if (next[other] < next[k]) k = other;
      }
      const Tick time = next[k];
      if (time == kNever) break;
      if (pending.count > 0 && pending.times[0] <= time) look(time);
      ++inputs[k].next;
      next[k] = inputs[k].next == inputs[k].end ? kNever : *inputs[k].next;
      state ^= gate.together[k];
      if (gate.is_last) {
        for (std::uint32_t rest = gate.together[k]; rest != 0; rest &= rest - 1) {
          ++activity.Changes(gate.instance, std::countr_zero(rest), state);
        }
      }
      if (gate.truth[state] == target) continue;
      target = gate.truth[state];
      cause = k;
      cause_state = state;
      pending.Add(time + arcs[k].to[target]);
    }
    if (pending.count > 0) look(kNever);
    if (gate.is_last) activity.HalfCycles(gate.instance, state) += 2;
  }
  first[cycles_] = static_cast<std::uint32_t>(times_.size());
  activity.Toggles(gate.net) += first[cycles_] - first[0];
  start_[gate.net] = start;
  last_[gate.net] = value;
}

void TimedSimulation::RunFlipFlop(std::size_t index, std::uint64_t stored, Activity& activity) {
  const GateGraph::FlipFlop& flip_flop = graph_.flip_flops[index];
  const CellShape& shape = *flip_flop.shape;
  const int count = static_cast<int>(shape.inputs.size());
  const Tick half = delays_.cycle / 2;
  std::array<Changes, kMostInputs> inputs;
  for (int cycle = 0; cycle < cycles_; ++cycle) {
    std::uint32_t state = static_cast<std::uint32_t>(stored_[index]) << count;
    for (int k = 0; k < count; ++k) {
      inputs[k] = In(flip_flop.inputs[k], cycle);
      state |= static_cast<std::uint32_t>(start_[flip_flop.inputs[k]] >> cycle & 1) << k;
    }
    state = (state & ~(1u << shape.clock)) | 1u << shape.clock;
    ++activity.Changes(flip_flop.instance, shape.clock, state);
    if ((stored >> cycle & 1) != stored_[index]) {
      stored_[index] ^= 1;
      state ^= 1u << count;
      ++activity.Changes(flip_flop.instance, count, state);
    }
    // First what happens while the clock is high, then the rest.
    for (const Tick until : {half, kNever}) {
      while (true) {
        int k = -1;
        for (int other = 0; other < count; ++other) {
          if (inputs[other].next == inputs[other].end || *inputs[other].next > until) continue;
          if (k < 0 || *inputs[other].next < *inputs[k].next) k = other;
        }
        if (k < 0) break;
        ++inputs[k].next;
        state ^= 1u << k;
        ++activity.Changes(flip_flop.instance, k, state);
      }
      ++activity.HalfCycles(flip_flop.instance, state);
      if (until == kNever) break;
      state &= ~(1u << shape.clock);
      ++activity.Changes(flip_flop.instance, shape.clock, state);
    }
  }
}

}  // namespace macroscope
