// Products of double-base numbers in a fixed-point accumulator, by the stated table: the unit
// log_mac of such operands.
//
//   product      exponents add up, exactly: 2^two * 3^three
//   to linear    3^three to table_bits below its leading one, to nearest even
//   accumulate   exactly; the sum wraps or saturates
//
// Powers of three are whole numbers here, of any size, and each is rounded when it is asked for.
#pragma once

#include <cstdint>
#include <span>

#include "models/design/design.h"
#include "models/reference/fixed_sum.h"

namespace macroscope {

class DoubleBaseSum {
 public:
  // `design` must outlive this.
  explicit DoubleBaseSum(const Design& design) : design_(design), sum_(design) {}

  int limbs() const { return sum_.limbs(); }

  // z = a*b + c. c and z have limbs() limbs.
  void Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c, std::uint64_t* z);
  // z = sum of a[i]*b[i], wrapped or saturated once.
  void Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, std::uint64_t* z);

 private:
  void AddProduct(std::uint64_t a, std::uint64_t b);
  // 3^exponent as value and exponent of product_.
  void LoadPowerOfThree(int exponent);

  const Design& design_;
  FixedSum sum_;
  Term product_;
  BigInteger power_;
  BigInteger scratch_;
};

}  // namespace macroscope
