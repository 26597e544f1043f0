// Which power of two a block's elements are divided by: the rules in use.
#pragma once

#include "models/design/quantized_block.h"
#include "models/formats/format.h"

namespace macroscope {

// The exponent of the leading bit of the format's greatest value.
int GreatestExponent(const Format& element);
// The greatest value. Exact: formats have at most 53 significant bits.
double GreatestValue(const Format& element);

// The exponent that `rule` gives, not limited by any scale format. largest: finite, above 0.
int ScaleExponent(BlockScaleRule rule, const Format& element, double largest);

}  // namespace macroscope
