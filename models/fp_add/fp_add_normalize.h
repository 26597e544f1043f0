// Shifts the result's highest one to the top, or as far up as the least exponent allows; or down,
// where the operands' formats reach below the result's. Twin of rtl/fp_add/fp_add_normalize.sv,
// which has the drawing.
#pragma once

#include "models/common/float_round.h"
#include "models/common/sticky_shift.h"
#include "models/fp_add/fp_add_add.h"

namespace macroscope {

template <typename Word>
struct FpAddNormalize {
  using In = typename FpAddAdd<Word>::Out;
  struct Out : FloatRound<Word>::In {
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpAddShape& s, Visitor&& visit) const {
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

  int result_offset;
  int near_shift;  // Brings the near path's units to the window's.
  int sum_bits;
  int guard_bits;
  int rest_bits;  // Below the guard bits.

  explicit FpAddNormalize(const FpAddShape& s)
      : result_offset(s.result_offset),
        near_shift(s.window_bits - s.near_bits),
        sum_bits(s.sum_bits()),
        guard_bits(s.guard_bits),
        rest_bits(s.sum_bits() - s.precision - s.guard_bits) {}

  constexpr Out operator()(const In& in) const {
    const Word magnitude = in.near ? Word(in.difference << near_shift) : in.sum;
    // The sum's top is worth 2 at in.exponent.
    const int top = in.exponent + result_offset + 1;
    const int leading = top - (sum_bits - BitLength(magnitude));
    const bool normal = leading >= 1 && magnitude != Word{0};
    // What is kept has the result's exponent at its top, which is 1 of subnormals.
    Out out;
    out.sticky = in.sticky && !in.near;
    const Word kept = ShiftSticky(magnitude, top - (normal ? leading : 1) - rest_bits, out.sticky);
    out.sign = in.sign;
    out.exponent = normal ? leading : 0;
    out.significand = static_cast<std::uint64_t>(kept >> guard_bits);
    out.guard = static_cast<std::uint64_t>(kept) & LowMask<Word64>(guard_bits);
    out.nan = in.nan;
    out.infinity = in.infinity;
    out.infinity_sign = in.infinity_sign;
    return out;
  }
};

}  // namespace macroscope
