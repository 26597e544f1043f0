// The magnitude and sign of large + small, or of large - small. Bits that alignment lost stand
// below the window: they make a difference smaller, and stay sticky. Twin of
// rtl/common/posit_sum.sv.
#pragma once

#include "models/common/posit_sort.h"

namespace macroscope {

struct PositSum {
  using In = PositSort::Out;
  struct Out {
    bool sign = false;
    int scale = 0;
    std::uint64_t sum = 0;  // U(unit_bits+1).window_bits; 0 only of an exact 0.
    bool sticky = false;
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("scale", s.scale_bits, scale);
      visit("sum", s.sum_bits(), sum);
      visit("sticky", 1, sticky);
      visit("nar", 1, nar);
    }
  };

  constexpr Out operator()(const In& in) const {
    Out out{.sign = in.sign, .scale = in.scale, .sum = 0, .sticky = in.sticky, .nar = in.nar};
    if (!in.subtract) {
      out.sum = in.large + in.small;
    } else if (in.large > in.small) {
      // small + lost bits: the difference is below large - small, by less than one unit.
      out.sum = in.large - in.small - (in.sticky ? 1 : 0);
    } else {
      out.sum = in.small - in.large;
      out.sign = !in.sign;
    }
    return out;
  }
};

}  // namespace macroscope
