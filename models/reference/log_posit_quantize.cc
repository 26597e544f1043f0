#include "models/reference/log_posit_quantize.h"

#include <algorithm>
#include <stdexcept>

#include "models/reference/big_float.h"
#include "models/reference/rounding.h"

namespace macroscope {
namespace {

constexpr mpfr_prec_t kFirstBits = 128, kMostBits = 1 << 16;

// floor(2^bits * log2(significand / 2^point_bits)), of a significand that is no power of two.
void FloorOfLogarithm(mpz_srcptr significand, int point_bits, int bits, BigInteger& out) {
  BigInteger above;
  BigFloat logarithm;
  const auto floor_of = [&](mpfr_rnd_t direction, mpfr_prec_t precision, BigInteger& floor) {
    logarithm.SetPrecision(precision);
    mpfr_set_z(logarithm, significand, direction);
    mpfr_log2(logarithm, logarithm, direction);
    mpfr_sub_si(logarithm, logarithm, point_bits, direction);
    mpfr_mul_2si(logarithm, logarithm, bits, direction);
    mpfr_get_z(floor, logarithm, MPFR_RNDD);
  };
  for (mpfr_prec_t precision = kFirstBits; precision <= kMostBits; precision *= 2) {
    floor_of(MPFR_RNDD, precision, out);
    floor_of(MPFR_RNDU, precision, above);
    if (mpz_cmp(out, above) == 0) return;
  }
  throw std::logic_error("a logarithm's floor is undecided at the greatest precision");
}

}  // namespace

std::uint64_t NearestLogPosit(const Term& number, const Format& to) {
  if (number.number_class == NumberClass::kZero) return 0;
  const bool is_number =
      number.number_class == NumberClass::kNormal || number.number_class == NumberClass::kSubnormal;
  if (!is_number) return to.canonical_nan();
  BigInteger significand, fraction;
  mpz_abs(significand, number.value);
  const int point_bits = static_cast<int>(mpz_sizeinbase(significand, 2)) - 1;
  const int octave = number.exponent + point_bits;
  const int max_scale = to.posit.max_scale();

  std::uint64_t body = octave >= max_scale ? to.max_finite() : 1;
  if (octave >= -max_scale && octave < max_scale) {
    // More than any code has, and a last bit for all below.
    const int bits = to.posit.width_bits;
    if (mpz_scan1(significand, 0) == static_cast<mp_bitcnt_t>(point_bits)) {
      mpz_set_ui(fraction, 0);
    } else {
      FloorOfLogarithm(significand, point_bits, bits, fraction);
      mpz_mul_2exp(fraction, fraction, 1);
      mpz_add_ui(fraction, fraction, 1);
    }
    const std::uint64_t nearest = NearestPositBody(to.posit, octave, fraction, bits + 1);
    body = std::clamp(nearest, std::uint64_t{1}, to.max_finite());
  }
  return body | (number.value.sign() < 0 ? to.sign_mask() : 0);
}

}  // namespace macroscope
