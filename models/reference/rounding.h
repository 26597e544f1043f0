// The one rounding: an exact number to the nearest code of a format, in the sense of a direction.
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "models/reference/big_integer.h"
#include "models/reference/quantize.h"
#include "models/reference/term.h"

namespace macroscope {

// Semantics of one rounding, and the dice of a stochastic one.
struct RoundingChoice {
  Rounding rounding = Rounding::kTiesToEven;  // Not kPort: the mode that it selects.
  Overflow overflow = Overflow::kInfinity;
  std::uint64_t random = 0;
  int random_bits = 0;
  bool tiny_before_rounding = false;
  bool flush = false;  // Floating results below the least normal number become zero.
};

// Any term into `to`. `clamps`: as InfinityResult has it.
Quantized RoundTerm(const Term& term, const Format& to, const RoundingChoice& choice, bool clamps,
                    BigInteger& scratch);

// value * 2^exponent, value != 0, into `to`. `scratch` is any storage.
Quantized RoundFinite(mpz_srcptr value, int exponent, const Format& to,
                      const RoundingChoice& choice, BigInteger& scratch);

// The parts of RoundFinite for each family.
Quantized RoundToFloating(mpz_srcptr value, int exponent, const Format& to,
                          const RoundingChoice& choice, BigInteger& scratch);
Quantized RoundToInteger(mpz_srcptr value, int exponent, const Format& to,
                         const RoundingChoice& choice, BigInteger& scratch);
// Posits round in one way: their string of bits, written out without end, to the nearest code, ties
// to the even one (Posit Standard 2022). Where the exponent is cut off, the middle between two
// codes is thus the geometric mean. What is not zero becomes neither zero nor NaR. No flags.
Quantized RoundToPosit(mpz_srcptr value, int exponent, const Format& to, BigInteger& scratch);

// The body of a posit, its code without the sign: 1.fraction * 2^scale, |scale| at most
// max_scale(), written out as a posit of any width has it, and cut to the nearest, ties to even.
// `fraction` has fraction_bits bits. Zero, or beyond the greatest code, if it rounds to there.
std::uint64_t NearestPositBody(const PositLayout& posit, int scale, mpz_srcptr fraction,
                               int fraction_bits);

// |value| * 2^exponent measured in units of 2^quantum: whole ones, halves, and the rest.
struct Cut {
  std::uint64_t kept = 0;  // The low 63 bits of the whole ones.
  bool guard = false;      // The half below them,
  bool sticky = false;     // and whether anything is below that.
  bool exact() const { return !guard && !sticky; }
};
Cut CutAt(mpz_srcptr value, int exponent, int quantum, BigInteger& scratch);

// Whether the magnitude rounds up from its whole ones. `odd`: the code below is odd. For stochastic
// rounding the fraction is looked at again, in `value` itself.
bool RoundsUp(const Cut& cut, bool negative, bool odd, mpz_srcptr value, int exponent, int quantum,
              const RoundingChoice& choice, BigInteger& scratch);

// |value| / 2^dropped to the nearest integer, ties to even; of a negative `dropped` exactly. What
// does not fit 63 bits is lost.
std::uint64_t NearestEven(mpz_srcptr value, int dropped, BigInteger& scratch);

// Whether fraction + random, both of `bits` bits, carry out.
bool DiceCarry(std::uint64_t fraction, std::uint64_t random, int bits);

// Whether the direction takes a magnitude beyond the largest to infinity, not back to the largest.
bool OverflowsAway(Rounding rounding, bool negative);

// Special results. A format without the special value gives what stands in for it.
Quantized ZeroResult(const Format& to, bool negative);
Quantized NanResult(const Format& to, bool invalid);
// `clamps`: kSaturate takes infinity to the largest finite value even where `to` has an infinity.
Quantized InfinityResult(const Format& to, bool negative, Overflow overflow, bool clamps);
// A finite magnitude too large for `to`, after the direction has been looked at.
Quantized OverflowResult(const Format& to, bool negative, Overflow overflow);
// A negative number rounded to something other than zero, and `to` has no negative numbers.
Quantized NegativeIntoUnsigned(const Format& to, Overflow overflow);

}  // namespace macroscope
