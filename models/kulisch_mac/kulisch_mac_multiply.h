// The exact product of the significands, and the sum of the exponents. What is not a number becomes
// a flag, and adds nothing. Twin of rtl/kulisch_mac/kulisch_mac_multiply.sv.
#pragma once

#include "models/kulisch_mac/kulisch_mac_unpack.h"

namespace macroscope {

template <typename Word>
struct KulischMacMultiply {
  using In = KulischMacUnpack::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;  // least_exponent ...
    Word significand{0};
    std::uint64_t flags = 0;  // Bit 0 NaN, 1 +infinity, 2 -infinity.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const KulischMacShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.exponent_bits, exponent);
      visit("significand", s.significand_bits(), significand);
      if (s.fixed.flag_bits > 0) visit("flags", s.fixed.flag_bits, flags);
    }
  };

  KulischMacShape shape;

  Out operator()(const In& in) const {
    Out out{.sign = in.a.sign != in.b.sign, .exponent = in.a.exponent + in.b.exponent};
    if (in.a.nan || in.b.nan) {
      out.flags = 1;
    } else if (in.a.infinity || in.b.infinity) {
      const bool zero = (in.a.infinity ? in.b : in.a).significand == 0;
      out.flags = zero ? 1 : out.sign ? 4 : 2;
    } else {
      out.significand = Word(in.a.significand) * Word(in.b.significand);
    }
    return out;
  }
};

}  // namespace macroscope
