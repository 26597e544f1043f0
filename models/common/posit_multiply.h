// The exact product: significands multiplied, scales added. NaR times anything is NaR. Twin of
// rtl/common/posit_multiply.sv.
#pragma once

#include "models/common/posit_unpack.h"

namespace macroscope {

struct PositMultiply {
  using In = PositUnpack::Out;
  struct Out {
    bool sign = false;              // Of a product of 0 too, where it means nothing.
    int scale = 0;                  // Of the significand's units.
    std::uint64_t significand = 0;  // U2.(product_bits-2), in [1, 4) or 0.
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("scale", s.product_scale_bits, scale);
      visit("significand", s.product_bits, significand);
      visit("nar", 1, nar);
    }
  };

  constexpr Out operator()(const In& in) const {
    return {.sign = in.a.sign != in.b.sign,
            .scale = in.a.scale + in.b.scale,
            .significand = in.a.significand * in.b.significand,
            .nar = in.a.nar || in.b.nar};
  }
};

}  // namespace macroscope
