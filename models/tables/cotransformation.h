// The difference of two numbers whose logarithms lie close together, as a sum (co-transformation,
// Coleman 1995, Arnold et al. 1998). With d > 0 the distance of the logarithms in steps, a its
// upper bits and b its low_bits,
//
//   1 - 2^-d = (1 - 2^-a) + 2^-a * (1 - 2^-b)
//
// so that two small tables of -log2(1 - 2^-x) have both parts, and their sum is one of two positive
// numbers, which is well-behaved where the difference goes to minus infinity:
//
//   d       | a: split_bits - low_bits | b: low_bits |
//   parts     high[a], a + low[b]      how far each lies below the larger number
//
// Where a or b is 0, the other part is all there is.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/tables/lookup_table.h"
#include "models/tables/whole_steps.h"

namespace macroscope {

struct Cotransformation {
  int split_bits = 0;  // Of the greatest distance that is split; 0: none is.
  int low_bits = 0;    // At least 1, and fewer than split_bits.
  LookupTable high;    // Both in 2^-guard_bits of a step; of 0, which is not looked up, 0.
  LookupTable low;

  bool Splits(std::uint64_t distance) const {
    return split_bits > 0 && distance >> split_bits == 0;
  }

  // Of the difference: the greater part lies `below` the larger number, in 2^-guard_bits of a step,
  // and the lesser one `distance` whole steps below that, to the nearest, halves up.
  struct Parts {
    std::int64_t below = 0;
    bool are_two = false;
    std::uint64_t distance = 0;
  };
  // `distance` is one that is split, and not 0.
  Parts PartsOf(std::uint64_t distance, int guard_bits) const {
    const std::uint64_t a = distance >> low_bits << low_bits, b = distance - a;
    const auto of_high = static_cast<std::int64_t>(high[a >> low_bits]);
    const auto of_low = static_cast<std::int64_t>((a << guard_bits) + low[b]);
    if (a == 0) return {.below = of_low};
    if (b == 0) return {.below = of_high};
    const std::int64_t below = std::min(of_high, of_low), other = std::max(of_high, of_low);
    return {.below = below,
            .are_two = true,
            .distance = static_cast<std::uint64_t>(WholeSteps(other - below, guard_bits))};
  }

  std::int64_t bits() const { return high.bits() + low.bits(); }
};

}  // namespace macroscope
