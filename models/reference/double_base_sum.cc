#include "models/reference/double_base_sum.h"

#include <cstdlib>

#include "models/formats/double_base_number.h"
#include "models/reference/rounding.h"

namespace macroscope {

void DoubleBaseSum::LoadPowerOfThree(int exponent) {
  const int table_bits = design_.logarithm.table_bits;
  mpz_ui_pow_ui(power_, 3, static_cast<unsigned long>(std::abs(exponent)));
  product_.exponent = 0;
  if (exponent < 0) {
    // Its inverse with more bits than are kept, the last of which stands for all below.
    const int scale = 2 * static_cast<int>(mpz_sizeinbase(power_, 2)) + table_bits + 2;
    mpz_set_ui(scratch_, 0);
    mpz_setbit(scratch_, static_cast<mp_bitcnt_t>(scale));
    mpz_tdiv_q(power_, scratch_, power_);
    mpz_setbit(power_, 0);
    product_.exponent = -scale;
  }
  const int dropped = static_cast<int>(mpz_sizeinbase(power_, 2)) - 1 - table_bits;
  const std::uint64_t kept = NearestEven(power_, dropped, scratch_);
  // What rounds up to the next octave is even, and its last bit may lie below the accumulator.
  const int carry = kept >> (table_bits + 1) != 0 ? 1 : 0;
  product_.exponent += dropped + carry;
  mpz_set_ui(product_.value, kept >> carry);
}

void DoubleBaseSum::AddProduct(std::uint64_t a, std::uint64_t b) {
  const DoubleBaseNumber x = DecodeDoubleBase(design_.a, a), y = DecodeDoubleBase(design_.b, b);
  const auto is_nan = [](const DoubleBaseNumber& n) { return n.number_class == NumberClass::kNan; };
  const auto is_zero = [](const DoubleBaseNumber& n) {
    return n.number_class == NumberClass::kZero;
  };
  if (is_nan(x) || is_nan(y)) {
    product_.number_class = NumberClass::kNan;
  } else if (is_zero(x) || is_zero(y)) {
    return;
  } else {
    LoadPowerOfThree(x.three + y.three);
    product_.number_class = NumberClass::kNormal;
    product_.exponent += x.two + y.two;
    if (x.negative != y.negative) mpz_neg(product_.value, product_.value);
  }
  sum_.Add(product_);
}

}  // namespace macroscope
