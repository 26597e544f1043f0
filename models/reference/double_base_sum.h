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

#include "models/design/design.h"
#include "models/reference/fixed_sum.h"
#include "models/reference/product_sum.h"

namespace macroscope {

class DoubleBaseSum : public ProductSum {
 public:
  // `design` must outlive this.
  explicit DoubleBaseSum(const Design& design) : design_(design), sum_(design) {}

  int limbs() const override { return sum_.limbs(); }

 private:
  void Start(const std::uint64_t* c) override { sum_.Start(c); }
  void AddProduct(std::uint64_t a, std::uint64_t b) override;
  void Store(std::uint64_t* z) override { sum_.Store(z); }
  // 3^exponent as value and exponent of product_.
  void LoadPowerOfThree(int exponent);

  const Design& design_;
  FixedSum sum_;
  Term product_;
  BigInteger power_;
  BigInteger scratch_;
};

}  // namespace macroscope
