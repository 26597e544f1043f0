// Sorts the operands by scale, and shifts the lower one right. Twin of
// rtl/posit_add/posit_add_align.sv, which has the drawing.
#pragma once

#include "models/common/posit_sort.h"
#include "models/common/posit_unpack.h"

namespace macroscope {

struct PositAddAlign {
  using In = PositUnpack::Out;
  using Out = PositSort::Out;

  PositSort sort;
  int a_shift;  // Brings the operand's units to the window's.
  int b_shift;

  explicit PositAddAlign(const PositShape& s)
      : sort{s.term_bits()},
        a_shift(s.window_bits - s.a.fraction_bits()),
        b_shift(s.window_bits - s.b.fraction_bits()) {}

  constexpr Out operator()(const In& in) const {
    return sort({in.a.sign, in.a.scale, in.a.significand << a_shift, in.a.nar},
                {in.b.sign, in.b.scale, in.b.significand << b_shift, in.b.nar});
  }
};

}  // namespace macroscope
