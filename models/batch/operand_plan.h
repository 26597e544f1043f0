// What the kernels for floating results need to know of an operand, worked out once.
#pragma once

#include <cstdint>

#include "models/design/design.h"

namespace macroscope {

// One operand's way from its code into a double, or into a significand and an exponent.
struct OperandPlan {
  bool is_floating = true;
  std::uint64_t magnitude_mask = 0;
  std::uint64_t sign_mask = 0;
  int sign_shift = 0;           // From the code's sign to a double's.
  int fraction_shift = 0;       // From the code's fraction to a double's.
  std::int64_t bias = 0;        // Of the code's exponent.
  std::uint64_t rebias = 0;     // From the code's exponent to a double's, in its place.
  std::uint64_t low_below = 0;  // Magnitudes below this have no hidden bit,
  double low_offset = 0;        // which is worth this,
  bool low_is_zero = false;     // or count as zero: no subnormals, or flushed.
  std::uint64_t finite_up_to = 0;
  std::uint64_t infinity_magnitude = ~std::uint64_t{0};
  bool negative_zero_is_nan = false;
  std::uint64_t quiet_bit = 0;  // 0 where no NaN is signalling.
  // Integers.
  bool twos_complement = false;
  int point_bits = 0;
  double scale = 1;  // Of the lowest bit.
};

// With the design's treatment of subnormals.
OperandPlan PlanOperand(const Format& format, const Design& design);

}  // namespace macroscope
