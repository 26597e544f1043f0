// Shifts the sum's highest one to the top, or as far up as the least exponent allows.
// Twin of rtl/fp_fma/fp_fma_normalize.sv, which has the drawing.
#pragma once

#include <algorithm>

#include "models/common/float_round.h"
#include "models/common/wide_word.h"
#include "models/fp_fma/fp_fma_add.h"

namespace macroscope {

template <typename Word>
struct FpFmaNormalize {
  using In = typename FpFmaAdd<Word>::Out;
  struct Out : FloatRound<Word>::In {
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("sign", 1, this->sign);
      visit("exponent", s.normalized_exponent_bits, this->exponent);
      visit("significand", s.precision, this->significand);
      visit("guard", s.guard_bits, this->guard);
      visit("sticky", 1, this->sticky);
      visit("nan", 1, this->nan);
      visit("infinity", 1, this->infinity);
      visit("infinity_sign", 1, this->infinity_sign);
    }
  };

  int sum_bits;
  int guard_bits;
  int rest_bits;  // Below the guard bits.

  explicit FpFmaNormalize(const FpFmaShape& s)
      : sum_bits(s.sum_bits()),
        guard_bits(s.guard_bits),
        rest_bits(s.sum_bits() - s.precision - s.guard_bits) {}

  constexpr Out operator()(const In& in) const {
    const int zeros = sum_bits - BitLength(in.sum);
    // The top is worth 4 at in.exponent, hence 1 at in.exponent + 2; the least exponent is 1.
    const int exponent = in.exponent + 2 - zeros;
    const bool normal = exponent >= 1 && in.sum != Word{0};
    const Word shifted = Word(in.sum << (normal ? zeros : std::min(zeros, in.exponent + 1)));
    const Word rest = shifted & LowMask<Word>(rest_bits);
    Out out;
    out.sign = in.sign;
    out.exponent = normal ? exponent : 0;
    out.significand = static_cast<std::uint64_t>(shifted >> (rest_bits + guard_bits));
    out.guard = static_cast<std::uint64_t>(Word(shifted >> rest_bits) & LowMask<Word>(guard_bits));
    out.sticky = in.sticky || rest != Word{0};
    out.nan = in.nan;
    out.infinity = in.infinity;
    out.infinity_sign = in.infinity_sign;
    return out;
  }
};

}  // namespace macroscope
