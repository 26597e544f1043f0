// When the nets of a netlist change, within one block of cycles.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_delays.h"

namespace macroscope {

// A moment within a block: the cycle above, the tick in it below.
using Moment = std::uint64_t;
inline constexpr int kTickBits = 32;
inline constexpr Moment kNever = std::numeric_limits<Moment>::max();
inline int CycleOf(Moment moment) { return static_cast<int>(moment >> kTickBits); }

class NetChanges {
 public:
  // `values` are the nets' as the first block begins.
  explicit NetChanges(const std::vector<std::uint8_t>& values);

  void StartBlock(int cycles);
  int cycles() const { return cycles_; }

  // A net that changes at most once a cycle: bit i of `values` is what it has in cycle i.
  void Place(int net, std::uint64_t values, Tick to_zero, Tick to_one);

  // The net's changes, ascending; kNever ends them.
  const Moment* Of(int net) const { return moments_.data() + nets_[net].first; }
  std::uint32_t Count(int net) const { return nets_[net].count; }
  // Its value as the block begins.
  bool First(int net) const { return nets_[net].first_value; }
  // Bit i: its value as cycle i ends.
  std::uint64_t Ends(int net) const { return nets_[net].ends; }

  // For whoever computes the changes of a net from those of others: Begin, any number of Append in
  // ascending order, but no more than `most`, then End. Pointers stay valid meanwhile.
  void Begin(int net, std::size_t most);
  void Append(Moment moment) { moments_.push_back(moment); }
  void End(int net);

 private:
  struct Net {
    std::uint32_t first = 0;  // In moments_.
    std::uint32_t count = 0;
    std::uint64_t ends = 0;
    bool first_value = false;
    bool last_value = false;  // As the block ends.
  };

  int cycles_ = 0;
  std::vector<Net> nets_;
  std::vector<Moment> moments_;
};

}  // namespace macroscope
