// Fields of many lanes, in laws and as the words of RTL ports.
#pragma once

#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <cstdint>
#include <type_traits>

#include "models/common/word.h"
#include "models/design/dot_product.h"

namespace macroscope {

template <typename T>
using LaneVector = boost::container::static_vector<T, kMostLanes>;

// One field of every lane as one word, lane 0 lowest: an RTL port.
template <typename Lanes, typename Get>
Bits PackLanes(const Lanes& lanes, int width_bits, Get&& get) {
  Bits packed;
  int position = 0;
  for (const auto& lane : lanes) {
    const auto& value = get(lane);
    using Value = std::decay_t<decltype(value)>;
    if constexpr (std::is_integral_v<Value> && sizeof(Value) <= 8) {
      packed.Insert(position, width_bits, static_cast<std::uint64_t>(value));
    } else {
      std::uint64_t limb[kMaxLimbs];
      WordToLimbs(value, limb, LimbsFor(width_bits));
      for (int bit = 0; bit < width_bits; bit += 64) {
        packed.Insert(position + bit, std::min(64, width_bits - bit), limb[bit / 64]);
      }
    }
    position += width_bits;
  }
  return packed;
}

}  // namespace macroscope
