// The one rounder: a sign, a biased exponent (0 for subnormals and zero), a significand with its
// hidden bit, guard bits and a sticky bit become the nearest code that the rounding allows, and
// flags. Twin of rtl/common/rounder.sv.
#pragma once

#include <algorithm>

#include "models/common/round_up.h"
#include "models/common/word.h"
#include "models/design/flags.h"

namespace macroscope {

// Guard bits that a rounder of this design looks at: the half, or what the random bits are added
// to. Tininess after rounding is decided one place further down.
inline int GuardBits(const Design& design) {
  const bool looks_further =
      design.flags == FlagOutput::kOn && design.tininess == Tininess::kAfterRounding;
  return std::max(design.random_bits, 1) + (looks_further ? 1 : 0);
}

struct Rounder {
  struct In {
    bool sign = false;
    int exponent = 0;
    std::uint64_t significand = 0;  // U1.fraction_bits
    std::uint64_t guard = 0;        // U0.guard_bits below it
    bool sticky = false;            // A one stood below the guard bits.
    std::uint64_t r = 0;            // The rounding operand.
  };
  struct Out {
    std::uint64_t code = 0;
    std::uint8_t flags = 0;  // Overflow, underflow and inexact.
  };

  RoundUp round_up;
  int guard_bits = 1;
  bool tiny_after_rounding = false;
  bool flush = false;
  int fraction_bits = 0;
  std::uint64_t sign_mask = 0;
  std::uint64_t max_finite = 0;
  bool has_negative_zero = true;
  std::uint64_t overflow[2] = {};  // What an overflow away from zero becomes, by sign.

  Rounder() = default;
  // Rounds into the design's accumulator, a signed floating format with zero and subnormals.
  explicit Rounder(const Design& design)
      : round_up(design),
        guard_bits(GuardBits(design)),
        tiny_after_rounding(design.flags == FlagOutput::kOn &&
                            design.tininess == Tininess::kAfterRounding),
        flush(FlushesOutputs(design)),
        fraction_bits(design.accumulator.format.fraction_bits),
        sign_mask(design.accumulator.format.sign_mask()),
        max_finite(design.accumulator.format.max_finite()),
        has_negative_zero(design.accumulator.format.has_negative_zero()) {
    const Format& f = design.accumulator.format;
    for (int negative = 0; negative < 2; ++negative) {
      std::uint64_t code = negative != 0 ? max_finite | sign_mask : max_finite;
      if (design.overflow == Overflow::kInfinity && f.has_infinity()) {
        code = f.infinity(negative != 0);
      }
      if (design.overflow == Overflow::kNan && f.has_nan()) code = f.canonical_nan();
      overflow[negative] = code;
    }
  }

  constexpr Out operator()(const In& in) const {
    const std::uint64_t sign = in.sign ? sign_mask : 0;
    const std::uint64_t hidden = std::uint64_t{1} << fraction_bits;
    const std::uint64_t fraction = in.significand & (hidden - 1);
    const std::uint64_t truncated = (ExponentField(in.exponent) << fraction_bits) + fraction;
    const bool inexact = in.guard != 0 || in.sticky;
    const bool is_subnormal = in.exponent == 0;
    if (flush && is_subnormal) {
      const bool lost = inexact || fraction != 0;
      return {Zero(in.sign), lost ? kTiny : std::uint8_t{0}};
    }
    // The code's parity, which with no fraction bits is the exponent's.
    const bool up = round_up({.sign = in.sign,
                              .odd = (truncated & 1) != 0,
                              .guard = in.guard,
                              .bits = guard_bits,
                              .sticky = in.sticky,
                              .r = in.r});
    const std::uint64_t magnitude = truncated + (up ? 1 : 0);
    if (magnitude > max_finite) {
      return {round_up.Away(in.sign, in.r) ? overflow[in.sign] : sign | max_finite,
              Flags::kOverflow | Flags::kInexact};
    }
    std::uint8_t flags = inexact ? Flags::kInexact : std::uint8_t{0};
    if (inexact && is_subnormal && (magnitude < hidden || !GrowsNormal(in))) flags = kTiny;
    return {magnitude == 0 ? Zero(in.sign) : sign | magnitude, flags};
  }

  // The field of an exponent. All that are too large are the same to the code: users' biases make
  // some of which it would not hold all bits.
  constexpr std::uint64_t ExponentField(int exponent) const {
    return std::min(static_cast<std::uint64_t>(exponent), (max_finite >> fraction_bits) + 1);
  }

 private:
  static constexpr std::uint8_t kTiny = Flags::kUnderflow | Flags::kInexact;

  constexpr std::uint64_t Zero(bool negative) const {
    return negative && has_negative_zero ? sign_mask : 0;
  }
  // Of a subnormal: whether it rounds up to the least normal number in a format of unbounded
  // exponent, whose last place is the first guard bit.
  constexpr bool GrowsNormal(const In& in) const {
    if (!tiny_after_rounding) return false;
    const std::uint64_t hidden = std::uint64_t{1} << fraction_bits;
    const std::uint64_t half = std::uint64_t{1} << (guard_bits - 1);
    const bool all_ones = (in.significand & (hidden - 1)) == hidden - 1 && in.guard >= half;
    // With no fraction bits the codes' parity is the exponents', and the code above, 1, is odd.
    return all_ones && round_up({.sign = in.sign,
                                 .odd = fraction_bits > 0,
                                 .guard = in.guard & (half - 1),
                                 .bits = guard_bits - 1,
                                 .sticky = in.sticky,
                                 .r = in.r});
  }
};

}  // namespace macroscope
