#include "models/batch/operand_plan.h"

#include <cmath>

namespace macroscope {

OperandPlan PlanOperand(const Format& f, const Design& design) {
  constexpr int kDoubleFraction = 52, kDoubleBias = 1023;
  OperandPlan plan;
  plan.is_floating = f.is_floating();
  plan.sign_mask = f.sign_mask();
  plan.magnitude_mask = f.code_mask() & ~f.sign_mask();
  plan.sign_shift = 64 - f.width_bits();
  if (f.is_integer()) {
    plan.twos_complement = f.encoding == Encoding::kTwosComplement;
    plan.point_bits = f.point_bits;
    plan.scale = std::ldexp(1.0, -f.point_bits);
    return plan;
  }
  plan.fraction_shift = kDoubleFraction - f.fraction_bits;
  plan.bias = f.bias;
  plan.rebias = static_cast<std::uint64_t>(kDoubleBias - f.bias) << kDoubleFraction;
  plan.low_below =
      f.has_subnormals ? std::uint64_t{1} << f.fraction_bits : std::uint64_t{f.has_zero};
  plan.low_offset = std::ldexp(1.0, 1 - f.bias);
  plan.low_is_zero = !f.has_subnormals || FlushesInputs(design);
  plan.finite_up_to = f.max_finite();
  if (f.has_infinity()) plan.infinity_magnitude = f.infinity(false);
  plan.negative_zero_is_nan = f.has_nan() && f.has_sign && f.canonical_nan() == f.sign_mask();
  if (f.specials == Specials::kIeee) {
    plan.quiet_bit = std::uint64_t{1} << (f.fraction_bits - 1);
  }
  return plan;
}

}  // namespace macroscope
