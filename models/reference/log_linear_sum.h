// Products of logarithms in a fixed-point accumulator, by the stated table: the unit log_mac where
// its sums are linear.
//
//   product      logarithms add up, exactly: 2^(octave + f / 2^F), f = | index | rest |
//   to linear    (2^B + round((2^(index / entries) - 1) 2^B)) * (2^F + rest), the second factor
//                where there is a rest (Mitchell's line)
//   accumulate   exactly; the sum wraps or saturates
//   to a code    if the result shows one, above the sum: F + 2 bits below the leading one to
//                nearest even, the logarithm of those to the nearest step
//
// Each entry is worked out here, when it is first asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "models/design/design.h"
#include "models/formats/log_number.h"
#include "models/reference/fixed_sum.h"
#include "models/reference/product_sum.h"

namespace macroscope {

class LogLinearSum : public ProductSum {
 public:
  // `design` must outlive this.
  explicit LogLinearSum(const Design& design);

  int limbs() const override { return (width_bits_ + code_bits_ + 63) / 64; }

  // Of a product of 1 and 2^(fraction / 2^F), in units of 2^-point_bits.
  std::uint64_t Significand(std::uint64_t fraction) const;

 private:
  // Without a code, which stands above the word.
  void Start(const std::uint64_t* c) override { sum_.Start(c); }
  void AddProduct(std::uint64_t a, std::uint64_t b) override;
  void Store(std::uint64_t* z) override;
  // Of the sum.
  std::uint64_t Code() const;
  int point_bits() const;  // Of a significand.

  const Design& design_;
  int width_bits_;
  int code_bits_;  // 0 without a code.
  int fraction_bits_;
  int index_bits_;
  int least_octave_;
  FixedSum sum_;
  Term product_;
  mutable std::vector<std::uint64_t> entries_;  // By index; 0 until it is asked for.
};

}  // namespace macroscope
