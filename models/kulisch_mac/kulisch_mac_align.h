// Shifts the product to its place in the fixed-point accumulator.
// Twin of rtl/kulisch_mac/kulisch_mac_align.sv.
#pragma once

#include "models/kulisch_mac/kulisch_mac_multiply.h"

namespace macroscope {

template <typename Word>
struct KulischMacAlign {
  using In = typename KulischMacMultiply<Word>::Out;
  struct Out {
    bool negate = false;
    Word product{0};  // Magnitude, in product_bits with a 0 for its sign.
    std::uint64_t flags = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const KulischMacShape& s, Visitor&& visit) const {
      visit("negate", 1, negate);
      visit("product", s.fixed.product_bits, product);
      if (s.fixed.flag_bits > 0) visit("flags", s.fixed.flag_bits, flags);
    }
  };

  KulischMacShape shape;

  Out operator()(const In& in) const {
    // A significand of 0 (also that of what is not a number) may come with any exponent.
    const bool zero = in.significand == Word{0};
    return {
        .negate = in.sign,
        .product = zero ? Word{0} : Word(in.significand << (in.exponent - shape.least_exponent)),
        .flags = in.flags};
  }
};

}  // namespace macroscope
