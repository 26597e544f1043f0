#include "models/reference/log_sum.h"

#include <algorithm>
#include <stdexcept>

namespace macroscope {
namespace {

constexpr mpfr_prec_t kFirstBits = 64, kMostBits = 1 << 22;

std::int64_t FloorDivide(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t quotient = numerator / denominator;
  return quotient - (numerator % denominator < 0 ? 1 : 0);
}

// numerator / denominator to the nearest integer, ties to even.
std::int64_t NearestQuotient(__int128 numerator, std::int64_t denominator) {
  __int128 quotient = numerator / denominator;
  __int128 rest = numerator % denominator;
  if (rest < 0) {
    rest += denominator;
    --quotient;
  }
  const bool odd = quotient % 2 != 0;
  if (2 * rest > denominator || (2 * rest == denominator && odd)) ++quotient;
  return static_cast<std::int64_t>(quotient);
}

[[noreturn]] void Undecided() {
  throw std::logic_error("a rounding of logarithms is undecided at the greatest precision");
}

}  // namespace

void LogSum::Clear() {
  bins_.clear();
  exponent_ = 0;
}

void LogSum::Add(bool negative, std::int64_t steps) {
  const std::int64_t octave = FloorDivide(steps, steps_per_octave_);
  BigInteger one;
  mpz_set_si(one, negative ? -1 : 1);
  AddToBin(steps - octave * steps_per_octave_, one, octave);
}

void LogSum::AddDyadic(mpz_srcptr value, std::int64_t exponent) {
  AddToBin(/*remainder=*/0, value, exponent);
}

void LogSum::AddToBin(std::int64_t remainder, mpz_srcptr value, std::int64_t exponent) {
  BigInteger& bin = bins_[remainder];
  if (bins_.size() == 1 && bin.sign() == 0) exponent_ = exponent;
  if (exponent < exponent_) {
    for (auto& [other, scaled] : bins_) mpz_mul_2exp(scaled, scaled, exponent_ - exponent);
    exponent_ = exponent;
  }
  BigInteger shifted;
  mpz_mul_2exp(shifted, value, exponent - exponent_);
  mpz_add(bin, bin, shifted);
}

bool LogSum::is_zero() const {
  return std::ranges::all_of(bins_, [](const auto& bin) { return bin.second.sign() == 0; });
}

const BigInteger* LogSum::Bin(std::int64_t remainder) const {
  const auto found = bins_.find(remainder);
  return found == bins_.end() ? nullptr : &found->second;
}

bool LogSum::IsDyadic() const {
  return std::ranges::all_of(
      bins_, [](const auto& bin) { return bin.first == 0 || bin.second.sign() == 0; });
}

bool LogSum::RationalLogarithm(Logarithm& numerator) const {
  const std::pair<const std::int64_t, BigInteger>* only = nullptr;
  for (const auto& bin : bins_) {
    if (bin.second.sign() == 0) continue;
    if (only != nullptr) return false;
    only = &bin;
  }
  mpz_srcptr value = only->second;
  const auto top = static_cast<std::int64_t>(mpz_sizeinbase(value, 2)) - 1;
  if (mpz_scan1(value, 0) != static_cast<mp_bitcnt_t>(top)) return false;
  numerator.negative = only->second.sign() < 0;
  numerator.steps = (exponent_ + top) * steps_per_octave_ + only->first;
  return true;
}

void LogSum::Bound(mpfr_prec_t bits, Bounds& bounds) const {
  BigFloat low, high;
  for (BigFloat* number : {&low, &high, &bounds.low, &bounds.high}) number->SetPrecision(bits);
  mpfr_set_zero(bounds.low, 1);
  mpfr_set_zero(bounds.high, 1);
  for (const auto& [remainder, bin] : bins_) {
    if (bin.sign() == 0) continue;
    mpfr_set_si(low, remainder, MPFR_RNDD);
    mpfr_set_si(high, remainder, MPFR_RNDU);
    mpfr_div_si(low, low, steps_per_octave_, MPFR_RNDD);
    mpfr_div_si(high, high, steps_per_octave_, MPFR_RNDU);
    mpfr_exp2(low, low, MPFR_RNDD);
    mpfr_exp2(high, high, MPFR_RNDU);
    if (bin.sign() < 0) mpfr_swap(low, high);
    mpfr_mul_z(low, low, bin, MPFR_RNDD);
    mpfr_mul_z(high, high, bin, MPFR_RNDU);
    mpfr_add(bounds.low, bounds.low, low, MPFR_RNDD);
    mpfr_add(bounds.high, bounds.high, high, MPFR_RNDU);
  }
}

LogSum::Logarithm LogSum::NearestLogarithm(int steps_per_octave) const {
  Logarithm out;
  if (RationalLogarithm(out)) {
    out.steps =
        NearestQuotient(static_cast<__int128>(out.steps) * steps_per_octave, steps_per_octave_);
    return out;
  }
  Bounds bounds;
  for (mpfr_prec_t bits = kFirstBits; bits <= kMostBits; bits *= 2) {
    Bound(bits, bounds);
    if (bounds.low.sign() <= 0 && bounds.high.sign() >= 0) continue;
    out.negative = bounds.high.sign() < 0;
    if (out.negative) {
      mpfr_neg(bounds.low, bounds.low, MPFR_RNDD);
      mpfr_neg(bounds.high, bounds.high, MPFR_RNDU);
      mpfr_swap(bounds.low, bounds.high);
    }
    std::int64_t nearest[2];
    for (const bool up : {false, true}) {
      BigFloat& bound = up ? bounds.high : bounds.low;
      const mpfr_rnd_t direction = up ? MPFR_RNDU : MPFR_RNDD;
      mpfr_log2(bound, bound, direction);
      mpfr_add_si(bound, bound, exponent_, direction);
      mpfr_mul_si(bound, bound, steps_per_octave, direction);
      mpfr_add_d(bound, bound, 0.5, direction);
      nearest[up ? 1 : 0] = mpfr_get_si(bound, MPFR_RNDD);
    }
    out.steps = nearest[0];
    if (nearest[0] == nearest[1]) return out;
  }
  Undecided();
}

Quantized LogSum::RoundTo(const Format& to, const RoundingChoice& choice) const {
  BigInteger scratch;
  if (IsDyadic()) {
    return RoundFinite(bins_.at(0), static_cast<int>(exponent_), to, choice, scratch);
  }
  Bounds bounds;
  BigInteger value;
  for (mpfr_prec_t bits = kFirstBits; bits <= kMostBits; bits *= 2) {
    Bound(bits, bounds);
    if (bounds.low.sign() <= 0 && bounds.high.sign() >= 0) continue;
    Quantized rounded[2];
    for (const bool up : {false, true}) {
      const mpfr_exp_t exponent = mpfr_get_z_2exp(value, up ? bounds.high : bounds.low);
      rounded[up ? 1 : 0] =
          RoundFinite(value, static_cast<int>(exponent + exponent_), to, choice, scratch);
    }
    if (rounded[0].code == rounded[1].code && rounded[0].flags == rounded[1].flags) {
      return rounded[0];
    }
  }
  Undecided();
}

}  // namespace macroscope
