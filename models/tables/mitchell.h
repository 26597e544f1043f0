// The Gaussian logarithms by two straight lines and without a table (Mitchell 1962): 2^-d from the
// distance d, then the logarithm of 1 plus or minus that.
//
//   2^-(q + r) = 2^-(q + 1) * 2^(1 - r), about 2^-(q + 1) * (2 - r);  log2(1 + x), about x
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace macroscope {

struct MitchellLines {
  int fraction_bits = 0;  // 2^fraction_bits steps an octave.
  int guard_bits = 2;     // Below a step; at least 1.

  int unit_bits() const { return fraction_bits + guard_bits; }
  // A term farther below adds nothing.
  int distance_bits() const {
    return fraction_bits + static_cast<int>(std::bit_width(static_cast<unsigned>(unit_bits())));
  }

  // As GaussianTables::Value: in 2^-guard_bits of a step.
  std::int64_t Value(bool subtracts, std::uint64_t distance) const {
    const std::uint64_t octaves = distance >> fraction_bits;
    if (octaves > static_cast<std::uint64_t>(unit_bits())) return 0;
    const std::uint64_t rest = distance & ((std::uint64_t{1} << fraction_bits) - 1);
    const std::uint64_t two = std::uint64_t{2} << fraction_bits;
    const std::uint64_t power = (two - rest) << guard_bits >> (octaves + 1);
    if (!subtracts) return static_cast<std::int64_t>(power);
    const std::uint64_t one = std::uint64_t{1} << unit_bits();
    const std::uint64_t left = one - power;  // 0 where both cancel.
    if (left == 0) return 0;
    const int zeros = unit_bits() + 1 - static_cast<int>(std::bit_width(left));
    return (static_cast<std::int64_t>(zeros + 1) << unit_bits()) -
           static_cast<std::int64_t>(left << zeros);
  }
};

}  // namespace macroscope
