#include "sim/activity/timed_flip_flop.h"

#include <array>

namespace macroscope {
namespace {

constexpr int kMostInputs = 12;

}  // namespace

void CountTimedFlipFlop(const GateGraph::FlipFlop& flip_flop, std::uint8_t before,
                        std::uint64_t stored, Tick half, const NetChanges& changes,
                        Activity& activity) {
  const CellShape& shape = *flip_flop.shape;
  const int instance = flip_flop.instance;
  const int count = static_cast<int>(shape.inputs.size());
  const std::uint32_t clock = 1u << shape.clock;
  static constexpr Moment kNone[] = {kNever};
  std::array<const Moment*, kMostInputs> next;
  std::uint32_t state = static_cast<std::uint32_t>(before) << count;
  for (int k = 0; k < count; ++k) {
    next[k] = k == shape.clock ? kNone : changes.Of(flip_flop.inputs[k]);
    if (k != shape.clock && changes.First(flip_flop.inputs[k])) state |= 1u << k;
  }
  const auto run_until = [&](Moment until) {
    while (true) {
      int k = 0;
      for (int other = 1; other < count; ++other) {
        if (*next[other] < *next[k]) k = other;
      }
      if (*next[k] > until || *next[k] == kNever) break;
      ++next[k];
      state ^= 1u << k;
      ++activity.Changes(instance, k, state);
    }
    ++activity.HalfCycles(instance, state);
  };
  for (int cycle = 0; cycle < changes.cycles(); ++cycle) {
    const Moment start = static_cast<Moment>(cycle) << kTickBits;
    state |= clock;
    ++activity.Changes(instance, shape.clock, state);
    if ((stored >> cycle & 1) != (state >> count & 1)) {
      state ^= 1u << count;
      ++activity.Changes(instance, count, state);
    }
    run_until(start | half);
    state &= ~clock;
    ++activity.Changes(instance, shape.clock, state);
    run_until(start | ~Tick{0});
  }
}

}  // namespace macroscope
