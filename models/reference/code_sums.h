// The unit code_sums: one exact sum for each code of a codebook, modulo the width of a sum.
//
//   | flag: some number was not finite | sum of the last code | ... | sum of code 0 |
#pragma once

#include <cstdint>
#include <span>

#include "models/design/design.h"
#include "models/reference/big_integer.h"

namespace macroscope {

class CodeSums {
 public:
  // `design` must outlive this.
  explicit CodeSums(const Design& design);

  // Of c and z.
  int limbs() const { return (word_bits_ + 63) / 64; }

  // z = c with the sum of code a grown by b. Both have limbs() limbs.
  void Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c, std::uint64_t* z);
  // The sums of b[i] by a[i]. Throws std::invalid_argument if the counts differ.
  void Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, std::uint64_t* z);

 private:
  void Add(std::uint64_t a, std::uint64_t b);
  void Store(std::uint64_t* z) const;

  const Design& design_;
  int sum_bits_;
  int word_bits_;
  BigInteger word_;  // All sums, and the flag.
};

}  // namespace macroscope
