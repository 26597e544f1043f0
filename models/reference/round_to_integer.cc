#include <algorithm>

#include "models/reference/rounding.h"

namespace macroscope {
namespace {

// The code of (-1)^negative * magnitude; the low bits of it, if it is too large.
std::uint64_t IntegerCode(const Format& to, bool negative, std::uint64_t magnitude) {
  if (to.encoding == Encoding::kSignMagnitude) {
    return (magnitude & to.max_finite()) | (negative ? to.sign_mask() : 0);
  }
  return (negative ? ~magnitude + 1 : magnitude) & to.code_mask();
}

// The largest magnitude of that sign.
std::uint64_t Limit(const Format& to, bool negative) {
  if (!negative || to.encoding == Encoding::kSignMagnitude) return to.max_finite();
  return to.encoding == Encoding::kTwosComplement ? to.sign_mask() : 0;
}

}  // namespace

Quantized RoundToInteger(mpz_srcptr value, int exponent, const Format& to,
                         const RoundingChoice& choice, BigInteger& scratch) {
  const bool negative = mpz_sgn(value) < 0;
  const int quantum = to.min_quantum_exponent();
  const Cut cut = CutAt(value, exponent, quantum, scratch);
  const bool up =
      RoundsUp(cut, negative, (cut.kept & 1) != 0, value, exponent, quantum, choice, scratch);
  const std::uint64_t magnitude = cut.kept + (up ? 1 : 0);

  // Magnitudes of 2^40 quanta and more are beyond every integer format, whatever their low bits.
  constexpr int kBeyondAll = 40;
  const int top = exponent + static_cast<int>(mpz_sizeinbase(value, 2)) - 1;
  const std::uint64_t limit = Limit(to, negative);
  if (top - quantum >= kBeyondAll || magnitude > limit) {
    const std::uint64_t kept = choice.overflow == Overflow::kWrap ? magnitude : limit;
    return {IntegerCode(to, negative, kept), Flags::kOverflow | Flags::kInexact};
  }
  return {magnitude == 0 ? ZeroResult(to, negative).code : IntegerCode(to, negative, magnitude),
          cut.exact() ? std::uint8_t{0} : Flags::kInexact};
}

}  // namespace macroscope
