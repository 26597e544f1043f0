// Shifts the highest one of a quire's magnitude to the top, and cuts it to what rounding looks at.
// Twin of rtl/posit_quire_round/posit_quire_round_normalize.sv.
#pragma once

#include "models/common/posit_normalize.h"
#include "models/posit_quire_round/posit_quire_round_unpack.h"

namespace macroscope {

template <typename Word>
struct PositQuireRoundNormalize {
  using In = typename PositQuireRoundUnpack<Word>::Out;
  using Out = PositRound::In;

  PositNormalize normalize;
  int top_scale;  // Of the magnitude's top bit.

  explicit PositQuireRoundNormalize(const PositShape& s)
      : normalize(s.fixed.fixed_bits(), /*unit_bits=*/0, s.kept_bits),
        top_scale(s.quire_scale + s.fixed.fixed_bits() - 1) {}

  Out operator()(const In& in) const {
    return normalize.Normalize(in.sign, top_scale, in.magnitude, /*sticky=*/false, in.nar);
  }
};

}  // namespace macroscope
