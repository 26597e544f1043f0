// The unit elma_mac: ElmaOperation on accumulators, whose words may show their code besides:
//
//   | code (if the design has one) | NaR | sum |
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "models/reference/elma_operation.h"
#include "models/reference/product_sum.h"

namespace macroscope {

class ElmaSum : public ProductSum {
 public:
  explicit ElmaSum(const Design& design);

  int limbs() const override { return (word_bits_ + code_above_ + 63) / 64; }

 private:
  // The code in c is not looked at.
  void Start(const std::uint64_t* c) override;
  void AddProduct(std::uint64_t a, std::uint64_t b) override { operation_.Accumulate(a, b); }
  void Store(std::uint64_t* z) override;

  ElmaOperation operation_;
  int word_bits_;
  int code_above_;  // Bits of the code; 0 without one.
};

}  // namespace macroscope
