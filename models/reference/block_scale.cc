#include "models/reference/block_scale.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "models/formats/decode.h"

namespace macroscope {

double GreatestValue(const Format& element) {
  const auto magnitude = [&element](std::uint64_t code) {
    const Decoded value = Decode(element, code);
    return std::ldexp(static_cast<double>(value.significand), value.exponent);
  };
  const double greatest = magnitude(element.max_finite());
  // A table need not be symmetric.
  return element.is_codebook() ? std::max(greatest, magnitude(element.min_finite())) : greatest;
}

int GreatestExponent(const Format& element) { return std::ilogb(GreatestValue(element)); }

int ScaleExponent(BlockScaleRule rule, const Format& element, double largest) {
  if (!(largest > 0) || std::isinf(largest)) {
    throw std::invalid_argument("no scale: the largest magnitude is zero or not finite");
  }
  const int floor = std::ilogb(largest);
  const int greatest = GreatestExponent(element);
  switch (rule) {
    case BlockScaleRule::kFloor:
      return floor - greatest;
    case BlockScaleRule::kCeil:
      return floor + (largest > std::ldexp(1.0, floor) ? 1 : 0) - greatest;
    case BlockScaleRule::kEven: {
      // Of an integer, what the greatest element has below its leading bit.
      const int fraction_bits =
          element.is_floating() ? element.fraction_bits : greatest + element.point_bits;
      const double rounded = std::floor(std::ldexp(largest, fraction_bits - floor) + 0.5);
      return std::ilogb(rounded) - fraction_bits + floor - greatest;
    }
    case BlockScaleRule::kRceil:
      return floor - greatest +
             (largest > std::ldexp(GreatestValue(element), floor - greatest) ? 1 : 0);
  }
  throw std::logic_error("unknown scale rule");
}

}  // namespace macroscope
