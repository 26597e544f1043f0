// The sum as a code: its leading one and the bits below, to nearest even; and their logarithm in
// steps, from a table. Twin of rtl/log_mac/log_mac_read.sv.
#pragma once

#include "models/common/fixed_accumulate.h"
#include "models/common/leading_bits.h"
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
    const int n = shape.word_bits();
    const Format& z = shape.z;
    const bool negative = BitOf(sum, n - 1);
    const Word magnitude = negative ? Word((Word{0} - sum) & LowMask<Word>(n)) : sum;
    if (magnitude == Word{0} || (negative && !z.has_sign)) return z.zero_code();
    const LeadingBits leading = NearestLeadingBits(magnitude, shape.read_bits);
    const std::int64_t octave = leading.place + shape.least_exponent();
    const std::int64_t steps = octave * (std::int64_t{1} << shape.product.fraction_bits()) +
                               static_cast<std::int64_t>((*shape.logarithms)[leading.fraction]);
    if (steps < z.log.least_steps()) return z.zero_code();
    const std::uint64_t sign = negative ? z.sign_mask() : 0;
    return z.log.Field(std::min(steps, z.log.greatest_steps())) | sign;
  }
};

}  // namespace macroscope
