// What roundings into all formats share: where the number is cut, and whether it goes up there.
#include <cstdint>
#include <stdexcept>

#include "models/reference/rounding.h"

namespace macroscope {
namespace {

// The highest `bits` bits of the fraction of |value| * 2^exponent / 2^quantum, as an integer.
std::uint64_t FractionBits(mpz_srcptr value, int exponent, int quantum, int bits,
                           BigInteger& scratch) {
  const int shift = quantum - exponent - bits;
  if (shift >= 0) {
    mpz_tdiv_q_2exp(scratch, value, shift);
  } else {
    mpz_mul_2exp(scratch, value, -shift);
  }
  mpz_tdiv_r_2exp(scratch, scratch, bits);
  return mpz_get_ui(scratch);
}

}  // namespace

bool DiceCarry(std::uint64_t fraction, std::uint64_t random, int bits) {
  if (bits < 64) return (fraction + (random & ((std::uint64_t{1} << bits) - 1))) >> bits != 0;
  return fraction + random < fraction;
}

Cut CutAt(mpz_srcptr value, int exponent, int quantum, BigInteger& scratch) {
  const int shift = quantum - exponent;
  if (shift <= 0) {
    mpz_mul_2exp(scratch, value, -shift);
    return {mpz_get_ui(scratch), false, false};
  }
  mpz_tdiv_q_2exp(scratch, value, shift - 1);
  const std::uint64_t halves = mpz_get_ui(scratch);
  const bool sticky = mpz_scan1(value, 0) < static_cast<mp_bitcnt_t>(shift - 1);
  return {halves >> 1, (halves & 1) != 0, sticky};
}

bool RoundsUp(const Cut& cut, bool negative, bool odd, mpz_srcptr value, int exponent, int quantum,
              const RoundingChoice& choice, BigInteger& scratch) {
  switch (choice.rounding) {
    case Rounding::kTiesToEven:
      return cut.guard && (cut.sticky || odd);
    case Rounding::kTiesToAway:
      return cut.guard;
    case Rounding::kTowardZero:
      return false;
    case Rounding::kTowardNegative:
      return negative && !cut.exact();
    case Rounding::kTowardPositive:
      return !negative && !cut.exact();
    case Rounding::kToOdd:
      return !odd && !cut.exact();
    case Rounding::kStochastic:
    case Rounding::kPort:  // The caller has put the operand's mode in its place.
      break;
  }
  const int bits = choice.random_bits;
  return DiceCarry(FractionBits(value, exponent, quantum, bits, scratch), choice.random, bits);
}

std::uint64_t NearestEven(mpz_srcptr value, int dropped, BigInteger& scratch) {
  const Cut cut = CutAt(value, /*exponent=*/0, dropped, scratch);
  const bool odd = (cut.kept & 1) != 0;
  const bool up = RoundsUp(cut, /*negative=*/false, odd, value, /*exponent=*/0, dropped,
                           {.rounding = Rounding::kTiesToEven}, scratch);
  return cut.kept + (up ? 1 : 0);
}

Quantized RoundFinite(mpz_srcptr value, int exponent, const Format& to,
                      const RoundingChoice& choice, BigInteger& scratch) {
  switch (to.family) {
    case Family::kInteger:
      return RoundToInteger(value, exponent, to, choice, scratch);
    case Family::kFloating:
      return RoundToFloating(value, exponent, to, choice, scratch);
    case Family::kPosit:
      return RoundToPosit(value, exponent, to, scratch);
    case Family::kLogarithmic:
    case Family::kLogPosit:
    case Family::kDoubleBase:
    case Family::kCodebook:
      break;
  }
  throw std::invalid_argument("'" + to.name + "' is rounded into by arithmetic of its own");
}

Quantized RoundTerm(const Term& term, const Format& to, const RoundingChoice& choice, bool clamps,
                    BigInteger& scratch) {
  switch (term.number_class) {
    case NumberClass::kNan:
      return NanResult(to, term.invalid);
    case NumberClass::kInfinity:
      if (to.is_posit()) return {to.canonical_nan(), 0};
      return InfinityResult(to, term.negative, choice.overflow, clamps);
    case NumberClass::kZero:
      return ZeroResult(to, term.negative);
    case NumberClass::kSubnormal:
    case NumberClass::kNormal:
      break;
  }
  return RoundFinite(term.value, term.exponent, to, choice, scratch);
}

}  // namespace macroscope
