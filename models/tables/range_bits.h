// How many bits a range of numbers takes.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace macroscope {

// Two's complement bits that hold every number from `least` to `greatest`.
constexpr int RangeBits(std::int64_t least, std::int64_t greatest) {
  const auto bits = [](std::int64_t x) {
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(x >= 0 ? x : ~x))) + 1;
  };
  return std::max(bits(least), bits(greatest));
}

}  // namespace macroscope
