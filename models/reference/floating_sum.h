// Exact sums that end in a floating accumulator.
#pragma once

#include <cstdint>
#include <span>

#include "models/design/design.h"
#include "models/reference/big_integer.h"
#include "models/reference/reference.h"

namespace macroscope {

class FloatingSum {
 public:
  // `design` must outlive this.
  explicit FloatingSum(const Design& design) : design_(design) {}

  // a*b + c, rounded once.
  Quantized MultiplyAdd(std::uint64_t a, std::uint64_t b, std::uint64_t c);
  // +0 + a[0]*b[0] + a[1]*b[1] + ..., rounded once.
  Quantized Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  Quantized Round(mpz_srcptr value, int exponent);
  Quantized Zero(bool negative) const;

  const Design& design_;
  BigInteger product_;
  BigInteger sum_;
  BigInteger scratch_;
};

}  // namespace macroscope
