#include "models/reference/product.h"

namespace macroscope {

bool IsSignaling(const Format& format, std::uint64_t code) {
  if (format.specials != Specials::kIeee || !format.is_floating()) return false;
  const std::uint64_t quiet_bit = std::uint64_t{1} << (format.fraction_bits - 1);
  return (code & quiet_bit) == 0 && Decode(format, code).number_class == NumberClass::kNan;
}

Product Multiply(const Format& a_format, std::uint64_t a, const Format& b_format, std::uint64_t b,
                 BigInteger& value) {
  const Decoded da = Decode(a_format, a);
  const Decoded db = Decode(b_format, b);
  Product product;
  product.negative = da.negative != db.negative;
  if (da.is_finite() && db.is_finite()) {
    product.exponent = da.exponent + db.exponent;
    mpz_set_ui(value, da.significand);
    mpz_mul_ui(value, value, db.significand);
    if (product.negative) mpz_neg(value, value);
    product.number_class = value.sign() == 0 ? NumberClass::kZero : NumberClass::kNormal;
    return product;
  }
  const bool a_zero = da.number_class == NumberClass::kZero;
  const bool b_zero = db.number_class == NumberClass::kZero;
  const bool any_nan = da.number_class == NumberClass::kNan || db.number_class == NumberClass::kNan;
  product.number_class = any_nan || a_zero || b_zero ? NumberClass::kNan : NumberClass::kInfinity;
  product.invalid = any_nan ? IsSignaling(a_format, a) || IsSignaling(b_format, b)
                            : product.number_class == NumberClass::kNan;
  return product;
}

}  // namespace macroscope
