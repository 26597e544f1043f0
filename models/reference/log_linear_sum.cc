#include "models/reference/log_linear_sum.h"

#include <algorithm>
#include <bit>

#include "models/common/bits.h"
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
      code_bits_(design.accumulator.shows_code() ? design.accumulator.format.width_bits() : 0),
      fraction_bits_(design.a.log.fraction_bits()),
      index_bits_(std::countr_zero(static_cast<unsigned>(design.logarithm.table_entries))),
      least_octave_(static_cast<int>(
          FloorShift(design.a.log.least_steps() + design.b.log.least_steps(), fraction_bits_))),
      sum_(design),
      entries_(static_cast<std::size_t>(design.logarithm.table_entries)) {}

int LogLinearSum::point_bits() const {
  return design_.logarithm.table_bits + (fraction_bits_ > index_bits_ ? fraction_bits_ : 0);
}

std::uint64_t LogLinearSum::Significand(std::uint64_t fraction) const {
  const int rest_bits = fraction_bits_ - index_bits_;
  const int table_bits = design_.logarithm.table_bits;
  const std::uint64_t index = fraction >> rest_bits;
  std::uint64_t& looked_up = entries_.at(static_cast<std::size_t>(index));
  if (looked_up == 0) {
    looked_up = std::uint64_t{1} << table_bits;
    if (index != 0) {
      LogSum sum(design_.logarithm.table_entries);
      sum.Add(/*negative=*/false, static_cast<std::int64_t>(index));
      sum.Add(/*negative=*/true, 0);
      looked_up += sum.RoundTo(Fraction(table_bits), {}).code;
    }
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
  product_.number_class = NumberClass::kNormal;
  product_.exponent = static_cast<int>(octave) - point_bits();
  mpz_set_ui(product_.value, Significand(fraction));
  if (x.negative != y.negative) mpz_neg(product_.value, product_.value);
  sum_.Add(product_);
}

void LogLinearSum::Store(std::uint64_t* z) {
  std::fill_n(z, limbs(), 0);
  sum_.Store(z);
  if (code_bits_ == 0) return;
  sum_.Start(z);  // As it wrapped or saturated, for its code.
  Bits bits = Bits::FromLimbs({z, static_cast<std::size_t>(limbs())});
  bits.Insert(width_bits_, code_bits_, Code());
  std::copy_n(bits.limb.begin(), limbs(), z);
}

std::uint64_t LogLinearSum::Code() const {
  const Format& format = design_.accumulator.format;
  const LogLayout& log = format.log;
  const BigInteger& sum = sum_.value();
  const bool negative = sum.sign() < 0;
  if (sum.sign() == 0 || (negative && !format.has_sign)) return format.zero_code();
  BigInteger scratch, significand;
  const int bits = fraction_bits_ + 2;
  const int dropped = static_cast<int>(mpz_sizeinbase(sum, 2)) - 1 - bits;
  mpz_set_ui(significand, NearestEven(sum, dropped, scratch));
  LogSum number(1);
  number.AddDyadic(significand, dropped + least_octave_ - point_bits());
  const std::int64_t steps = number.NearestLogarithm(log.steps_per_octave).steps;
  if (steps < log.least_steps()) return format.zero_code();
  return log.Field(std::min(steps, log.greatest_steps())) | (negative ? format.sign_mask() : 0);
}

}  // namespace macroscope
