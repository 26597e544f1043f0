#include "models/reference/floating_sum.h"

#include "models/reference/product.h"
#include "models/reference/rounding.h"

namespace macroscope {

Quantized FloatingSum::Round(mpz_srcptr value, int exponent) {
  const RoundingChoice choice{design_.rounding, design_.overflow, 0, 0};
  return RoundFinite(value, exponent, design_.accumulator.format, choice, scratch_);
}

Quantized FloatingSum::Zero(bool negative) const {
  return ZeroResult(design_.accumulator.format, negative);
}

Quantized FloatingSum::MultiplyAdd(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const Format& format = design_.accumulator.format;
  const Product product = Multiply(design_.a, a, design_.b, b, product_);
  const Decoded addend = Decode(format, c);
  if (product.number_class == NumberClass::kNan || addend.number_class == NumberClass::kNan) {
    return NanResult(format, product.invalid || IsSignaling(format, c));
  }
  const bool infinite_product = product.number_class == NumberClass::kInfinity;
  if (infinite_product || addend.number_class == NumberClass::kInfinity) {
    const bool both = infinite_product && addend.number_class == NumberClass::kInfinity;
    if (both && product.negative != addend.negative) return NanResult(format, /*invalid=*/true);
    const bool negative = infinite_product ? product.negative : addend.negative;
    return InfinityResult(format, negative, design_.overflow, /*clamps=*/false);
  }

  const bool cancels_negative = design_.rounding == Rounding::kTowardNegative;
  if (product.number_class == NumberClass::kZero && addend.significand == 0) {
    return Zero(product.negative == addend.negative ? addend.negative : cancels_negative);
  }
  // Both in units of the smaller of the two exponents.
  mpz_set_ui(sum_, addend.significand);
  if (addend.negative) mpz_neg(sum_, sum_);
  int exponent = addend.exponent;
  if (product.exponent < addend.exponent) {
    mpz_mul_2exp(sum_, sum_, addend.exponent - product.exponent);
    exponent = product.exponent;
  } else if (product.exponent > addend.exponent) {
    mpz_mul_2exp(product_, product_, product.exponent - addend.exponent);
  }
  mpz_add(sum_, sum_, product_);
  return sum_.sign() == 0 ? Zero(cancels_negative) : Round(sum_, exponent);
}

Quantized FloatingSum::Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  const Format& format = design_.accumulator.format;
  const int quantum = ExactProduct(design_.a, design_.b).least_exponent;
  bool nan = false, invalid = false, infinity[2] = {false, false};
  bool all_positive = true;
  mpz_set_ui(sum_, 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Product product = Multiply(design_.a, a[i], design_.b, b[i], product_);
    if (product.number_class == NumberClass::kNan) {
      nan = true;
      invalid = invalid || product.invalid;
    } else if (product.number_class == NumberClass::kInfinity) {
      infinity[product.negative] = true;
    } else {
      all_positive = all_positive && !product.negative;
      mpz_mul_2exp(product_, product_, product.exponent - quantum);
      mpz_add(sum_, sum_, product_);
    }
  }
  if (nan) return NanResult(format, invalid);
  if (infinity[0] && infinity[1]) return NanResult(format, /*invalid=*/true);
  if (infinity[0] || infinity[1]) {
    return InfinityResult(format, infinity[1], design_.overflow, /*clamps=*/false);
  }
  if (sum_.sign() != 0) return Round(sum_, quantum);
  return Zero(!all_positive && design_.rounding == Rounding::kTowardNegative);
}

}  // namespace macroscope
