#include "models/batch/wide_plan.h"

namespace macroscope {
namespace {

IntegerTarget PlanInteger(const Design& design) {
  const Format& f = design.accumulator.format;
  IntegerTarget plan;
  plan.sign_magnitude = f.encoding == Encoding::kSignMagnitude;
  plan.wraps = design.overflow == Overflow::kWrap;
  plan.point_bits = f.point_bits;
  plan.code_mask = f.code_mask();
  plan.sign_mask = f.sign_mask();
  plan.magnitude_mask = f.max_finite();
  plan.limit[0] = plan.limit[1] = f.max_finite();
  if (f.encoding == Encoding::kTwosComplement) plan.limit[1] = f.sign_mask();
  if (f.encoding == Encoding::kUnsigned) plan.limit[1] = 0;
  return plan;
}

}  // namespace

std::optional<WidePlan> PlanWide(const Design& design) {
  if (!Rounds(design)) return {};
  const Format& z = design.accumulator.format;
  if (z.is_floating() && !z.has_subnormals && design.rounding == Rounding::kStochastic) return {};

  WidePlan plan;
  plan.adds = design.unit == UnitKind::kFpFma || design.unit == UnitKind::kFpAdd;
  plan.multiplies = design.unit != UnitKind::kFpAdd && HasB(design);
  plan.a = PlanOperand(design.a, design);
  if (plan.multiplies) plan.b = PlanOperand(design.b, design);
  if (plan.adds) plan.c = PlanOperand(design.unit == UnitKind::kFpAdd ? design.b : z, design);

  plan.result = PlanResult(design);
  plan.to_integer = z.is_integer();
  if (plan.to_integer) {
    plan.integer = PlanInteger(design);
    return plan;
  }
  plan.has_sign = z.has_sign;
  plan.has_subnormals = z.has_subnormals;
  plan.has_zero = z.has_zero;
  plan.precision = z.fraction_bits + 1;
  plan.least_exponent = (z.has_subnormals ? 1 : 0) - z.bias;
  plan.top_field = z.max_finite() >> z.fraction_bits;
  return plan;
}

}  // namespace macroscope
