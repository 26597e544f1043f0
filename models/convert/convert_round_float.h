// The last stage towards a floating format that has no sign or no subnormals. A format without
// subnormals has a gap below its least number, where zero, if it has one, is the other neighbour;
// one without a sign takes no negative number but what rounds to zero.
// Twin of rtl/convert/convert_round_float.sv.
#pragma once

#include "models/common/float_round.h"
#include "models/common/round_up.h"
#include "models/convert/convert_shape.h"

namespace macroscope {

template <typename Word>
struct ConvertRoundFloat {
  using In = typename FloatRound<Word>::In;
  using Out = typename FloatRound<Word>::Out;

  Format to;
  Rounder rounder;  // Of formats with subnormals.
  RoundUp round_up;
  int guard_bits;
  int random_bits;
  bool flush;
  bool saturates;
  bool has_flags;

  explicit ConvertRoundFloat(const ConvertShape& s)
      : to(s.accumulator),
        rounder(s.design),
        round_up(s.design),
        guard_bits(s.guard_bits),
        random_bits(s.design.random_bits),
        flush(FlushesOutputs(s.design)),
        saturates(s.design.overflow == Overflow::kSaturate),
        has_flags(s.has_flags) {}

  Out operator()(const In& in, std::uint64_t r) const {
    Result result = in.nan        ? Result{to.canonical_nan(), NanFlags(in.infinity)}
                    : in.infinity ? Infinite(in.sign)
                                  : Finite(in, r);
    return {Word{result.code}, has_flags ? result.flags : std::uint8_t{0}};
  }

 private:
  static constexpr std::uint8_t kTooLarge = Flags::kOverflow | Flags::kInexact;
  static constexpr std::uint8_t kTiny = Flags::kUnderflow | Flags::kInexact;
  using Result = Rounder::Out;

  std::uint8_t NanFlags(bool invalid) const {
    return invalid || !to.has_nan() ? Flags::kInvalid : std::uint8_t{0};
  }
  std::uint64_t Signed(bool negative, std::uint64_t magnitude) const {
    return magnitude | (negative ? to.sign_mask() : 0);
  }
  std::uint64_t Zero(bool negative) const {
    return negative && to.has_negative_zero() ? to.sign_mask() : 0;
  }
  // Of a negative number and a format without a sign.
  Result NoSuchNumber() const {
    if (!saturates && to.has_nan()) return {to.canonical_nan(), Flags::kInvalid};
    return {0, kTooLarge};
  }
  Result Infinite(bool negative) const {
    if (negative && !to.has_sign) return NoSuchNumber();
    if (!saturates && to.has_infinity()) return {to.infinity(negative), 0};
    return {!saturates && to.has_nan() ? to.canonical_nan() : Signed(negative, to.max_finite()),
            kTooLarge};
  }
  Result Finite(const In& in, std::uint64_t r) const {
    if (!to.has_subnormals) return WithoutSubnormals(in, r);
    const Result result = rounder({in.sign, in.exponent, in.significand, in.guard, in.sticky, r});
    const bool is_zero = result.code == 0 && (result.flags & Flags::kOverflow) == 0;
    return in.sign && !to.has_sign && !is_zero ? NoSuchNumber() : result;
  }
  Result WithoutSubnormals(const In& in, std::uint64_t r) const {
    const std::uint64_t hidden = std::uint64_t{1} << to.fraction_bits;
    const bool inexact = in.guard != 0 || in.sticky;
    const bool below = in.significand < hidden;
    if (in.significand == 0 && !inexact) {
      return {Zero(in.sign), to.has_zero ? std::uint8_t{0} : kTiny};  // The least number there is.
    }
    if (below && flush) return {Zero(in.sign), kTiny};
    const std::uint64_t first = to.has_zero ? 1 : 0;
    const std::uint64_t truncated =
        (rounder.ExponentField(in.exponent) << to.fraction_bits) + in.significand - hidden;
    const bool in_gap = below || truncated < first;
    if (in_gap && !UpInGap(in, hidden + first, r)) return {Zero(in.sign), kTiny};
    if (in.sign && !to.has_sign) return NoSuchNumber();
    if (in_gap) return {Signed(in.sign, first), kTiny};
    const bool odd = (truncated & 1) != 0;
    const bool up = round_up({in.sign, odd, in.guard, guard_bits, in.sticky, r});
    if (truncated + (up ? 1 : 0) > to.max_finite()) {
      return {
          round_up.Away(in.sign, r) ? rounder.overflow[in.sign] : Signed(in.sign, to.max_finite()),
          kTooLarge};
    }
    return {Signed(in.sign, truncated + (up ? 1 : 0)), inexact ? Flags::kInexact : std::uint8_t{0}};
  }
  // Whether a number between zero and the least one, `least` units of the significand, rounds up.
  bool UpInGap(const In& in, std::uint64_t least, std::uint64_t r) const {
    if (!to.has_zero) return true;
    using Wide = unsigned __int128;
    const Wide number = Wide{in.significand} << guard_bits | in.guard;
    if (random_bits > 0) {
      return ((static_cast<std::uint64_t>(number / least) + r) >> random_bits) != 0;
    }
    const Wide half = Wide{least} << (guard_bits - 1);
    const bool exact_half = number == half && !in.sticky;
    return round_up({in.sign, /*odd=*/false, number >= half ? 1U : 0U, 1, !exact_half, r});
  }
};

}  // namespace macroscope
