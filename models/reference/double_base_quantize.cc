#include "models/reference/double_base_quantize.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "models/formats/double_base_number.h"

namespace macroscope {
namespace {

// A double is mantissa * 2^exponent.
constexpr int kMantissaBits = 53;

// floor(log2 3^n) for n = 0, 1, ...: how powers of two and of three lie among each other.
std::vector<int> OctavesOfThrees(int most) {
  std::vector<int> octaves;
  BigInteger power;
  for (int n = 0; n <= most; ++n) {
    mpz_ui_pow_ui(power, 3, static_cast<unsigned long>(n));
    octaves.push_back(static_cast<int>(mpz_sizeinbase(power, 2)) - 1);
  }
  return octaves;
}

// value * 2^two * 3^three, of exponents that are not negative.
void Scale(BigInteger& value, int two, int three, BigInteger& scratch) {
  mpz_ui_pow_ui(scratch, 3, static_cast<unsigned long>(three));
  mpz_mul(value, value, scratch);
  mpz_mul_2exp(value, value, static_cast<mp_bitcnt_t>(two));
}

}  // namespace

DoubleBaseCodes::DoubleBaseCodes(const Format& format) : format_(format) {
  for (std::uint64_t code = 0; code < format.sign_mask(); ++code) {
    if (DecodeDoubleBase(format, code).number_class != NumberClass::kZero) {
      positive_.push_back(code);
    }
  }
  const DoubleBaseLayout& layout = format.double_base;
  const std::vector<int> octaves = OctavesOfThrees(layout.greatest_three() - layout.least_three());
  // 2^t * 3^n < 1, n above 0, means 2^-t > 3^n; no power of one is one of the other.
  const auto below_one = [&](int t, int n) {
    if (n == 0) return t < 0;
    return n > 0 ? -t > octaves[static_cast<std::size_t>(n)]
                 : t <= octaves[static_cast<std::size_t>(-n)];
  };
  std::ranges::sort(positive_, [&](std::uint64_t x, std::uint64_t y) {
    return below_one(layout.Two(x) - layout.Two(y), layout.Three(x) - layout.Three(y));
  });
}

bool DoubleBaseCodes::ReachesMiddleBelow(double magnitude, std::size_t place) const {
  const DoubleBaseLayout& layout = format_.double_base;
  int exponent = 0;
  const double mantissa = std::frexp(magnitude, &exponent);
  exponent -= kMantissaBits;
  // 2 * |x| against the sum of both numbers, all of them times a power of two and one of three that
  // make them whole.
  const std::uint64_t upper = positive_[place];
  const std::uint64_t lower = place > 0 ? positive_[place - 1] : upper;
  const int twos = -std::min({layout.Two(upper), layout.Two(lower), exponent + 1});
  const int threes = -std::min({layout.Three(upper), layout.Three(lower), 0});
  BigInteger twice, sum, term, scratch;
  mpz_set_d(twice, std::ldexp(mantissa, kMantissaBits));
  Scale(twice, exponent + 1 + twos, threes, scratch);
  mpz_set_ui(sum, 1);
  Scale(sum, layout.Two(upper) + twos, layout.Three(upper) + threes, scratch);
  if (place > 0) {
    mpz_set_ui(term, 1);
    Scale(term, layout.Two(lower) + twos, layout.Three(lower) + threes, scratch);
    mpz_add(sum, sum, term);
  }
  return mpz_cmp(twice, sum) >= 0;
}

std::uint64_t DoubleBaseCodes::Nearest(double x) const {
  if (std::isnan(x)) return format_.canonical_nan();
  const std::uint64_t sign = x < 0 ? format_.sign_mask() : 0;
  if (std::isinf(x)) return sign | positive_.back();
  // How many middles |x| reaches is the place of the nearest number, with zero below the first.
  std::size_t least = 0, most = positive_.size();
  while (least < most) {
    const std::size_t place = (least + most) / 2;
    if (ReachesMiddleBelow(std::fabs(x), place)) {
      least = place + 1;
    } else {
      most = place;
    }
  }
  return least == 0 ? format_.zero_code() : positive_[least - 1] | sign;
}

}  // namespace macroscope
