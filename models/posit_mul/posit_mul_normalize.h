// Brings the product's leading one to the top, one place at most, and cuts it to what rounding
// looks at. Twin of rtl/posit_mul/posit_mul_normalize.sv, which has the drawing.
#pragma once

#include "models/common/posit_multiply.h"
#include "models/common/posit_round.h"
#include "models/common/sticky_shift.h"

namespace macroscope {

struct PositMulNormalize {
  using In = PositMultiply::Out;
  using Out = PositRound::In;

  int product_bits;
  int kept_bits;

  explicit PositMulNormalize(const PositShape& s)
      : product_bits(s.product_bits), kept_bits(s.kept_bits) {}

  constexpr Out operator()(const In& in) const {
    const bool two = BitOf(in.significand, product_bits - 1);
    Out out{.sign = in.sign, .scale = in.scale + (two ? 1 : 0), .nar = in.nar};
    out.significand = ShiftSticky(in.significand,
                                  kept_bits - (two ? product_bits : product_bits - 1), out.sticky);
    return out;
  }
};

}  // namespace macroscope
