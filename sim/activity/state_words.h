// Cycles sorted by the state that a cell is in, 64 at a time.
#pragma once

#include <cstdint>
#include <span>

namespace macroscope {

// Bit i of inputs[k] is the value of input k in cycle i. Calls visit(state, cycles) for each state
// that occurs in one of `cycles`, with those in which it does.
template <typename Visit>
void ForEachState(std::span<const std::uint64_t> inputs, std::uint64_t cycles, const Visit& visit,
                  std::uint32_t state = 0) {
  if (cycles == 0) return;
  if (inputs.empty()) {
    visit(state, cycles);
    return;
  }
  const std::size_t k = inputs.size() - 1;
  ForEachState(inputs.first(k), cycles & ~inputs[k], visit, state);
  ForEachState(inputs.first(k), cycles & inputs[k], visit, state | 1u << k);
}

}  // namespace macroscope
