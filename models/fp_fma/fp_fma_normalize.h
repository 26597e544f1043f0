// Shifts the sum's highest one to the top, or as far up as the least exponent allows.
// Twin of rtl/fp_fma/fp_fma_normalize.sv, which has the drawing.
#pragma once

#include <algorithm>

#include "models/fp_fma/fp_fma_add.h"

namespace macroscope {

template <typename Word>
struct FpFmaNormalize {
  using In = typename FpFmaAdd<Word>::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;               // Biased; 0 for subnormals and zero.
    std::uint64_t significand = 0;  // U1.(precision-1)
    bool guard = false;
    bool sticky = false;
    bool nan = false;
    bool infinity = false;
    bool infinity_sign = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.normalized_exponent_bits, exponent);
      visit("significand", s.precision, significand);
      visit("guard", 1, guard);
      visit("sticky", 1, sticky);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
      visit("infinity_sign", 1, infinity_sign);
    }
  };

  int sum_bits;
  int rest_bits;  // Below the guard bit.

  explicit FpFmaNormalize(const FpFmaShape& s)
      : sum_bits(s.sum_bits()), rest_bits(s.sum_bits() - s.precision - 1) {}

  constexpr Out operator()(const In& in) const {
    const int zeros = sum_bits - BitLength(in.sum);
    // The top is worth 4 at in.exponent, hence 1 at in.exponent + 2; the least exponent is 1.
    const int exponent = in.exponent + 2 - zeros;
    const bool normal = exponent >= 1 && in.sum != Word{0};
    const Word shifted = Word(in.sum << (normal ? zeros : std::min(zeros, in.exponent + 1)));
    const Word rest = shifted & LowMask<Word>(rest_bits);
    return {.sign = in.sign,
            .exponent = normal ? exponent : 0,
            .significand = static_cast<std::uint64_t>(shifted >> (rest_bits + 1)),
            .guard = BitOf(shifted, rest_bits),
            .sticky = in.sticky || rest != Word{0},
            .nan = in.nan,
            .infinity = in.infinity,
            .infinity_sign = in.infinity_sign};
  }
};

}  // namespace macroscope
