// The loops around a kernel that rounds: over a block, and over the terms of a running sum. Lanes
// is the kernel: FloatLanes or WideLanes. Included by kernels alone.
#pragma once

#include <cstring>

#include "models/batch/block.h"
#include "models/batch/result_lanes.h"

namespace macroscope {
namespace {

// The operations from `first` on, fewer than a vector, in a vector of their own.
template <int kLanes>
struct RestOfBlock {
  RestOfBlock(const Block& block, std::size_t first) : count(block.count - first) {
    const std::size_t bytes = count * sizeof *a;
    std::memcpy(a, block.a + first, bytes);
    if (block.b != nullptr) std::memcpy(b, block.b + first, bytes);
    if (block.c != nullptr) std::memcpy(c, block.c + first, bytes);
    if (block.r != nullptr) std::memcpy(r, block.r + first, bytes);
  }
  Block block() { return {.a = a, .b = b, .c = c, .r = r, .z = z, .flags = flags, .count = count}; }

  std::size_t count;
  std::uint64_t a[kLanes] = {}, b[kLanes] = {}, c[kLanes] = {}, r[kLanes] = {}, z[kLanes];
  std::uint8_t flags[kLanes];
};

template <int kLanes, typename Lanes, typename Plan>
void RunBlock(const Plan& plan, const Block block) {
  const Lanes lanes(plan);
  std::size_t i = 0;
  for (; i + kLanes <= block.count; i += kLanes) lanes.Run(block, i);
  if (i == block.count) return;
  RestOfBlock<kLanes> rest(block, i);
  lanes.Run(rest.block(), 0);
  std::memcpy(block.z + i, rest.z, rest.count * sizeof *rest.z);
  if (block.flags != nullptr) std::memcpy(block.flags + i, rest.flags, rest.count);
}

template <int kLanes, typename Lanes, typename Plan>
std::uint64_t SumBlock(const Plan& plan, const Block& block, std::uint64_t c) {
  const Lanes lanes(plan);
  std::size_t i = 0;
  for (; i + kLanes <= block.count; i += kLanes) c = lanes.Sum(block, i, kLanes, c);
  if (i == block.count) return c;
  RestOfBlock<kLanes> rest(block, i);
  return lanes.Sum(rest.block(), 0, rest.count, c);
}

template <int kLanes, template <int, Increment, bool> typename Lanes, typename Plan>
void RunRounding(const Plan& plan, const Block& block) {
  WithIncrement(plan.result.rounding, [&]<Increment kIncrement>() {
    block.flags != nullptr ? RunBlock<kLanes, Lanes<kLanes, kIncrement, true>>(plan, block)
                           : RunBlock<kLanes, Lanes<kLanes, kIncrement, false>>(plan, block);
  });
}
template <int kLanes, template <int, Increment, bool> typename Lanes, typename Plan>
std::uint64_t SumRounding(const Plan& plan, const Block& block, std::uint64_t c0) {
  return WithIncrement(plan.result.rounding, [&]<Increment kIncrement>() {
    return SumBlock<kLanes, Lanes<kLanes, kIncrement, false>>(plan, block, c0);
  });
}

}  // namespace
}  // namespace macroscope
