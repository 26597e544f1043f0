#include "sim/activity/activity.h"

#include <algorithm>

namespace macroscope {

Activity::Activity(const Netlist& netlist, const CellShapes& shapes)
    : toggles_(netlist.net_count, 0) {
  std::size_t size = 0;
  const auto take = [&](std::size_t count) {
    const auto begin = static_cast<std::uint32_t>(size);
    size += count;
    return begin;
  };
  for (const NetlistInstance& instance : netlist.instances) {
    const CellShape& shape = shapes.at(instance.cell);
    const std::size_t states = shape.state_count();
    Place place{};
    place.inputs = static_cast<int>(shape.inputs.size());
    place.bits = shape.state_bits();
    place.changes = take(states * shape.state_bits());
    place.caused = take(shape.is_flip_flop ? 0 : states * shape.outputs.size() * place.inputs);
    place.half_cycles = take(states);
    places_.push_back(place);
  }
  counts_.assign(size, 0);
}

void Activity::Clear() {
  std::ranges::fill(counts_, 0);
  std::ranges::fill(toggles_, 0);
}

}  // namespace macroscope
