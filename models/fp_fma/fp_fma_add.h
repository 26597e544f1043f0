// The magnitude and sign of large + small, or of large - small. Bits that alignment lost stand
// below the window: they make a difference smaller, and stay sticky. Twin of
// rtl/fp_fma/fp_fma_add.sv.
#pragma once

#include "models/fp_fma/fp_fma_align.h"

namespace macroscope {

template <typename Word>
struct FpFmaAdd {
  using In = typename FpFmaAlign<Word>::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;
    Word sum{0};  // U3.window_bits
    bool sticky = false;
    bool nan = false;
    bool infinity = false;
    bool infinity_sign = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.exponent_bits, exponent);
      visit("sum", s.sum_bits(), sum);
      visit("sticky", 1, sticky);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
      visit("infinity_sign", 1, infinity_sign);
    }
  };

  Rounding rounding;

  explicit FpFmaAdd(const FpFmaShape& s) : rounding(s.design.rounding) {}

  constexpr Out operator()(const In& in, std::uint64_t r) const {
    // What cancels exactly is +0, or -0 where rounding goes down.
    const Rounding mode = rounding == Rounding::kPort ? static_cast<Rounding>(r) : rounding;
    const bool zero_is_negative = mode == Rounding::kTowardNegative;
    Out out{.sign = in.sign,
            .exponent = in.exponent,
            .sum = Word{0},
            .sticky = in.sticky,
            .nan = in.nan,
            .infinity = in.infinity,
            .infinity_sign = in.infinity_sign};
    if (!in.subtract) {
      out.sum = Word(in.large + in.small);
    } else if (in.large > in.small) {
      // small + lost bits: the difference is below large - small, by less than one unit.
      out.sum = Word(in.large - in.small - Word(in.sticky));
    } else {
      out.sum = Word(in.small - in.large);
      const bool cancelled = out.sum == Word{0} && !in.sticky;
      out.sign = cancelled ? zero_is_negative : !in.sign;
    }
    // A difference of one unit of which lost bits took a part can be 0 and sticky: not cancelled.
    return out;
  }
};

}  // namespace macroscope
