#include "models/reference/log_linear_sum.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "models/reference/log_sum.h"
#include "models/reference/rounding.h"

namespace macroscope {
namespace {

Format Fraction(int point_bits) {
  Format format;
  format.name = "fraction";
  format.family = Family::kInteger;
  format.encoding = Encoding::kUnsigned;
  format.integer_width_bits = point_bits + 1;
  format.point_bits = point_bits;
  return format;
}

std::int64_t FloorShift(std::int64_t value, int bits) { return value >> bits; }

}  // namespace

LogLinearSum::LogLinearSum(const Design& design)
    : design_(design),
      width_bits_(design.accumulator.width_bits),
      code_bits_(design.accumulator.format.name.empty() ? 0
                                                        : design.accumulator.format.width_bits()),
      fraction_bits_(std::countr_zero(static_cast<unsigned>(design.a.log.steps_per_octave))),
      index_bits_(std::countr_zero(static_cast<unsigned>(design.logarithm.table_entries))),
      least_octave_(static_cast<int>(
          FloorShift(design.a.log.least_steps() + design.b.log.least_steps(), fraction_bits_))) {}

std::uint64_t LogLinearSum::Significand(std::uint64_t fraction) const {
  const int rest_bits = fraction_bits_ - index_bits_;
  const int table_bits = design_.logarithm.table_bits;
  const std::uint64_t index = fraction >> rest_bits;
  std::uint64_t looked_up = std::uint64_t{1} << table_bits;
  if (index != 0) {
    LogSum sum(design_.logarithm.table_entries);
    sum.Add(/*negative=*/false, static_cast<std::int64_t>(index));
    sum.Add(/*negative=*/true, 0);
    looked_up += sum.RoundTo(Fraction(table_bits), {}).code;
  }
  if (rest_bits == 0) return looked_up;
  const std::uint64_t rest = fraction - (index << rest_bits);
  return looked_up * ((std::uint64_t{1} << fraction_bits_) + rest);
}

void LogLinearSum::AddProduct(std::uint64_t a, std::uint64_t b) {
  const LogNumber x = DecodeLog(design_.a, a), y = DecodeLog(design_.b, b);
  if (x.number_class != NumberClass::kNormal || y.number_class != NumberClass::kNormal) return;
  const std::int64_t steps = x.steps + y.steps;
  const std::int64_t octave = FloorShift(steps, fraction_bits_);
  const auto fraction = static_cast<std::uint64_t>(steps - (octave << fraction_bits_));
  BigInteger term;
  mpz_set_ui(term, Significand(fraction));
  mpz_mul_2exp(term, term, static_cast<mp_bitcnt_t>(octave - least_octave_));
  x.negative != y.negative ? mpz_sub(sum_, sum_, term) : mpz_add(sum_, sum_, term);
}

void LogLinearSum::Store(std::uint64_t* z) {
  BigInteger most, least;
  mpz_setbit(most, width_bits_ - 1);
  mpz_neg(least, most);
  mpz_sub_ui(most, most, 1);
  if (design_.overflow == Overflow::kSaturate) {
    if (mpz_cmp(sum_, most) > 0) mpz_set(sum_, most);
    if (mpz_cmp(sum_, least) < 0) mpz_set(sum_, least);
  }
  mpz_fdiv_r_2exp(sum_, sum_, width_bits_);
  if (code_bits_ > 0) {
    // As a signed number for its code, then as a word below it.
    BigInteger code, word;
    mpz_set(word, sum_);
    if (mpz_tstbit(sum_, width_bits_ - 1) != 0) {
      mpz_setbit(code, width_bits_);
      mpz_sub(sum_, sum_, code);
    }
    mpz_set_ui(code, Code());
    mpz_mul_2exp(code, code, width_bits_);
    mpz_add(sum_, word, code);
  }
  std::fill_n(z, limbs(), 0);
  std::size_t written = 0;
  mpz_export(z, &written, /*order=*/-1, sizeof(std::uint64_t), /*endian=*/0, /*nails=*/0, sum_);
}

std::uint64_t LogLinearSum::Code() const {
  const Format& format = design_.accumulator.format;
  const LogLayout& log = format.log;
  const bool negative = sum_.sign() < 0;
  if (sum_.sign() == 0 || (negative && !format.has_sign)) return format.zero_code();
  BigInteger scratch, significand;
  const int bits = fraction_bits_ + 2;
  const int dropped = static_cast<int>(mpz_sizeinbase(sum_, 2)) - 1 - bits;
  mpz_set_ui(significand, NearestEven(sum_, dropped, scratch));
  const bool has_rest = fraction_bits_ > index_bits_;
  const int point_bits = design_.logarithm.table_bits + (has_rest ? fraction_bits_ : 0);
  LogSum number(1);
  number.AddDyadic(significand, dropped + least_octave_ - point_bits);
  const std::int64_t steps = number.NearestLogarithm(log.steps_per_octave).steps;
  if (steps < log.least_steps()) return format.zero_code();
  return log.Field(std::min(steps, log.greatest_steps())) | (negative ? format.sign_mask() : 0);
}

void LogLinearSum::Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c,
                           std::uint64_t* z) {
  mpz_import(sum_, limbs(), /*order=*/-1, sizeof(std::uint64_t), /*endian=*/0, /*nails=*/0, c);
  mpz_fdiv_r_2exp(sum_, sum_, width_bits_);  // Without a code.
  if (mpz_tstbit(sum_, width_bits_ - 1) != 0) {
    BigInteger range;
    mpz_setbit(range, width_bits_);
    mpz_sub(sum_, sum_, range);
  }
  AddProduct(a, b);
  Store(z);
}

void LogLinearSum::Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                       std::uint64_t* z) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  mpz_set_ui(sum_, 0);
  for (std::size_t i = 0; i < a.size(); ++i) AddProduct(a[i], b[i]);
  Store(z);
}

}  // namespace macroscope
