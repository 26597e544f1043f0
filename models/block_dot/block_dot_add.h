// The sum of all aligned terms as sign and magnitude. Twin of rtl/block_dot/block_dot_add.sv.
#pragma once

#include "models/block_dot/block_dot_align.h"

namespace macroscope {

template <typename Word>
struct BlockDotAdd {
  using In = typename BlockDotAlign<Word>::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;
    Word sum{0};  // U(integer_bits+carry_bits).(fraction_bits), and what was shifted out.
    SumSpecials specials;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.window.exponent_bits, exponent);
      visit("sum", s.window.sum_bits(), sum);
      specials.Visit(visit);
    }
  };

  bool zero_is_negative;

  explicit BlockDotAdd(const BlockDotShape& s) : zero_is_negative(s.zero_is_negative) {}

  Out operator()(const In& in) const {
    SignedSum<Word> sum;
    for (const auto& part : in.parts) sum.Add(part.sign, part.magnitude);
    return {.sign = sum.Sign(zero_is_negative),
            .exponent = in.exponent,
            .sum = sum.Magnitude(),
            .specials = in.specials};
  }
};

}  // namespace macroscope
