// Shifts the sum's highest one to the top, or as far up as the least exponent allows.
// Twin of rtl/block_dot/block_dot_normalize.sv, which has the drawing.
#pragma once

#include <algorithm>

#include "models/block_dot/block_dot_add.h"
#include "models/common/float_round.h"

namespace macroscope {

template <typename Word>
struct BlockDotNormalize {
  using In = typename BlockDotAdd<Word>::Out;
  struct Out : FloatRound<Word>::In {
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      visit("sign", 1, this->sign);
      visit("exponent", s.window.normalized_exponent_bits(), this->exponent);
      visit("significand", s.window.precision, this->significand);
      visit("guard", 1, this->guard);
      visit("sticky", 1, this->sticky);
      visit("nan", 1, this->nan);
      visit("infinity", 1, this->infinity);
      visit("infinity_sign", 1, this->infinity_sign);
    }
  };

  WindowShape window;

  explicit BlockDotNormalize(const BlockDotShape& s) : window(s.window) {}

  Out operator()(const In& in) const {
    const int bits = window.sum_bits() + window.pad_bits();
    const int rest_bits = bits - window.precision - 1;
    const Word sum = Word(in.sum << window.pad_bits());
    const int zeros = bits - BitLength(sum);
    // The least exponent is 1.
    const int exponent = in.exponent + window.top_exponent() - zeros;
    const bool normal = exponent >= 1 && sum != Word{0};
    const Word shifted =
        Word(sum << (normal ? zeros : std::min(zeros, in.exponent + window.top_exponent() - 1)));
    Out out;
    out.sign = in.sign;
    out.exponent = normal ? exponent : 0;
    out.significand = static_cast<std::uint64_t>(shifted >> (rest_bits + 1));
    out.guard = static_cast<std::uint64_t>(Word(shifted >> rest_bits) & Word{1});
    out.sticky = Word(shifted & LowMask<Word>(rest_bits)) != Word{0};
    out.nan = in.specials.nan;
    out.infinity = in.specials.infinity;
    out.infinity_sign = in.specials.infinity_sign;
    return out;
  }
};

}  // namespace macroscope
