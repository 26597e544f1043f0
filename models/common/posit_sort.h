// Two terms by size of their scales, the lower one shifted right to the other's place. Twin of
// rtl/common/posit_sort.sv, which has the drawing.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/common/posit_shape.h"

namespace macroscope {

struct PositSort {
  struct Term {
    bool sign = false;
    int scale = 0;
    std::uint64_t significand = 0;  // U(unit_bits).window_bits, 1 or more; or 0.
    bool nar = false;
  };
  struct Out {
    bool sign = false;      // Of the large term.
    bool subtract = false;  // The small term has the other sign.
    int scale = 0;          // Of the large term's units.
    std::uint64_t large = 0;
    std::uint64_t small = 0;
    bool sticky = false;  // A one was shifted out of the small term.
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("subtract", 1, subtract);
      visit("scale", s.scale_bits, scale);
      visit("large", s.term_bits(), large);
      visit("small", s.term_bits(), small);
      visit("sticky", 1, sticky);
      visit("nar", 1, nar);
    }
  };

  int term_bits;  // Shifts all out.

  constexpr Out operator()(const Term& x, const Term& y) const {
    // A zero is the small term whatever its scale: that of another posit's least number, or of a
    // product, may be below it.
    const bool y_is_large = y.significand != 0 && (x.significand == 0 || y.scale > x.scale);
    const Term& large = y_is_large ? y : x;
    const Term& lower = y_is_large ? x : y;
    const int distance =
        std::min(large.scale > lower.scale ? large.scale - lower.scale : lower.scale - large.scale,
                 term_bits);
    const std::uint64_t small = lower.significand >> distance;
    return {.sign = large.sign,
            .subtract = x.sign != y.sign,
            .scale = large.scale,
            .large = large.significand,
            .small = small,
            .sticky = small << distance != lower.significand,
            .nar = x.nar || y.nar};
  }
};

}  // namespace macroscope
