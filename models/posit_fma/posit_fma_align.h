// Unpacks the addend, sorts it and the product by scale, and shifts the lower one right. Twin of
// rtl/posit_fma/posit_fma_align.sv, which has the drawing.
#pragma once

#include "models/common/posit_multiply.h"
#include "models/common/posit_sort.h"

namespace macroscope {

struct PositFmaAlign {
  struct In {
    PositMultiply::Out product;
    std::uint64_t addend = 0;  // The accumulator's code.
  };
  using Out = PositSort::Out;

  PositOperand unpack;
  PositSort sort;
  int product_shift;  // Brings the product's units to the window's.
  int addend_shift;

  explicit PositFmaAlign(const PositShape& s)
      : unpack{s.z},
        sort{s.term_bits()},
        product_shift(s.window_bits - (s.product_bits - 2)),
        addend_shift(s.window_bits - s.z.fraction_bits()) {}

  constexpr Out operator()(const In& in) const {
    const PositMultiply::Out& p = in.product;
    const PositOperand::Out c = unpack(in.addend);
    return sort({p.sign, p.scale, p.significand << product_shift, p.nar},
                {c.sign, c.scale, c.significand << addend_shift, c.nar});
  }
};

}  // namespace macroscope
