#include "models/reference/elma_operation.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "models/formats/log_number.h"
#include "models/reference/hex_word.h"
#include "models/reference/log_sum.h"

namespace macroscope {
namespace {

// An unsigned fixed-point format of 2^-point_bits, for the entries of tables.
Format Fraction(int point_bits) {
  Format format;
  format.name = "fraction";
  format.family = Family::kInteger;
  format.encoding = Encoding::kUnsigned;
  format.integer_width_bits = point_bits + 1;
  format.point_bits = point_bits;
  return format;
}

}  // namespace

ElmaOperation::ElmaOperation(Format format, ElmaProductOverflow overflow, int guard_bits)
    : format_(std::move(format)), overflow_(overflow), guard_bits_(guard_bits) {
  if (!format_.is_log_posit()) {
    throw std::invalid_argument("ELMA takes log posits, not '" + format_.name + "'");
  }
}

void ElmaOperation::Clear() {
  mpz_set_ui(sum_, 0);
  is_nar_ = false;
}

std::uint64_t ElmaOperation::LinearEntry(std::uint64_t log_fraction) const {
  if (log_fraction == 0) return 0;
  LogSum sum(1 << format_.posit.max_fraction_bits());
  sum.Add(/*negative=*/false, static_cast<std::int64_t>(log_fraction));
  sum.Add(/*negative=*/true, 0);
  return sum.RoundTo(Fraction(format_.log_posit.product_bits), {}).code;
}

std::uint64_t ElmaOperation::LogarithmEntry(std::uint64_t linear_fraction) const {
  const int bits = format_.log_posit.readback_bits;
  BigInteger significand;
  mpz_set_ui(significand, (std::uint64_t{1} << bits) + linear_fraction);
  LogSum sum(1);
  sum.AddDyadic(significand, -bits);
  const int steps = 1 << format_.log_posit.logarithm_bits;
  return static_cast<std::uint64_t>(sum.NearestLogarithm(steps).steps);
}

void ElmaOperation::Accumulate(std::uint64_t a, std::uint64_t b) {
  const LogNumber x = DecodeLog(format_, a), y = DecodeLog(format_, b);
  if (x.number_class == NumberClass::kNan || y.number_class == NumberClass::kNan) is_nar_ = true;
  if (x.number_class != NumberClass::kNormal || y.number_class != NumberClass::kNormal) return;

  const int fraction_bits = format_.posit.max_fraction_bits();
  const int max_scale = format_.posit.max_scale();
  const int product_bits = format_.log_posit.product_bits;
  const std::int64_t steps = x.steps + y.steps;
  auto exponent = static_cast<int>(steps >> fraction_bits);
  std::uint64_t fraction =
      static_cast<std::uint64_t>(steps) & ((std::uint64_t{1} << fraction_bits) - 1);
  const bool negative = x.negative != y.negative;
  BigInteger term;
  if (exponent > max_scale && overflow_ == ElmaProductOverflow::kLost) {
    mpz_set_si(term, negative ? -1 : 0);
  } else {
    if (exponent > max_scale) {
      exponent = max_scale;
      fraction = 0;
    }
    mpz_set_ui(term, (std::uint64_t{1} << product_bits) + LinearEntry(fraction));
    if (negative) mpz_neg(term, term);
    // From units of 2^(exponent - alpha) to the accumulator's, 2^(-2 max_scale).
    const int shift = exponent - product_bits + 2 * max_scale;
    shift >= 0 ? mpz_mul_2exp(term, term, shift) : mpz_fdiv_q_2exp(term, term, -shift);
  }
  mpz_add(sum_, sum_, term);
  Wrap();
}

void ElmaOperation::Wrap() {
  const int bits = accumulator_bits();
  mpz_fdiv_r_2exp(sum_, sum_, bits);
  if (mpz_tstbit(sum_, bits - 1) == 0) return;
  BigInteger range;
  mpz_set_ui(range, 1);
  mpz_mul_2exp(range, range, bits);
  mpz_sub(sum_, sum_, range);
}

void ElmaOperation::Start(std::span<const std::uint64_t> word) {
  mpz_import(sum_, word.size(), /*order=*/-1, sizeof(std::uint64_t), /*endian=*/0, /*nails=*/0,
             word.data());
  is_nar_ = mpz_tstbit(sum_, accumulator_bits()) != 0;
  Wrap();
}

void ElmaOperation::Store(std::span<std::uint64_t> word) const {
  const int bits = accumulator_bits();
  BigInteger stored;
  mpz_fdiv_r_2exp(stored, sum_, bits);
  if (is_nar_) mpz_setbit(stored, bits);
  std::ranges::fill(word, 0);
  std::size_t written = 0;
  mpz_export(word.data(), &written, /*order=*/-1, sizeof(std::uint64_t), /*endian=*/0,
             /*nails=*/0, stored);
}

std::string ElmaOperation::Word() const { return HexWord(sum_, accumulator_bits()); }

// The magnitude 2^exponent * 2^(log_fraction / 2^gamma) as a code: the string of a posit, cut to
// nearest even.
std::uint64_t ElmaOperation::RoundToCode(int exponent, std::uint64_t log_fraction) const {
  const int max_scale = format_.posit.max_scale();
  const int fraction_bits = format_.posit.max_fraction_bits();
  const int logarithm_bits = format_.log_posit.logarithm_bits;
  const std::uint64_t greatest = format_.max_finite();
  if (exponent > max_scale) return greatest;
  if (exponent < -max_scale) {
    // The hardware looks at the logarithm's low bits here, not at how small the number is.
    const int low_bits = logarithm_bits - fraction_bits;
    if (exponent < -max_scale - fraction_bits || low_bits < 2) return 0;
    const std::uint64_t low = log_fraction & ((std::uint64_t{1} << low_bits) - 1);
    return low > std::uint64_t{1} << (low_bits - 1) ? 1 : 0;
  }
  BigInteger fraction;
  mpz_set_ui(fraction, log_fraction);
  const std::uint64_t body = NearestPositBody(format_.posit, exponent, fraction, logarithm_bits);
  return body > greatest ? greatest : body;
}

std::uint64_t ElmaOperation::Readback() const {
  if (is_nar_) return format_.canonical_nan();
  if (sum_.sign() == 0) return 0;
  // The leading one and beta bits below it, to nearest even.
  const int bits = format_.log_posit.readback_bits;
  const int top = static_cast<int>(mpz_sizeinbase(sum_, 2)) - 1;
  BigInteger scratch;
  const std::uint64_t significand = NearestEven(sum_, top - bits, scratch);
  int exponent = top - 2 * format_.posit.max_scale();
  std::uint64_t fraction = significand - (std::uint64_t{1} << bits);
  if (fraction >> bits != 0) {
    fraction = 0;
    ++exponent;
  }
  std::uint64_t log_fraction = LogarithmEntry(fraction);
  if (log_fraction >> format_.log_posit.logarithm_bits != 0) {
    log_fraction = 0;
    ++exponent;
  }
  const std::uint64_t body = RoundToCode(exponent, log_fraction);
  return body | (body != 0 && sum_.sign() < 0 ? format_.sign_mask() : 0);
}

std::uint64_t ElmaOperation::Dot(std::span<const std::uint64_t> a,
                                 std::span<const std::uint64_t> b) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  Clear();
  for (std::size_t i = 0; i < a.size(); ++i) Accumulate(a[i], b[i]);
  return Readback();
}

}  // namespace macroscope
