// Brings the product's leading one to the top; below the least exponent, where the result is
// subnormal, to the place that its exponent says. Twin of rtl/fp_mul/fp_mul_normalize.sv, which has
// the drawing.
#pragma once

#include "models/common/float_round.h"
#include "models/common/sticky_shift.h"
#include "models/fp_mul/fp_mul_multiply.h"

namespace macroscope {

template <typename Word>
struct FpMulNormalize {
  using In = typename FpMulMultiply<Word>::Out;
  struct Out : FloatRound<Word>::In {  // infinity_sign is the product's sign.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpMulShape& s, Visitor&& visit) const {
      visit("sign", 1, this->sign);
      visit("exponent", s.normalized_exponent_bits, this->exponent);
      visit("significand", s.precision, this->significand);
      visit("guard", s.guard_bits, this->guard);
      visit("sticky", 1, this->sticky);
      visit("nan", 1, this->nan);
      visit("infinity", 1, this->infinity);
    }
  };

  int product_bits;
  int window_bits;
  int kept_bits;  // Significand and guard.
  int guard_bits;

  explicit FpMulNormalize(const FpMulShape& s)
      : product_bits(s.product_bits),
        window_bits(s.window_bits),
        kept_bits(s.precision + s.guard_bits),
        guard_bits(s.guard_bits) {}

  constexpr Out operator()(const In& in) const {
    Out out;
    const Word window = ShiftSticky(in.significand, window_bits - product_bits, out.sticky);
    // The exponent of the leading one; that of the window's top is in.exponent + 1.
    const int leading = in.exponent + 1 - (window_bits - BitLength(window));
    const bool normal = leading >= 1 && window != Word{0};
    // The top of what is kept has the exponent of the result, which is 1 of subnormals.
    const int top = normal ? leading : 1;
    const Word kept =
        ShiftSticky(window, in.exponent + 1 - top - (window_bits - kept_bits), out.sticky);
    out.sign = in.sign;
    out.exponent = normal ? leading : 0;
    out.significand = static_cast<std::uint64_t>(kept >> guard_bits);
    out.guard = static_cast<std::uint64_t>(kept) & LowMask<Word64>(guard_bits);
    out.nan = in.nan;
    out.infinity = in.infinity;
    out.infinity_sign = in.sign;
    return out;
  }
};

}  // namespace macroscope
