// What the kernel for floating results needs to know of a design, worked out once. Operands become
// doubles, exactly; their product is exact in a double, and its sum with the addend in two; the sum
// is rounded to odd in 53 bits, and from there once into the result's format. A design qualifies if
// all of that fits a double's significand and exponents.
#pragma once

#include <cstdint>
#include <optional>

#include "models/design/design.h"

namespace macroscope {

// One operand's way into a double.
struct OperandPlan {
  bool is_floating = true;
  std::uint64_t magnitude_mask = 0;
  std::uint64_t sign_mask = 0;
  int sign_shift = 0;           // From the code's sign to a double's.
  int fraction_shift = 0;       // From the code's fraction to a double's.
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
  double scale = 1;  // Of the lowest bit.
};

// How the bits below the last place, k of them, become what is added to them before they are cut:
// (half & 2^(k-1)) - (even unless the last place is odd) + (2^k - 1 where `up` or `odd` says so).
struct RoundingMasks {
  std::uint64_t half = 0;       // All ones or none, like those below.
  std::uint64_t even = 0;       // 1 or 0
  std::uint64_t up[2] = {};     // By sign.
  std::uint64_t odd = 0;        // Where the last place is even.
  std::uint64_t away[2] = {};   // Overflow goes beyond the largest number, by sign.
  std::uint64_t zero_sign = 0;  // Of what cancels exactly: all ones toward negative.
};
RoundingMasks MasksOf(Rounding rounding);

struct FloatPlan {
  OperandPlan a, b, c;
  bool multiplies = false;  // The product a*b, or a alone,
  bool adds = false;        // and c is added, which of fp_add is its second operand.

  Rounding rounding = Rounding::kTiesToEven;
  RoundingMasks masks;                   // Of a fixed mode;
  RoundingMasks port_masks[kPortModes];  // or of those that the port chooses from.
  int random_bits = 0;

  int fraction_bits = 0;
  int cut_bits = 0;              // 52 - fraction_bits: below the last place of a normal number.
  std::int64_t least_field = 0;  // The double's exponent field of the least normal number.
  std::uint64_t max_finite = 0;
  int sign_position = 0;
  bool has_negative_zero = true;
  bool flushes = false;
  bool tiny_after_rounding = true;
  std::uint64_t overflow[2] = {};  // Away from zero, by sign.
  std::uint64_t infinity[2] = {};
  std::uint64_t nan = 0;
  std::uint64_t infinity_flags = 0;
  std::uint64_t nan_flags = 0;
};

// Nothing if the design's numbers do not fit.
std::optional<FloatPlan> PlanFloat(const Design& design);

struct Block;
// The fields of z and, if asked for, flags. Each runs only where the host has the instructions.
void FloatKernelAvx2(const FloatPlan& plan, const Block& block);
void FloatKernelAvx512(const FloatPlan& plan, const Block& block);
// The running sum of all products, from c0 on.
std::uint64_t FloatSumAvx2(const FloatPlan& plan, const Block& block, std::uint64_t c0);
std::uint64_t FloatSumAvx512(const FloatPlan& plan, const Block& block, std::uint64_t c0);

}  // namespace macroscope
