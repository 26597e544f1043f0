#include "models/reference/term.h"

namespace macroscope {
namespace {

Decoded DecodeOperand(const Format& format, std::uint64_t code, bool flush) {
  Decoded operand = Decode(format, code);
  if (flush && operand.number_class == NumberClass::kSubnormal) {
    operand.number_class = NumberClass::kZero;
    operand.significand = 0;
  }
  return operand;
}

void SetFinite(Term& out, bool negative) {
  out.invalid = false;
  out.negative = negative;
  if (negative) mpz_neg(out.value, out.value);
  out.number_class = out.value.sign() == 0 ? NumberClass::kZero : NumberClass::kNormal;
}

void SetNan(Term& out, bool invalid) {
  out.number_class = NumberClass::kNan;
  out.invalid = invalid;
}

void SetInfinity(Term& out, bool negative) {
  out.number_class = NumberClass::kInfinity;
  out.negative = negative;
  out.invalid = false;
}

// Both values in units of the smaller of the two exponents.
void Align(Term& x, Term& y) {
  Term& high = x.exponent > y.exponent ? x : y;
  const int low = x.exponent > y.exponent ? y.exponent : x.exponent;
  mpz_mul_2exp(high.value, high.value, high.exponent - low);
  high.exponent = low;
}

}  // namespace

bool IsSignaling(const Format& format, std::uint64_t code) {
  if (format.specials != Specials::kIeee || !format.is_floating()) return false;
  const std::uint64_t quiet_bit = std::uint64_t{1} << (format.fraction_bits - 1);
  return (code & quiet_bit) == 0 && Decode(format, code).number_class == NumberClass::kNan;
}

void Load(const Format& format, std::uint64_t code, bool flush, Term& out) {
  const Decoded operand = DecodeOperand(format, code, flush);
  if (operand.number_class == NumberClass::kNan) return SetNan(out, IsSignaling(format, code));
  if (!operand.is_finite()) return SetInfinity(out, operand.negative);
  out.exponent = operand.exponent;
  mpz_set_ui(out.value, operand.significand);
  SetFinite(out, operand.negative);
}

void Multiply(const Format& a_format, std::uint64_t a, const Format& b_format, std::uint64_t b,
              bool flush, Term& out) {
  const Decoded da = DecodeOperand(a_format, a, flush);
  const Decoded db = DecodeOperand(b_format, b, flush);
  if (da.number_class == NumberClass::kNan || db.number_class == NumberClass::kNan) {
    return SetNan(out, IsSignaling(a_format, a) || IsSignaling(b_format, b));
  }
  const bool negative = da.negative != db.negative;
  if (!da.is_finite() || !db.is_finite()) {
    const bool zero =
        da.number_class == NumberClass::kZero || db.number_class == NumberClass::kZero;
    return zero ? SetNan(out, /*invalid=*/true) : SetInfinity(out, negative);
  }
  out.exponent = da.exponent + db.exponent;
  mpz_set_ui(out.value, da.significand);
  mpz_mul_ui(out.value, out.value, db.significand);
  SetFinite(out, negative);
}

void Add(Term& sum, Term& addend, bool minus_zero) {
  if (sum.number_class == NumberClass::kNan || addend.number_class == NumberClass::kNan) {
    const bool sum_invalid = sum.number_class == NumberClass::kNan && sum.invalid;
    const bool addend_invalid = addend.number_class == NumberClass::kNan && addend.invalid;
    return SetNan(sum, sum_invalid || addend_invalid);
  }
  const bool differ = sum.negative != addend.negative;
  if (addend.number_class == NumberClass::kInfinity) {
    const bool both = sum.number_class == NumberClass::kInfinity;
    return both && differ ? SetNan(sum, /*invalid=*/true) : SetInfinity(sum, addend.negative);
  }
  if (sum.number_class == NumberClass::kInfinity) return;
  Align(sum, addend);
  mpz_add(sum.value, sum.value, addend.value);
  sum.number_class = sum.value.sign() == 0 ? NumberClass::kZero : NumberClass::kNormal;
  if (sum.number_class == NumberClass::kNormal) {
    sum.negative = sum.value.sign() < 0;
  } else if (differ) {
    sum.negative = minus_zero;
  }
}

}  // namespace macroscope
