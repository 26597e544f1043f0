#include "models/batch/result_plan.h"

#include "models/design/flags.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

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

void PlanCodes(const Design& design, ResultPlan& plan) {
  const Format& f = design.accumulator.format;
  plan.fraction_bits = f.fraction_bits;
  plan.max_finite = f.max_finite();
  plan.sign_mask = f.sign_mask();
  plan.has_negative_zero = f.has_negative_zero();
  plan.nan = f.canonical_nan();
  plan.nan_flags = f.has_nan() ? 0 : Flags::kInvalid;
  plan.infinity_flags = f.has_infinity() ? 0 : Flags::kOverflow | Flags::kInexact;
  const bool saturates = design.overflow == Overflow::kSaturate;
  const bool invalid = !saturates && f.has_nan();
  plan.no_such_number = invalid ? plan.nan : 0;
  plan.no_such_flags = invalid ? Flags::kInvalid : Flags::kOverflow | Flags::kInexact;
  for (const bool negative : {false, true}) {
    const std::uint64_t largest = f.max_finite() | (negative ? f.sign_mask() : 0);
    plan.infinity[negative] = f.has_infinity()            ? f.infinity(negative && f.has_sign)
                              : f.has_nan() && !saturates ? plan.nan
                                                          : largest;
    plan.overflow[negative] = largest;
    if (design.overflow == Overflow::kInfinity && f.has_infinity()) {
      plan.overflow[negative] = f.infinity(negative && f.has_sign);
    } else if (design.overflow == Overflow::kNan && f.has_nan()) {
      plan.overflow[negative] = plan.nan;
    }
    // A conversion that saturates takes infinity for a number too large.
    if (design.unit == UnitKind::kConvert && saturates) {
      plan.infinity[negative] = largest;
      plan.infinity_flags = Flags::kOverflow | Flags::kInexact;
    }
  }
}

}  // namespace

ResultPlan PlanResult(const Design& design) {
  ResultPlan plan;
  plan.rounding = design.rounding;
  plan.masks = MasksOf(design.rounding);
  for (int mode = 0; mode < kPortModes; ++mode) {
    plan.port_masks[mode] = MasksOf(static_cast<Rounding>(mode));
  }
  plan.random_bits = design.random_bits;
  plan.flushes = FlushesOutputs(design);
  plan.tiny_after_rounding = design.tininess == Tininess::kAfterRounding;
  if (design.accumulator.format.is_floating()) PlanCodes(design, plan);
  return plan;
}

}  // namespace macroscope
