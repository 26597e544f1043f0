// Exact sums and products that end in a fixed-point word, two's complement. That of an accumulator
// is topped by flags that stay once they are set:
//
//   negative_infinity  positive_infinity  nan | word
//         W+2                W+1           W  | W-1 .. 0   (flags: those of FlagBits)
//
// A product that is NaN or infinite leaves the word alone and sets its flag. Positive and negative
// infinity together mean NaN to the reader.
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "models/reference/big_integer.h"
#include "models/reference/product_sum.h"
#include "models/reference/term.h"

namespace macroscope {

class FixedSum : public ProductSum {
 public:
  // `design` must outlive this.
  explicit FixedSum(const Design& design);

  int code_bits() const { return width_bits_ + flag_bits_; }
  int limbs() const override { return (code_bits() + 63) / 64; }

  // Step by step: from c, of units that have it, or from 0 without flags; any number of terms,
  // whose values are multiples of the word's bit 0 and may be shifted on the way; then the result,
  // wrapped or saturated.
  void Start(const std::uint64_t* c) override;
  void Add(Term& term);
  void Store(std::uint64_t* z) override;
  // What it holds, as a signed number in units of the word's bit 0.
  const BigInteger& value() const { return sum_; }

 private:
  // Of int_add both numbers.
  void AddProduct(std::uint64_t a, std::uint64_t b) override;
  void LoadWord(const std::uint64_t* c);

  const Design& design_;
  int width_bits_;
  int flag_bits_;
  int quantum_;  // The weight of the word's bit 0 is 2^quantum_.
  unsigned flags_ = 0;
  Term term_;
  BigInteger sum_;
  BigInteger modulus_;  // 2^width_bits
  BigInteger most_;     // 2^(width_bits-1) - 1
  BigInteger least_;    // -2^(width_bits-1)
};

}  // namespace macroscope
