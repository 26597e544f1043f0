// The unit elma_mac: ElmaOperation on accumulators, whose words may show their code besides:
//
//   | code (if the design has one) | NaR | sum |
#pragma once

#include <cstdint>
#include <span>

#include "models/design/design.h"
#include "models/reference/elma_operation.h"

namespace macroscope {

class ElmaSum {
 public:
  explicit ElmaSum(const Design& design);

  // Of c and z.
  int code_bits() const { return word_bits_ + code_above_; }
  int limbs() const { return (code_bits() + 63) / 64; }

  // z = a*b + c. c and z have limbs() limbs; the code in c is not looked at.
  void Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c, std::uint64_t* z);
  // z = sum of a[i]*b[i].
  void Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, std::uint64_t* z);

 private:
  void Store(std::uint64_t* z);

  ElmaOperation operation_;
  int word_bits_;
  int code_above_;  // Bits of the code; 0 without one.
};

}  // namespace macroscope
