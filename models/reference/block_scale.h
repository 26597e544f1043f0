// Which power of two a block's elements are divided by: the rules in use.
#pragma once

#include <cstdint>

#include "models/formats/format.h"

namespace macroscope {

enum class ScaleRule : std::uint8_t {
  kFloor,  // floor(log2 largest) - e: of OCP MX 1.0, section 6.3. The largest element may saturate.
  kCeil,   // ceil(log2 largest) - e: nothing saturates.
  kEven,   // As kFloor, of the largest rounded to the elements' fraction bits, halves up (torchao).
  kRceil,  // The least at which the largest does not exceed the greatest element (cuBLAS).
};         // e: of the greatest element's leading bit.

// The exponent of the leading bit of the format's greatest value.
int GreatestExponent(const Format& element);
// The greatest value. Exact: formats have at most 53 significant bits.
double GreatestValue(const Format& element);

// The exponent that `rule` gives, not limited by any scale format. largest: finite, above 0.
int ScaleExponent(ScaleRule rule, const Format& element, double largest);

}  // namespace macroscope
