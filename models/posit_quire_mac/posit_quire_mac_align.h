// Shifts the product to its place in the quire. Twin of
// rtl/posit_quire_mac/posit_quire_mac_align.sv, which has the drawing.
#pragma once

#include "models/common/posit_multiply.h"

namespace macroscope {

template <typename Word>
struct PositQuireMacAlign {
  using In = PositMultiply::Out;
  struct Out {
    bool negate = false;
    Word product{0};  // Magnitude, in product_bits of the quire's with a 0 for its sign.
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("negate", 1, negate);
      visit("product", s.fixed.product_bits, product);
      visit("nar", 1, nar);
    }
  };

  int least_scale;    // Of the product of the least numbers, which is the quire's last bit.
  int fraction_bits;  // Of the product.

  explicit PositQuireMacAlign(const PositShape& s)
      : least_scale(s.quire_scale), fraction_bits(s.product_bits - 2) {}

  Out operator()(const In& in) const {
    Out out{.negate = in.sign, .nar = in.nar};
    if (in.significand == 0) return out;  // Its scale may be below the least.
    // Every product is a multiple of the least one: what goes off to the right is zeros.
    const int place = in.scale - least_scale - fraction_bits;
    const Word significand{in.significand};
    out.product = place >= 0 ? Word(significand << place) : Word(significand >> -place);
    return out;
  }
};

}  // namespace macroscope
