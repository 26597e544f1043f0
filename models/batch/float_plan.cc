#include "models/batch/float_plan.h"

#include <algorithm>
#include <cmath>

#include "models/design/flags.h"

namespace macroscope {
namespace {

constexpr int kDoubleFraction = 52, kDoubleBias = 1023, kLeastExponent = -1022;
constexpr std::uint64_t kAll = ~std::uint64_t{0};

// Of a value other than zero: the exponents of its lowest bit and of its leading one.
struct Span {
  int lowest = 0, highest = 0;
};

Span SpanOf(const Format& f) {
  const int lowest = f.min_quantum_exponent();
  return {lowest, lowest + f.max_shift() + f.significand_bits()};
}

OperandPlan PlanOperand(const Format& f, const Design& design) {
  OperandPlan plan;
  plan.is_floating = f.is_floating();
  plan.sign_mask = f.sign_mask();
  plan.magnitude_mask = f.code_mask() & ~f.sign_mask();
  plan.sign_shift = 64 - f.width_bits();
  if (f.is_integer()) {
    plan.twos_complement = f.encoding == Encoding::kTwosComplement;
    plan.scale = std::ldexp(1.0, -f.point_bits);
    return plan;
  }
  plan.fraction_shift = kDoubleFraction - f.fraction_bits;
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

// What can be of a floating unit's result, laid out as the kernel's tables.
void PlanResult(const Design& design, FloatPlan& plan) {
  const Format& f = design.accumulator.format;
  plan.fraction_bits = f.fraction_bits;
  plan.cut_bits = kDoubleFraction - f.fraction_bits;
  plan.least_field = 1 - f.bias + kDoubleBias;
  plan.max_finite = f.max_finite();
  plan.sign_position = f.width_bits() - 1;
  plan.has_negative_zero = f.has_negative_zero();
  plan.nan = f.canonical_nan();
  plan.nan_flags = f.has_nan() ? 0 : Flags::kInvalid;
  plan.infinity_flags = f.has_infinity() ? 0 : Flags::kOverflow | Flags::kInexact;
  for (const bool negative : {false, true}) {
    const std::uint64_t largest = negative ? f.min_finite() : f.max_finite();
    const bool gives_nan = f.has_nan() && design.overflow != Overflow::kSaturate;
    plan.infinity[negative] = f.has_infinity() ? f.infinity(negative)
                              : gives_nan      ? plan.nan
                                               : largest;
    plan.overflow[negative] = largest;
    if (design.overflow == Overflow::kInfinity && f.has_infinity()) {
      plan.overflow[negative] = f.infinity(negative);
    } else if (design.overflow == Overflow::kNan && f.has_nan()) {
      plan.overflow[negative] = plan.nan;
    }
  }
}

}  // namespace

RoundingMasks MasksOf(Rounding rounding) {
  RoundingMasks masks;
  switch (rounding) {
    case Rounding::kTiesToEven:
      masks.even = 1;
      [[fallthrough]];
    case Rounding::kTiesToAway:
      masks.half = kAll;
      [[fallthrough]];
    case Rounding::kStochastic:
      masks.away[0] = masks.away[1] = kAll;
      break;
    case Rounding::kTowardNegative:
      masks.up[1] = masks.away[1] = masks.zero_sign = kAll;
      break;
    case Rounding::kTowardPositive:
      masks.up[0] = masks.away[0] = kAll;
      break;
    case Rounding::kToOdd:
      masks.odd = kAll;
      break;
    case Rounding::kTowardZero:
    case Rounding::kPort:
      break;
  }
  return masks;
}

std::optional<FloatPlan> PlanFloat(const Design& design) {
  if (design.unit != UnitKind::kFpFma && design.unit != UnitKind::kFpAdd &&
      design.unit != UnitKind::kFpMul) {
    return {};  // convert, whose targets and infinities are others, is left to its laws.
  }
  const Format& z = design.accumulator.format;

  FloatPlan plan;
  plan.adds = design.unit == UnitKind::kFpFma || design.unit == UnitKind::kFpAdd;
  plan.multiplies = design.unit != UnitKind::kFpAdd;
  const Format& addend = design.unit == UnitKind::kFpAdd ? design.b : z;
  plan.a = PlanOperand(design.a, design);
  if (plan.multiplies) plan.b = PlanOperand(design.b, design);
  if (plan.adds) plan.c = PlanOperand(addend, design);

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
  // The result's last place, what the rounding looks at below it, and a bit for the rest.
  if (z.fraction_bits + std::max(design.random_bits, 1) + 1 > kDoubleFraction) return {};

  plan.rounding = design.rounding;
  plan.masks = MasksOf(design.rounding);
  for (int mode = 0; mode < kPortModes; ++mode) {
    plan.port_masks[mode] = MasksOf(static_cast<Rounding>(mode));
  }
  plan.random_bits = design.random_bits;
  plan.flushes = FlushesOutputs(design);
  plan.tiny_after_rounding = design.tininess == Tininess::kAfterRounding;
  PlanResult(design, plan);
  return plan;
}

}  // namespace macroscope
