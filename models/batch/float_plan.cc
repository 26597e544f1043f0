#include "models/batch/float_plan.h"

#include <algorithm>

namespace macroscope {
namespace {

constexpr int kDoubleFraction = 52, kDoubleBias = 1023, kLeastExponent = -1022;

// Of a value other than zero: the exponents of its lowest bit and of its leading one.
struct Span {
  int lowest = 0, highest = 0;
};

Span SpanOf(const Format& f) {
  const int lowest = f.min_quantum_exponent();
  return {lowest, lowest + f.max_shift() + f.significand_bits()};
}

}  // namespace

std::optional<FloatPlan> PlanFloatSum(const Design& design, const Format& addend) {
  const Format& z = design.accumulator.format;
  // Only conversions have other targets.
  if (!z.is_floating() || !z.has_sign || !z.has_subnormals) return {};
  // The result's last place, what the rounding looks at below it, and a bit for the rest.
  if (z.fraction_bits + std::max(design.random_bits, 1) + 1 > kDoubleFraction) return {};
  FloatPlan plan;
  plan.c = PlanOperand(addend, design);
  plan.result = PlanResult(design);
  plan.cut_bits = kDoubleFraction - z.fraction_bits;
  plan.least_field = 1 - z.bias + kDoubleBias;
  return plan;
}

std::optional<FloatPlan> PlanFloat(const Design& design) {
  if (design.unit != UnitKind::kFpFma && design.unit != UnitKind::kFpAdd &&
      design.unit != UnitKind::kFpMul && design.unit != UnitKind::kConvert) {
    return {};
  }
  const Format& addend = design.unit == UnitKind::kFpAdd ? design.b : design.accumulator.format;
  std::optional<FloatPlan> sum = PlanFloatSum(design, addend);
  if (!sum) return {};

  FloatPlan plan = *sum;
  plan.adds = design.unit == UnitKind::kFpFma || design.unit == UnitKind::kFpAdd;
  plan.multiplies = design.unit != UnitKind::kFpAdd && HasB(design);
  plan.a = PlanOperand(design.a, design);
  if (plan.multiplies) plan.b = PlanOperand(design.b, design);

  // Operands, product and sum are normal doubles, whatever their bits, and operands as they come.
  Span span = SpanOf(design.a);
  int lowest = span.lowest, highest = span.highest;
  int significand_bits = design.a.significand_bits();
  if (plan.multiplies) {
    const Span b = SpanOf(design.b);
    lowest = std::min({lowest, b.lowest, span.lowest + b.lowest});
    highest = std::max({highest, b.highest, span.highest + b.highest});
    significand_bits += design.b.significand_bits();
  }
  if (plan.adds) {
    const Span c = SpanOf(addend);
    lowest = std::min(lowest, c.lowest);
    highest = std::max(highest, c.highest);
    significand_bits = std::max(significand_bits, addend.significand_bits());
  }
  constexpr int kMargin = 2;
  if (significand_bits > kDoubleFraction + 1) return {};
  if (lowest < kLeastExponent + kMargin || highest > kDoubleBias - kMargin) return {};
  return plan;
}

}  // namespace macroscope
