// The sum as a code: its leading one and the bits below, to nearest even; and their logarithm in
// steps, from a table. Twin of rtl/log_mac/log_mac_read.sv.
#pragma once

#include "models/common/fixed_accumulate.h"
#include "models/log_mac/log_mac_shape.h"

namespace macroscope {

template <typename Word>
struct LogMacRead {
  using In = typename FixedAccumulate<Word>::Out;
  struct Out {
    Word z{0};  // The code above the accumulator's word; the word alone if there is none.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogMacShape& s, Visitor&& visit) const {
      visit("z", s.result_bits(), z);
    }
  };

  LogMacShape shape;

  Out operator()(const In& in) const {
    return {Word(in.sum | Word(Word{Code(in.sum)} << shape.word_bits()))};
  }

 private:
  std::uint64_t Code(const Word& sum) const {
    const int n = shape.word_bits(), bits = shape.read_bits;
    const Format& z = shape.z;
    const bool negative = BitOf(sum, n - 1);
    const Word magnitude = negative ? Word((Word{0} - sum) & LowMask<Word>(n)) : sum;
    if (magnitude == Word{0} || (negative && !z.has_sign)) return z.zero_code();
    int top = n - 1;
    while (!BitOf(magnitude, top)) --top;
    // The leading one is bit `bits` of this.
    Word kept = top >= bits ? Word(magnitude >> (top - bits)) : Word(magnitude << (bits - top));
    if (top > bits) {
      const Word half = Word(Word{1} << (top - bits - 1));
      const Word rest = magnitude & LowMask<Word>(top - bits);
      if (rest > half || (rest == half && BitOf(kept, 0))) kept = Word(kept + Word{1});
    }
    auto fraction = static_cast<std::uint64_t>(kept) - (std::uint64_t{1} << bits);
    std::int64_t octave = top + shape.least_exponent();
    if (fraction >> bits != 0) {
      fraction = 0;
      ++octave;
    }
    const std::int64_t steps = octave * (std::int64_t{1} << shape.product.fraction_bits()) +
                               static_cast<std::int64_t>((*shape.logarithms)[fraction]);
    if (steps < z.log.least_steps()) return z.zero_code();
    const std::uint64_t sign = negative ? z.sign_mask() : 0;
    return z.log.Field(std::min(steps, z.log.greatest_steps())) | sign;
  }
};

}  // namespace macroscope
