// The magnitude and sign of large + small, or of large - small. Bits that alignment lost stand
// below the window: they make a difference smaller, and stay sticky. The near path subtracts
// without losing any, in whichever order. Twin of rtl/fp_add/fp_add_add.sv.
#pragma once

#include "models/fp_add/fp_add_align.h"

namespace macroscope {

template <typename Word>
struct FpAddAdd {
  using In = typename FpAddAlign<Word>::Out;
  struct Out {
    bool sign = false;
    bool near = false;  // The result is `difference`: dual path only.
    int exponent = 0;
    Word sum{0};  // U2.window_bits
    bool sticky = false;
    Word difference{0};  // U1.near_bits, dual path only.
    bool nan = false;
    bool infinity = false;
    bool infinity_sign = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpAddShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      if (s.dual) visit("near", 1, near);
      visit("exponent", s.exponent_bits, exponent);
      visit("sum", s.sum_bits(), sum);
      visit("sticky", 1, sticky);
      if (s.dual) visit("difference", s.near_term_bits(), difference);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
      visit("infinity_sign", 1, infinity_sign);
    }
  };

  bool dual;
  Rounding rounding;
  Word sum_mask;

  explicit FpAddAdd(const FpAddShape& s)
      : dual(s.dual), rounding(s.design.rounding), sum_mask(LowMask<Word>(s.sum_bits())) {}

  constexpr Out operator()(const In& in, std::uint64_t r) const {
    // What cancels exactly is +0, or -0 where rounding goes down.
    const Rounding mode = rounding == Rounding::kPort ? static_cast<Rounding>(r) : rounding;
    const bool zero_is_negative = mode == Rounding::kTowardNegative;
    Out out{.sign = in.sign,
            .near = in.near,
            .exponent = in.exponent,
            .sum = Word(in.large + in.small),
            .sticky = in.sticky,
            .nan = in.nan,
            .infinity = in.infinity,
            .infinity_sign = in.infinity_sign};
    // small + lost bits: the difference is below large - small, by less than one unit.
    if (in.subtract) out.sum = Word(in.large - in.small - Word(in.sticky)) & sum_mask;
    if (dual) {
      const bool negative = in.near_small > in.near_large;
      out.difference =
          negative ? Word(in.near_small - in.near_large) : Word(in.near_large - in.near_small);
      if (in.near) out.sign = out.difference == Word{0} ? zero_is_negative : in.sign != negative;
    } else if (in.subtract && out.sum == Word{0}) {
      out.sign = zero_is_negative;
    }
    return out;
  }
};

}  // namespace macroscope
