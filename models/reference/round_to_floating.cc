// Rounding to a floating format works on the magnitude's code as one integer: codes grow with the
// values, so that the carry of a significand steps into the next binade, from the subnormals into
// the normal numbers, and past the largest finite code, without a case for any of them.
#include <algorithm>

#include "models/reference/rounding.h"

namespace macroscope {
namespace {

constexpr std::uint8_t kTiny = Flags::kInexact | Flags::kUnderflow;

struct Window {
  int quantum_exponent;  // Of the lowest binade.
  std::uint64_t hidden;  // 2^fraction_bits
  std::uint64_t first;   // The lowest magnitude code of a number other than zero.
};

// A format without subnormals has a gap between zero and its first number, `least` quanta large,
// where the two are the only neighbours.
Quantized RoundInGap(mpz_srcptr value, int exponent, const Format& to, const Window& window,
                     const RoundingChoice& choice, BigInteger& scratch) {
  const bool negative = mpz_sgn(value) < 0;
  const std::uint64_t least = window.hidden + window.first;
  // Twice the value, against the whole gap.
  const Cut twice = CutAt(value, exponent, window.quantum_exponent - 1, scratch);
  Cut cut;
  cut.guard = twice.kept >= least;
  cut.sticky = twice.kept != least || !twice.exact();
  bool up = !to.has_zero;
  if (choice.rounding == Rounding::kStochastic) {
    const int bits = choice.random_bits;
    mpz_set(scratch, value);
    const int shift = exponent - window.quantum_exponent + bits;
    shift >= 0 ? mpz_mul_2exp(scratch, scratch, shift) : mpz_tdiv_q_2exp(scratch, scratch, -shift);
    mpz_tdiv_q_ui(scratch, scratch, least);
    up = up || DiceCarry(mpz_get_ui(scratch), choice.random, bits);
  } else {
    up = up || RoundsUp(cut, negative, /*odd=*/false, value, exponent, 0, choice, scratch);
  }
  if (!up) return {ZeroResult(to, negative).code, kTiny};
  if (negative && !to.has_sign) return NegativeIntoUnsigned(to, choice.overflow);
  return {window.first | (negative ? to.sign_mask() : 0), kTiny};
}

// Whether |value|, below the lowest normal number 2^floor, would stay below it if it were rounded
// to full precision: tininess after rounding.
bool StaysTiny(mpz_srcptr value, int exponent, int floor, const Format& to,
               const RoundingChoice& choice, BigInteger& scratch) {
  const int quantum = floor - 1 - to.fraction_bits;
  const Cut cut = CutAt(value, exponent, quantum, scratch);
  const bool all_ones = cut.kept + 1 == std::uint64_t{1} << (to.fraction_bits + 1);
  // With no fraction bits the codes' parity is the exponents', and the code above, 1, is odd.
  const bool odd = to.fraction_bits > 0;
  return !all_ones ||
         !RoundsUp(cut, mpz_sgn(value) < 0, odd, value, exponent, quantum, choice, scratch);
}

}  // namespace

Quantized RoundToFloating(mpz_srcptr value, int exponent, const Format& to,
                          const RoundingChoice& choice, BigInteger& scratch) {
  const bool negative = mpz_sgn(value) < 0;
  const std::uint64_t hidden = std::uint64_t{1} << to.fraction_bits;
  const Window window{to.min_quantum_exponent(), hidden, to.has_zero ? std::uint64_t{1} : 0};
  const int floor = window.quantum_exponent + to.fraction_bits;  // Exponent of the lowest binade.
  const int top = exponent + static_cast<int>(mpz_sizeinbase(value, 2)) - 1;
  const int binade = std::max(top, floor);
  const int quantum = binade - to.fraction_bits;
  // To zero with what a flushing design would have to express below its least normal number.
  if (choice.flush && top < floor) return {ZeroResult(to, negative).code, kTiny};
  const bool far_beyond = binade - floor > 1 << to.exponent_bits;
  if (!far_beyond) {
    const Cut cut = CutAt(value, exponent, quantum, scratch);
    if (!to.has_subnormals && binade == floor && cut.kept < hidden + window.first) {
      return RoundInGap(value, exponent, to, window, choice, scratch);
    }
    // Subnormals count from 0, and the first binade follows on with its hidden bit: one to one.
    std::uint64_t code = (static_cast<std::uint64_t>(binade - floor) << to.fraction_bits) +
                         cut.kept - (to.has_subnormals ? 0 : hidden);
    const bool odd = (code & 1) != 0;
    code += RoundsUp(cut, negative, odd, value, exponent, quantum, choice, scratch) ? 1 : 0;
    if (code <= to.max_finite()) {
      std::uint8_t flags = cut.exact() ? 0 : Flags::kInexact;
      const bool tiny = to.has_subnormals && top < floor &&
                        (code < hidden || choice.tiny_before_rounding ||
                         StaysTiny(value, exponent, floor, to, choice, scratch));
      if (flags != 0 && tiny) flags |= Flags::kUnderflow;
      if (code == 0 && to.has_zero) return {ZeroResult(to, negative).code, flags};
      if (negative && !to.has_sign) return NegativeIntoUnsigned(to, choice.overflow);
      return {code | (negative ? to.sign_mask() : 0), flags};
    }
  }
  if (negative && !to.has_sign) return NegativeIntoUnsigned(to, choice.overflow);
  const bool away = OverflowsAway(choice.rounding, negative);
  return OverflowResult(to, negative, away ? choice.overflow : Overflow::kSaturate);
}

}  // namespace macroscope
