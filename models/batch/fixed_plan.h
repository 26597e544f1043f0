// What the kernel for fixed-point accumulators needs to know of a design, worked out once. Products
// are signed integers of at most 63 bits, shifted into accumulators of one or two 64-bit words.
#pragma once

#include <cstdint>
#include <optional>

#include "models/design/design.h"

namespace macroscope {

// One operand's way to (-1)^sign * significand * 2^shift.
struct FixedOperandPlan {
  bool is_floating = true;
  bool twos_complement = false;
  std::uint64_t magnitude_mask = 0;
  std::uint64_t sign_mask = 0;
  int sign_shift = 0;  // From the code's sign to bit 63.
  int fraction_bits = 0;
  std::uint64_t low_below = 0;    // Magnitudes below this have no hidden bit.
  std::uint64_t least_field = 0;  // The exponent field whose numbers are not shifted.
  bool has_specials = false;
  std::uint64_t finite_up_to = 0;
  std::uint64_t infinity_magnitude = ~std::uint64_t{0};
  bool has_infinity = false;  // Else what stands above the numbers are NaNs.
  bool negative_zero_is_nan = false;
  std::uint64_t nan_code = ~std::uint64_t{0};  // Negative zero, where it is the NaN.
};

struct FixedPlan {
  FixedOperandPlan a, b;
  int limbs = 1;
  int fixed_bits = 0;  // Flags stand above them.
  bool saturates = false;
  bool has_flags = false;
  bool may_be_infinite = false;
  bool packs = false;  // Codes, signed products and shifts have 16 bits at most, and the flags
                       // stand in one quarter of a limb:
  int flags_in_quarter = 0;      // their place in it,
  int flags_quarter = 0;         // and the quarter's in the limb, in bits.
  std::uint64_t flags_mask = 0;  // In the upper limb.
  bool signs_meet = false;       // Both codes have their sign at one place.
  bool has_shift = false;        // Some operand is floating.
  bool shifts_far = false;       // By 64 or more.
};

// Nothing if the design's accumulator or product is too wide, or it has none.
std::optional<FixedPlan> PlanFixed(const Design& design);

struct Block;
// The field z. Each runs only where the host has the instructions.
void FixedKernelAvx2(const FixedPlan& plan, const Block& block);
void FixedKernelAvx512(const FixedPlan& plan, const Block& block);
// Adds all products to the one accumulator that block.z holds. Not for designs that saturate.
void FixedSumAvx2(const FixedPlan& plan, const Block& block);
void FixedSumAvx512(const FixedPlan& plan, const Block& block);

}  // namespace macroscope
