// The last stage of every unit with a floating result: rounds, or gives the code of what is not a
// number. Twin of rtl/common/float_round.sv.
#pragma once

#include "models/common/rounder.h"

namespace macroscope {

template <typename Word>
struct FloatRound {
  struct In {
    bool sign = false;
    int exponent = 0;               // Biased; 0 for subnormals and zero.
    std::uint64_t significand = 0;  // U1.fraction_bits
    std::uint64_t guard = 0;        // U0.guard_bits
    bool sticky = false;
    bool nan = false;
    bool infinity = false;  // Of sign infinity_sign; with nan: the operation was invalid.
    bool infinity_sign = false;
    friend bool operator==(const In&, const In&) = default;
  };
  struct Out {
    Word z{0};
    std::uint8_t flags = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Shape, typename Visitor>
    void Visit(const Shape& s, Visitor&& visit) const {
      visit("z", s.accumulator.width_bits(), z);
      if (s.has_flags) visit("flags", kFlagBits, flags);
    }
  };

  Rounder rounder;
  bool has_flags;
  std::uint64_t nan;
  std::uint8_t nan_flags;  // A format without NaN cannot hold the result.
  std::uint64_t infinity[2];
  std::uint8_t
      infinity_flags;  // A format without infinity has a NaN or its largest number instead.

  explicit FloatRound(const Design& design)
      : rounder(design),
        has_flags(design.flags == FlagOutput::kOn),
        nan(design.accumulator.format.canonical_nan()),
        nan_flags(design.accumulator.format.has_nan() ? 0 : Flags::kInvalid),
        infinity_flags(
            design.accumulator.format.has_infinity() ? 0 : Flags::kOverflow | Flags::kInexact) {
    const Format& f = design.accumulator.format;
    for (int negative = 0; negative < 2; ++negative) {
      if (f.has_infinity()) {
        infinity[negative] = f.infinity(negative != 0);
      } else if (f.has_nan() && design.overflow != Overflow::kSaturate) {
        infinity[negative] = nan;
      } else {
        infinity[negative] = f.max_finite() | (negative != 0 ? f.sign_mask() : 0);
      }
    }
  }

  constexpr Out operator()(const In& in, std::uint64_t r) const {
    Out out;
    if (in.nan) {
      out = {Word(nan), static_cast<std::uint8_t>(nan_flags | (in.infinity ? Flags::kInvalid : 0))};
    } else if (in.infinity) {
      out = {Word(infinity[in.infinity_sign]), infinity_flags};
    } else {
      const Rounder::Out rounded = rounder({.sign = in.sign,
                                            .exponent = in.exponent,
                                            .significand = in.significand,
                                            .guard = in.guard,
                                            .sticky = in.sticky,
                                            .r = r});
      out = {Word(rounded.code), rounded.flags};
    }
    if (!has_flags) out.flags = 0;
    return out;
  }
};

}  // namespace macroscope
