#include "sim/activity/net_changes.h"

#include <bit>

#include "sim/netlist/netlist.h"

namespace macroscope {

// The constants' changes are those at index 0: none.
NetChanges::NetChanges(const std::vector<std::uint8_t>& values) : nets_(values.size()) {
  for (std::size_t net = 0; net < values.size(); ++net) nets_[net].last_value = values[net] != 0;
  nets_[kNetOne].first_value = true;
  nets_[kNetOne].ends = ~std::uint64_t{0};
}

void NetChanges::StartBlock(int cycles) {
  cycles_ = cycles;
  moments_.assign(1, kNever);
}

void NetChanges::Place(int net, std::uint64_t values, Tick to_zero, Tick to_one) {
  Begin(net, kBlockCycles);
  const std::uint64_t changes =
      (values ^ (values << 1 | (First(net) ? 1 : 0))) & AllCycles(cycles_);
  for (std::uint64_t rest = changes; rest != 0; rest &= rest - 1) {
    const auto cycle = static_cast<Moment>(std::countr_zero(rest));
    Append(cycle << kTickBits | ((values >> cycle & 1) != 0 ? to_one : to_zero));
  }
  End(net);
}

void NetChanges::Begin(int net, std::size_t most) {
  const std::size_t needed = moments_.size() + most + 1;
  if (moments_.capacity() < needed) moments_.reserve(2 * needed);
  Net& place = nets_[net];
  place.first = static_cast<std::uint32_t>(moments_.size());
  place.first_value = place.last_value;
}

void NetChanges::End(int net) {
  Net& place = nets_[net];
  place.count = static_cast<std::uint32_t>(moments_.size()) - place.first;
  // Bit i of `flips`: whether it changes an odd number of times in cycle i; then, in all cycles up
  // to i.
  std::uint64_t flips = 0;
  for (std::uint32_t i = place.first; i < moments_.size(); ++i) {
    flips ^= std::uint64_t{1} << CycleOf(moments_[i]);
  }
  for (int shift = 1; shift < kBlockCycles; shift *= 2) flips ^= flips << shift;
  place.ends = place.first_value ? ~flips : flips;
  place.last_value = (place.ends >> (cycles_ - 1) & 1) != 0;
  moments_.push_back(kNever);
}

}  // namespace macroscope
