// The unit code_sums: one exact sum for each code of a codebook, modulo the width of a sum.
//
//   | flag: some number was not finite | sum of the last code | ... | sum of code 0 |
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "models/reference/big_integer.h"
#include "models/reference/product_sum.h"

namespace macroscope {

class CodeSums : public ProductSum {
 public:
  // `design` must outlive this.
  explicit CodeSums(const Design& design);

  int limbs() const override { return (word_bits_ + 63) / 64; }

 private:
  void Start(const std::uint64_t* c) override;
  // What stands for a product: the sum of code a grows by b.
  void AddProduct(std::uint64_t a, std::uint64_t b) override;
  void Store(std::uint64_t* z) override;

  const Design& design_;
  int sum_bits_;
  int word_bits_;
  BigInteger word_;  // All sums, and the flag.
};

}  // namespace macroscope
