#include "models/formats/posit_layout.h"

#include <algorithm>

namespace macroscope {

PositParts SplitPosit(const PositLayout& layout, std::uint64_t body) {
  int left = layout.width_bits - 1;  // Bits not yet read.
  const auto next = [&] { return (body >> --left & 1) != 0; };
  const bool ones = next();
  int run = 1;
  while (left > 0 && next() == ones) ++run;  // The unlike bit is read along.
  const int exponent_bits = std::min(left, layout.exponent_bits);
  left -= exponent_bits;
  const std::uint64_t exponent = (body >> left) & ((std::uint64_t{1} << exponent_bits) - 1);

  PositParts parts;
  const int regime = ones ? run - 1 : -run;
  const int missing = layout.exponent_bits - exponent_bits;
  parts.scale = regime * (1 << layout.exponent_bits) + static_cast<int>(exponent << missing);
  parts.fraction = body & ((std::uint64_t{1} << left) - 1);
  parts.fraction_bits = left;
  return parts;
}

}  // namespace macroscope
