// Carries the sum into the guard bits, and wraps or saturates.
// Twin of rtl/common/fixed_accumulate.sv.
#pragma once

#include "models/common/fixed_add.h"

namespace macroscope {

template <typename Word>
struct FixedAccumulate {
  using In = typename FixedAdd<Word>::Out;
  struct Out {
    Word sum{0};  // The accumulator's new word.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FixedShape& s, Visitor&& visit) const {
      visit("sum", s.word_bits(), sum);
    }
  };

  FixedShape shape;

  constexpr Out operator()(const In& in) const {
    const int n = shape.product_bits;
    const int width = shape.fixed_bits();
    Word fixed = in.low;
    if (shape.guard_bits > 0) {
      const Word guard_mask = LowMask<Word>(shape.guard_bits);
      const Word step = in.extension ? Word(guard_mask + Word(in.carry)) : Word(in.carry);
      fixed = fixed | (((in.high + step) & guard_mask) << n);
    }
    if (shape.saturate) {
      const bool was_negative = BitOf(in.high, shape.high_bits() - 1);
      const bool is_negative = BitOf(fixed, width - 1);
      // Only two terms of one sign can overflow, and then the sum shows the other sign.
      if (was_negative == in.extension && is_negative != was_negative) {
        const Word largest = LowMask<Word>(width - 1);
        fixed = was_negative ? Word(largest + Word{1}) : largest;
      }
    }
    return {Word(fixed | (Word(in.flags) << width))};
  }
};

}  // namespace macroscope
