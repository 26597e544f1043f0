#include "models/batch/fixed_plan.h"

#include <algorithm>

#include "models/common/bits.h"

namespace macroscope {
namespace {

FixedOperandPlan PlanOperand(const Format& f) {
  FixedOperandPlan plan;
  plan.is_floating = f.is_floating();
  plan.sign_mask = f.sign_mask();
  plan.magnitude_mask = f.code_mask() & ~f.sign_mask();
  plan.sign_shift = 64 - f.width_bits();
  if (f.is_integer()) {
    plan.twos_complement = f.encoding == Encoding::kTwosComplement;
    return plan;
  }
  plan.fraction_bits = f.fraction_bits;
  plan.low_below =
      f.has_subnormals ? std::uint64_t{1} << f.fraction_bits : std::uint64_t{f.has_zero};
  plan.least_field = f.has_subnormals ? 1 : 0;
  plan.has_specials = f.has_nan() || f.has_infinity();
  plan.finite_up_to = f.max_finite();
  if (f.has_infinity()) plan.infinity_magnitude = f.infinity(false);
  plan.has_infinity = f.has_infinity();
  plan.negative_zero_is_nan = f.has_nan() && f.has_sign && f.canonical_nan() == f.sign_mask();
  if (plan.negative_zero_is_nan) plan.nan_code = f.sign_mask();
  return plan;
}

}  // namespace

std::optional<FixedPlan> PlanFixed(const Design& design) {
  if (design.unit != UnitKind::kIntMac && design.unit != UnitKind::kKulischMac) return {};
  FixedPlan plan;
  plan.a = PlanOperand(design.a);
  plan.b = PlanOperand(design.b);
  plan.fixed_bits = design.accumulator.width_bits;
  plan.saturates = design.overflow == Overflow::kSaturate;
  const int flag_bits = FlagBits(design.a, design.b);
  plan.has_flags = flag_bits > 0;
  plan.may_be_infinite = flag_bits > 1;
  plan.has_shift = design.a.is_floating() || design.b.is_floating();
  plan.limbs = LimbsFor(plan.fixed_bits + flag_bits);
  if (plan.limbs > 2) return {};
  // In one word the product's bits may wrap with the accumulator's.
  constexpr int kMostProductBits = 63, kMostShift = 127;
  const int product_bits = design.a.significand_bits() + design.b.significand_bits();
  if (plan.limbs == 2 && product_bits > kMostProductBits) return {};
  const int shift = design.a.max_shift() + design.b.max_shift();
  if (shift > kMostShift) return {};
  plan.shifts_far = shift >= 64;
  constexpr int kMostPackedCode = 15, kMostPackedProduct = 15;
  const int flags_place = plan.fixed_bits % 64;
  plan.flags_in_quarter = flags_place % 16;
  plan.flags_quarter = flags_place - plan.flags_in_quarter;
  plan.flags_mask = ((std::uint64_t{1} << flag_bits) - 1) << flags_place;
  plan.signs_meet = design.a.is_signed() && design.b.is_signed() &&
                    design.a.width_bits() == design.b.width_bits();
  plan.packs = plan.has_shift && product_bits <= kMostPackedProduct &&
               std::max(design.a.width_bits(), design.b.width_bits()) <= kMostPackedCode &&
               (plan.limbs == 1 || plan.fixed_bits >= 64) &&
               plan.flags_in_quarter + flag_bits <= 16;
  return plan;
}

}  // namespace macroscope
