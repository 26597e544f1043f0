// Shifts the sum's highest one to the top. Posits have no subnormals: nothing limits how far. Twin
// of rtl/common/posit_normalize.sv, which has the drawing.
#pragma once

#include "models/common/posit_round.h"
#include "models/common/posit_sum.h"
#include "models/common/sticky_shift.h"
#include "models/common/wide_word.h"

namespace macroscope {

struct PositNormalize {
  using In = PositSum::Out;
  using Out = PositRound::In;

  int sum_bits;
  int unit_bits;
  int kept_bits;

  explicit PositNormalize(const PositShape& s)
      : PositNormalize(s.sum_bits(), s.unit_bits, s.kept_bits) {}
  constexpr PositNormalize(int sum_bits_, int unit_bits_, int kept_bits_)
      : sum_bits(sum_bits_), unit_bits(unit_bits_), kept_bits(kept_bits_) {}

  constexpr Out operator()(const In& in) const {
    return Normalize(in.sign, in.scale, in.sum, in.sticky, in.nar);
  }

  // The same of a sum of any word, worth 2^(scale + unit_bits) at the top of its sum_bits.
  template <typename Word>
  constexpr Out Normalize(bool sign, int scale, const Word& sum, bool sticky, bool nar) const {
    const int length = BitLength(sum);
    Out out{.sign = sign, .scale = scale + unit_bits - (sum_bits - length), .nar = nar};
    out.sticky = sticky;
    out.significand = static_cast<std::uint64_t>(ShiftSticky(sum, kept_bits - length, out.sticky));
    return out;
  }
};

}  // namespace macroscope
