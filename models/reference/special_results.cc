#include "models/reference/rounding.h"

namespace macroscope {
namespace {

constexpr std::uint8_t kTooLarge = Flags::kOverflow | Flags::kInexact;

std::uint64_t LargestCode(const Format& format, bool negative) {
  return negative ? format.min_finite() : format.max_finite();
}

}  // namespace

Quantized ZeroResult(const Format& to, bool negative) {
  // The least number that there is stands in for zero, as for all that is tiny.
  if (!to.has_zero && to.is_floating()) return {0, Flags::kUnderflow | Flags::kInexact};
  return {negative && to.has_negative_zero() ? to.sign_mask() : 0, 0};
}

Quantized NanResult(const Format& to, bool invalid) {
  const bool lost = !to.has_nan();
  return {to.canonical_nan(), invalid || lost ? Flags::kInvalid : std::uint8_t{0}};
}

Quantized InfinityResult(const Format& to, bool negative, Overflow overflow, bool clamps) {
  const bool saturates = overflow == Overflow::kSaturate;
  if (negative && !to.is_signed()) return NegativeIntoUnsigned(to, overflow);
  if (to.has_infinity() && !(saturates && clamps)) return {to.infinity(negative), 0};
  if (to.has_nan() && !saturates) return {to.canonical_nan(), kTooLarge};
  return {LargestCode(to, negative), kTooLarge};
}

Quantized OverflowResult(const Format& to, bool negative, Overflow overflow) {
  if (overflow == Overflow::kInfinity && to.has_infinity()) {
    return {to.infinity(negative), kTooLarge};
  }
  if ((overflow == Overflow::kInfinity || overflow == Overflow::kNan) && to.has_nan()) {
    return {to.canonical_nan(), kTooLarge};
  }
  return {LargestCode(to, negative), kTooLarge};
}

Quantized NegativeIntoUnsigned(const Format& to, Overflow overflow) {
  if (overflow != Overflow::kSaturate && to.has_nan()) return NanResult(to, /*invalid=*/true);
  return {0, kTooLarge};
}

bool OverflowsAway(Rounding rounding, bool negative) {
  switch (rounding) {
    case Rounding::kTiesToEven:
    case Rounding::kTiesToAway:
    case Rounding::kStochastic:
      return true;
    case Rounding::kTowardNegative:
      return negative;
    case Rounding::kTowardPositive:
      return !negative;
    case Rounding::kTowardZero:
    case Rounding::kToOdd:
    case Rounding::kPort:
      break;
  }
  return false;
}

}  // namespace macroscope
