#include "tests/batch/naive_sum.h"

#include <algorithm>

namespace macroscope {
namespace {

// Whether a magnitude goes up from what is kept of it.
bool GoesUp(Rounding rounding, bool negative, bool odd, bool guard, bool sticky) {
  switch (rounding) {
    case Rounding::kTiesToEven:
      return guard && (sticky || odd);
    case Rounding::kTiesToAway:
      return guard;
    case Rounding::kTowardPositive:
      return !negative && (guard || sticky);
    case Rounding::kTowardNegative:
      return negative && (guard || sticky);
    case Rounding::kToOdd:
      return !odd && (guard || sticky);
    default:
      return false;
  }
}

bool OverflowsAway(Rounding rounding, bool negative) {
  return rounding == Rounding::kTiesToEven || rounding == Rounding::kTiesToAway ||
         rounding == (negative ? Rounding::kTowardNegative : Rounding::kTowardPositive);
}

}  // namespace

void NaiveSum::AddTo(Wide& sum, unsigned __int128 value, int position) {
  const int shift = position % 64;
  std::uint64_t parts[3] = {static_cast<std::uint64_t>(value << shift),
                            static_cast<std::uint64_t>((value << shift) >> 64), 0};
  if (shift > 0) parts[2] = static_cast<std::uint64_t>(value >> (128 - shift));
  unsigned __int128 carry = 0;
  for (int i = position / 64, part = 0; i < kLimbs; ++i, ++part) {
    carry += sum[i];
    if (part < 3) carry += parts[part];
    sum[i] = static_cast<std::uint64_t>(carry);
    carry >>= 64;
  }
}

void NaiveSum::Add(bool negative, unsigned __int128 significand, int exponent) {
  seen_[negative] = true;
  if (significand != 0) AddTo(sums_[negative], significand, exponent - kLeastExponent);
}

void NaiveSum::AddInfinity(bool negative) { seen_[negative] = infinite_[negative] = true; }

void NaiveSum::Add(const Decoded& number) {
  if (number.number_class == NumberClass::kNan) return AddNan();
  if (number.number_class == NumberClass::kInfinity) return AddInfinity(number.negative);
  Add(number.negative, number.significand, number.exponent);
}

std::uint64_t NaiveSum::Round(const Design& design) const {
  const Format& z = design.accumulator.format;
  if (nan_ || (infinite_[0] && infinite_[1])) return z.canonical_nan();
  if (infinite_[0] || infinite_[1]) return z.infinity(infinite_[1]);
  const bool negative = std::lexicographical_compare(sums_[0].rbegin(), sums_[0].rend(),
                                                     sums_[1].rbegin(), sums_[1].rend());
  const Wide &larger = sums_[negative], &smaller = sums_[!negative];
  bool borrow = false;
  for (int i = 0; i < kLimbs; ++i) {
    magnitude_[i] = larger[i] - smaller[i] - borrow;
    borrow = larger[i] < smaller[i] || (larger[i] == smaller[i] && borrow);
  }
  int top = kLimbs * 64 - 1;
  while (top >= 0 && !Bit(top)) --top;
  if (top < 0) {
    // Toward negative one negative term is enough; else all must be.
    const bool minus = design.rounding == Rounding::kTowardNegative ? seen_[1] : !seen_[0];
    return minus ? z.sign_mask() : 0;
  }
  const int least_normal = 1 - z.bias;
  const int exponent = std::max(top + kLeastExponent, least_normal);
  const int last = exponent - z.fraction_bits - kLeastExponent;  // The place of the last bit kept.
  std::uint64_t kept = 0;
  for (int i = top; i >= last; --i) kept = kept << 1 | std::uint64_t{Bit(i)};
  const bool guard = last - 1 <= top && Bit(last - 1);
  bool sticky = false;
  for (int i = 0; i < last - 1; ++i) sticky |= Bit(i);
  // The hidden bit carries into the exponent field of the one below.
  const std::uint64_t code =
      (static_cast<std::uint64_t>(exponent - least_normal) << z.fraction_bits) + kept +
      std::uint64_t{GoesUp(design.rounding, negative, (kept & 1) != 0, guard, sticky)};
  const std::uint64_t sign = negative ? z.sign_mask() : 0;
  if (code <= z.max_finite()) return sign | code;
  if (!OverflowsAway(design.rounding, negative) || design.overflow == Overflow::kSaturate) {
    return sign | z.max_finite();
  }
  return design.overflow == Overflow::kNan ? z.canonical_nan() : z.infinity(negative);
}

}  // namespace macroscope
