// Rounds the sum into the accumulator's format, or gives the code of what is not a number.
// Twin of rtl/fp_fma/fp_fma_round.sv.
#pragma once

#include "models/common/rounder.h"
#include "models/fp_fma/fp_fma_normalize.h"

namespace macroscope {

template <typename Word>
struct FpFmaRound {
  using In = typename FpFmaNormalize<Word>::Out;
  struct Out {
    Word z{0};
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("z", s.accumulator.width_bits(), z);
    }
  };

  Rounder rounder;
  std::uint64_t nan;
  std::uint64_t infinity[2];  // By sign; a format without has a NaN or its largest number instead.

  explicit FpFmaRound(const FpFmaShape& s)
      : rounder(s.accumulator, s.rounding, s.overflow), nan(s.accumulator.canonical_nan()) {
    const Format& f = s.accumulator;
    for (int negative = 0; negative < 2; ++negative) {
      if (f.has_infinity()) {
        infinity[negative] = f.infinity(negative != 0);
      } else if (f.has_nan() && s.overflow != Overflow::kSaturate) {
        infinity[negative] = nan;
      } else {
        infinity[negative] = f.max_finite() | (negative != 0 ? f.sign_mask() : 0);
      }
    }
  }

  constexpr Out operator()(const In& in) const {
    if (in.nan) return {Word(nan)};
    if (in.infinity) return {Word(infinity[in.infinity_sign])};
    return {Word(rounder({.sign = in.sign,
                          .exponent = in.exponent,
                          .significand = in.significand,
                          .guard = in.guard,
                          .sticky = in.sticky}))};
  }
};

}  // namespace macroscope
