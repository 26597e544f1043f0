#include "models/tables/log_functions.h"

// Before mpfr.h, for its integer types.
#include <stdint.h>

#include <mpfr.h>

#include <stdexcept>

namespace macroscope {
namespace {

constexpr mpfr_prec_t kFirstBits = 192, kMostBits = 1 << 14;
// Bits of a result that may be wrong at the least: what a difference of nearly equal numbers and
// some roundings cost, with room to spare.
constexpr int kDoubtfulBits = 80;

class Real {
 public:
  explicit Real(mpfr_prec_t bits) { mpfr_init2(value_, bits); }
  ~Real() { mpfr_clear(value_); }
  Real(const Real&) = delete;
  Real& operator=(const Real&) = delete;
  // NOLINTNEXTLINE(google-explicit-constructor): MPFR's calls stay readable
  operator mpfr_ptr() { return value_; }

 private:
  mpfr_t value_;
};

// The nearest integer of what compute(x) leaves in x. More bits, until the distance to the middle
// of two integers is beyond all doubt; none of the functions has a value there.
template <typename Compute>
std::int64_t Nearest(Compute&& compute) {
  for (mpfr_prec_t bits = kFirstBits; bits <= kMostBits; bits *= 2) {
    Real x(bits), middle(bits);
    compute(static_cast<mpfr_ptr>(x));
    if (mpfr_zero_p(static_cast<mpfr_ptr>(x)) != 0) return 0;  // log2(1)
    mpfr_floor(middle, x);
    mpfr_add_d(middle, middle, 0.5, MPFR_RNDN);
    mpfr_sub(middle, middle, x, MPFR_RNDN);
    // The doubt in x is at most 2^(exponent - bits + kDoubtfulBits).
    const bool is_middle = mpfr_zero_p(static_cast<mpfr_ptr>(middle)) != 0;
    if (is_middle || mpfr_get_exp(middle) <= mpfr_get_exp(x) - bits + kDoubtfulBits) continue;
    return static_cast<std::int64_t>(mpfr_get_sj(x, MPFR_RNDN));
  }
  throw std::logic_error("a table's entry is undecided at the greatest precision");
}

// 2^x.
void Power(LogSteps x, mpfr_ptr out) {
  mpfr_set_sj(out, x.steps, MPFR_RNDN);
  mpfr_div_si(out, out, x.per_octave, MPFR_RNDN);
  mpfr_exp2(out, out, MPFR_RNDN);
}

// scale * log2(numerator / 2^point_bits).
void ScaledLogarithm(std::uint64_t numerator, int point_bits, std::int64_t scale, mpfr_ptr out) {
  mpfr_set_uj(out, numerator, MPFR_RNDN);
  mpfr_mul_2si(out, out, -point_bits, MPFR_RNDN);
  mpfr_log2(out, out, MPFR_RNDN);
  mpfr_mul_si(out, out, scale, MPFR_RNDN);
}

std::int64_t NearestGaussian(LogSteps d, std::int64_t scale, bool subtracts) {
  return Nearest([&](mpfr_ptr x) {
    Power({-d.steps, d.per_octave}, x);
    if (subtracts) mpfr_neg(x, x, MPFR_RNDN);
    mpfr_add_ui(x, x, 1, MPFR_RNDN);
    mpfr_log2(x, x, MPFR_RNDN);
    mpfr_mul_si(x, x, scale, MPFR_RNDN);
  });
}

}  // namespace

std::int64_t NearestPower(LogSteps x, int scale_bits) {
  return Nearest([&](mpfr_ptr out) {
    Power(x, out);
    mpfr_mul_2si(out, out, scale_bits, MPFR_RNDN);
  });
}

std::int64_t PowerBelow(LogSteps x, int scale_bits) {
  return Nearest([&](mpfr_ptr out) {
    Power(x, out);
    mpfr_mul_2si(out, out, scale_bits, MPFR_RNDN);
    mpfr_sub_d(out, out, 0.5, MPFR_RNDN);
  });
}

PowerOfThree NearestPowerOfThree(int exponent, int fraction_bits) {
  // MPFR rounds its powers correctly, and to as many bits as the result has.
  Real three(2), power(fraction_bits + 1);
  mpfr_set_ui(three, 3, MPFR_RNDN);
  mpfr_pow_si(power, three, exponent, MPFR_RNDN);
  const std::int64_t octave = mpfr_get_exp(static_cast<mpfr_ptr>(power)) - 1;
  mpfr_mul_2si(power, power, fraction_bits - octave, MPFR_RNDN);
  const auto significand = static_cast<std::uint64_t>(mpfr_get_uj(power, MPFR_RNDN));
  return {octave, significand - (std::uint64_t{1} << fraction_bits)};
}

std::int64_t NearestLogarithm(std::uint64_t numerator, int point_bits, std::int64_t scale) {
  return Nearest([&](mpfr_ptr x) { ScaledLogarithm(numerator, point_bits, scale, x); });
}

std::int64_t LogarithmBelow(std::uint64_t numerator, int point_bits, std::int64_t scale) {
  return Nearest([&](mpfr_ptr x) {
    ScaledLogarithm(numerator, point_bits, scale, x);
    mpfr_sub_d(x, x, 0.5, MPFR_RNDN);
  });
}

std::int64_t NearestSumLogarithm(LogSteps d, std::int64_t scale) {
  return NearestGaussian(d, scale, /*subtracts=*/false);
}

std::int64_t NearestDifferenceLogarithm(LogSteps d, std::int64_t scale) {
  return NearestGaussian(d, scale, /*subtracts=*/true);
}

}  // namespace macroscope
