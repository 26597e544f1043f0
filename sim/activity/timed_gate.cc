// Written for speed: most time of an energy estimate is spent here. There are two steps. The first
// merges the inputs' changes in order of time and lists those at which the function changes; it has
// no branch that depends on data. The second decides which of them the output follows.
#include "sim/activity/timed_gate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "sim/activity/state_words.h"

namespace macroscope {
namespace {

constexpr int kMostSources = 12;

// A change of the function: when, when the output looks at it, and the cause, as it is counted.
struct Turn {
  Moment at;
  Moment due;
  std::uint32_t cause;
};

// The moments at which the output will look at the function again, ascending.
class Pending {
 public:
  bool IsDue(Moment time) const { return count_ > 0 && times_[0] <= time; }
  bool is_empty() const { return count_ == 0; }
  Moment first() const { return times_[0]; }
  void Add(Moment time) {
    // No gate's inputs change so often within its own delay; if they did, the latest would give
    // way.
    if (count_ == static_cast<int>(times_.size())) --count_;
    int place = count_++;
    for (; place > 0 && times_[place - 1] > time; --place) times_[place] = times_[place - 1];
    times_[place] = time;
  }
  void RemoveUntil(Moment time) {
    int kept = 0;
    while (kept < count_ && times_[kept] <= time) ++kept;
    std::copy(times_.begin() + kept, times_.begin() + count_, times_.begin());
    count_ -= kept;
  }

 private:
  std::array<Moment, 64> times_;
  int count_ = 0;
};

class GateRun {
 public:
  GateRun(const GateGraph::Gate& gate, const std::vector<GateDelays::Arc>& arcs,
          NetChanges& changes, Activity& activity, std::vector<Turn>& turns)
      : gate_(gate),
        arcs_(arcs.data()),
        changes_(changes),
        turns_(turns),
        bits_(gate.shape->state_bits()),
        changed_(&activity.Changes(gate.instance, 0, 0)),
        caused_(&activity.Caused(gate.instance, gate.output, 0, 0)),
        half_cycles_(&activity.HalfCycles(gate.instance, 0)) {}

  template <int kSources>
  void Run() {
    const int count = kSources > 0 ? kSources : static_cast<int>(gate_.sources.size());
    std::size_t most = 0;
    for (int k = 0; k < count; ++k) most += changes_.Count(gate_.sources[k].net);
    if (turns_.size() < most + 1) turns_.resize(2 * most + 1);
    changes_.Begin(gate_.net, most);
    if (most > 0) Follow(Merge<kSources>(count));
    changes_.End(gate_.net);
    if (gate_.is_last) CountHalfCycles();
  }

 private:
  // The number of turns.
  template <int kSources>
  std::size_t Merge(int count) {
    std::array<const Moment*, kMostSources> next;
    std::array<Moment, kMostSources> time;
    std::array<std::uint32_t, kMostSources> inputs;
    std::uint32_t state = 0;
    for (int k = 0; k < count; ++k) {
      const GateGraph::Gate::Source& source = gate_.sources[k];
      next[k] = changes_.Of(source.net);
      time[k] = *next[k];
      inputs[k] = source.inputs;
      if (changes_.First(source.net)) state |= source.inputs;
    }
    Turn* turn = turns_.data();
    std::uint8_t value = gate_.truth[state];
    while (true) {
      int k = 0;
      Moment now = time[0];
      for (int other = 1; other < count; ++other) {
        k = time[other] < now ? other : k;
        now = std::min(now, time[other]);
      }
      if (now == kNever) break;
      time[k] = *++next[k];
      state ^= inputs[k];
      const std::uint32_t cause =
          (static_cast<std::uint32_t>(std::countr_zero(inputs[k])) << bits_) + state;
      CountChange(inputs[k], cause, state);
      const std::uint8_t after = gate_.truth[state];
      *turn = {now, now + arcs_[k].to[after], cause};
      turn += after != value ? 1 : 0;
      value = after;
    }
    return static_cast<std::size_t>(turn - turns_.data());
  }

  // Two for each cycle, in the state that it ends with.
  void CountHalfCycles() {
    std::array<std::uint64_t, kMostSources> ends;
    for (int k = 0; k < gate_.input_count; ++k) ends[k] = changes_.Ends(gate_.inputs[k]);
    ForEachState(std::span(ends).first(gate_.input_count), AllCycles(changes_.cycles()),
                 [&](std::uint32_t state, std::uint64_t cycles) {
                   half_cycles_[state] += 2u * static_cast<unsigned>(std::popcount(cycles));
                 });
  }

  void CountChange(std::uint32_t inputs, std::uint32_t cause, std::uint32_t state) {
    if (!gate_.is_last) return;
    ++changed_[cause];
    for (std::uint32_t rest = inputs & (inputs - 1); rest != 0; rest &= rest - 1) {
      ++changed_[(static_cast<std::uint32_t>(std::countr_zero(rest)) << bits_) + state];
    }
  }

  void Change(const Turn& cause, Moment time) {
    changes_.Append(time);
    ++caused_[cause.cause];
  }

  // The first `count` turns.
  void Follow(std::size_t count) {
    turns_[count].at = kNever;
    const Turn* const turns = turns_.data();
    for (std::size_t i = 0; i < count; ++i) {
      if (turns[i].due <= turns[i + 1].at) {
        Change(turns[i], turns[i].due);  // It outlasts its delay.
      } else {
        i = FollowPulses(i);
      }
    }
  }

  // From turn i, which does not outlast its delay, until nothing is pending. The last turn that it
  // looked at.
  std::size_t FollowPulses(std::size_t i) {
    const Turn* const turns = turns_.data();
    Pending pending;
    bool differs = false;  // The output from the function.
    for (;; ++i) {
      differs = !differs;
      pending.Add(turns[i].due);
      if (!pending.IsDue(turns[i + 1].at)) continue;
      if (differs) Change(turns[i], pending.first());
      differs = false;
      pending.RemoveUntil(turns[i + 1].at);
      if (pending.is_empty()) return i;
    }
  }

  const GateGraph::Gate& gate_;
  const GateDelays::Arc* arcs_;
  NetChanges& changes_;
  std::vector<Turn>& turns_;
  int bits_;
  std::uint64_t* changed_;
  std::uint64_t* caused_;
  std::uint64_t* half_cycles_;
};

}  // namespace

void RunTimedGate(const GateGraph::Gate& gate, const std::vector<GateDelays::Arc>& arcs,
                  NetChanges& changes, Activity& activity) {
  thread_local std::vector<Turn> turns;
  GateRun run(gate, arcs, changes, activity, turns);
  switch (gate.sources.size()) {
    case 1:
      return run.Run<1>();
    case 2:
      return run.Run<2>();
    case 3:
      return run.Run<3>();
    case 4:
      return run.Run<4>();
    default:
      return run.Run<0>();
  }
}

}  // namespace macroscope
