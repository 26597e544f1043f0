// What the magnitude that a scale rule chooses is mapped to.
#pragma once

#include <cstdint>

#include "models/design/design.h"

namespace macroscope {

struct FullScales {
  double a = 0;
  double b = 0;
};

// The formats' greatest finite values.
FullScales GreatestValues(const Format& a, const Format& b);

// The same, but where a sum of `products` products would leave a floating accumulator's range and
// stay at infinity, so that nothing more toggles, the power of two below at which it stays within:
// sqrt(products) times both full scales is at most the accumulator's greatest value, which
// leaves more than ten standard deviations for a sum of normal values. Only floating operands give
// way, which lose nothing by it, and only to 16 times their least normal number.
FullScales FullScalesFor(const Design& design, std::uint64_t products);

}  // namespace macroscope
