// Rounding to a posit writes the magnitude as the string of bits that a posit of any width would
// have, in one large integer, and cuts that: a carry may run through fraction, exponent and regime.
#include "models/reference/rounding.h"

namespace macroscope {
namespace {

// floor(numerator / 2^bits)
int FloorShift(int numerator, int bits) { return numerator >> bits; }

// Appends `count` bits of `value` below those of `string`.
void Append(BigInteger& string, std::uint64_t value, int count) {
  mpz_mul_2exp(string, string, count);
  mpz_add_ui(string, string, value);
}

}  // namespace

Quantized RoundToPosit(mpz_srcptr value, int exponent, const Format& to, BigInteger& scratch) {
  const int es = to.posit.exponent_bits;
  const int body_bits = to.posit.width_bits - 1;
  const int fraction_bits = static_cast<int>(mpz_sizeinbase(value, 2)) - 1;
  const int scale = exponent + fraction_bits;
  const int max_scale = to.posit.max_scale();

  std::uint64_t body = 0;
  if (scale >= max_scale) {
    body = to.max_finite();
  } else if (scale < -max_scale) {
    body = 1;
  } else {
    // The regime of k >= 0: k + 1 ones and a zero; of k < 0: -k zeros and a one.
    const int regime = FloorShift(scale, es);
    const int run = regime >= 0 ? regime + 1 : -regime;
    mpz_set_ui(scratch, 0);
    for (int i = 0; i < run; ++i) Append(scratch, regime >= 0 ? 1 : 0, 1);
    Append(scratch, regime >= 0 ? 0 : 1, 1);
    Append(scratch, static_cast<std::uint64_t>(scale - (regime << es)), es);
    // The fraction is the magnitude without its leading one.
    BigInteger fraction;
    mpz_abs(fraction, value);
    mpz_clrbit(fraction, fraction_bits);
    mpz_mul_2exp(scratch, scratch, fraction_bits);
    mpz_add(scratch, scratch, fraction);

    const int length = run + 1 + es + fraction_bits;
    const int dropped = length - body_bits;
    if (dropped <= 0) {
      body = mpz_get_ui(scratch) << -dropped;
    } else {
      const bool guard = mpz_tstbit(scratch, dropped - 1) != 0;
      const bool sticky = mpz_scan1(scratch, 0) < static_cast<mp_bitcnt_t>(dropped - 1);
      mpz_tdiv_q_2exp(scratch, scratch, dropped);
      body = mpz_get_ui(scratch);
      if (guard && (sticky || (body & 1) != 0)) ++body;
    }
  }
  // Below the least number the string is zeros and a sticky rest; above the greatest it is ones.
  if (body == 0) body = 1;
  if (body > to.max_finite()) body = to.max_finite();
  return {mpz_sgn(value) < 0 ? (~body + 1) & to.code_mask() : body, 0};
}

}  // namespace macroscope
