// The last stage towards an integer: rounds the magnitude, and wraps or saturates.
// Twin of rtl/convert/convert_round_integer.sv.
#pragma once

#include "models/common/float_round.h"
#include "models/common/round_up.h"
#include "models/convert/convert_shape.h"

namespace macroscope {

template <typename Word>
struct ConvertRoundInteger {
  using In = typename FloatRound<Word>::In;  // exponent: a one stands above the significand.
  using Out = typename FloatRound<Word>::Out;

  Format to;
  RoundUp round_up;
  int guard_bits;
  bool wraps;
  bool has_flags;
  std::uint64_t limit[2];  // The largest magnitude of each sign.

  explicit ConvertRoundInteger(const ConvertShape& s)
      : to(s.accumulator),
        round_up(s.design),
        guard_bits(s.guard_bits),
        wraps(s.design.overflow == Overflow::kWrap),
        has_flags(s.has_flags) {
    limit[0] = limit[1] = to.max_finite();
    if (to.encoding == Encoding::kTwosComplement) limit[1] = to.sign_mask();
    if (to.encoding == Encoding::kUnsigned) limit[1] = 0;
  }

  Out operator()(const In& in, std::uint64_t r) const {
    Out out = Rounded(in, r);
    if (in.nan) {
      out = {Word{0}, Flags::kInvalid};
    } else if (in.infinity) {
      out = {Word{Code(in.sign, limit[in.sign])}, kTooLarge};
    }
    if (!has_flags) out.flags = 0;
    return out;
  }

 private:
  static constexpr std::uint8_t kTooLarge = Flags::kOverflow | Flags::kInexact;

  Out Rounded(const In& in, std::uint64_t r) const {
    const bool up = round_up({.sign = in.sign,
                              .odd = (in.significand & 1) != 0,
                              .guard = in.guard,
                              .bits = guard_bits,
                              .sticky = in.sticky,
                              .r = r});
    const std::uint64_t magnitude = in.significand + (up ? 1 : 0);
    if (in.exponent != 0 || magnitude > limit[in.sign]) {
      return {Word{Code(in.sign, wraps ? magnitude : limit[in.sign])}, kTooLarge};
    }
    const bool inexact = in.guard != 0 || in.sticky;
    return {Word{Code(in.sign, magnitude)}, inexact ? Flags::kInexact : std::uint8_t{0}};
  }
  std::uint64_t Code(bool negative, std::uint64_t magnitude) const {
    if (to.encoding == Encoding::kSignMagnitude) {
      return (magnitude & to.max_finite()) | (negative ? to.sign_mask() : 0);
    }
    return (negative ? 0 - magnitude : magnitude) & to.code_mask();
  }
};

}  // namespace macroscope
