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

std::uint64_t NearestPositBody(const PositLayout& posit, int scale, mpz_srcptr fraction,
                               int fraction_bits) {
  // The regime of k >= 0: k + 1 ones and a zero; of k < 0: -k zeros and a one.
  const int es = posit.exponent_bits;
  const int regime = FloorShift(scale, es);
  const int run = regime >= 0 ? regime + 1 : -regime;
  BigInteger string, scratch;
  for (int i = 0; i < run; ++i) Append(string, regime >= 0 ? 1 : 0, 1);
  Append(string, regime >= 0 ? 0 : 1, 1);
  Append(string, static_cast<std::uint64_t>(scale - (regime << es)), es);
  mpz_mul_2exp(string, string, fraction_bits);
  mpz_add(string, string, fraction);
  return NearestEven(string, run + 1 + es + fraction_bits - (posit.width_bits - 1), scratch);
}

Quantized RoundToPosit(mpz_srcptr value, int exponent, const Format& to, BigInteger& scratch) {
  const int fraction_bits = static_cast<int>(mpz_sizeinbase(value, 2)) - 1;
  const int scale = exponent + fraction_bits;
  const int max_scale = to.posit.max_scale();

  std::uint64_t body = 0;
  if (scale >= max_scale) {
    body = to.max_finite();
  } else if (scale >= -max_scale) {
    // The fraction is the magnitude without its leading one.
    mpz_abs(scratch, value);
    mpz_clrbit(scratch, fraction_bits);
    body = NearestPositBody(to.posit, scale, scratch, fraction_bits);
  }
  // Below the least number the string is zeros and a sticky rest; above the greatest it is ones.
  if (body == 0) body = 1;
  if (body > to.max_finite()) body = to.max_finite();
  return {mpz_sgn(value) < 0 ? (~body + 1) & to.code_mask() : body, 0};
}

}  // namespace macroscope
