// From a logarithm to octave and significand: the whole steps are the octave, and a table has the
// significand of the rest, and of double-base numbers its octave too. Twin of
// rtl/common/log_linear.sv.
#pragma once

#include "models/common/log_multiply.h"

namespace macroscope {

struct LogLinear {
  using In = LogMultiply::Out;
  struct Out {
    bool sign = false;  // + of a zero.
    std::int64_t octave = 0;
    std::uint64_t significand = 0;  // In 2^-point_bits of the table; 0 of a zero.
    std::uint64_t flags = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("octave", s.octave_bits(), octave);
      visit("significand", s.linear.significand_bits, significand);
      if (s.fixed.flag_bits > 0) visit("flags", s.fixed.flag_bits, flags);
    }
  };

  LogShape shape;

  Out operator()(const In& in) const {
    const auto fraction =
        static_cast<std::uint64_t>(in.log) & LowMask<Word64>(shape.fraction_bits());
    const std::int64_t octave = (in.log >> shape.fraction_bits()) + shape.linear.Octave(fraction);
    return {.sign = in.sign && !in.zero,
            .octave = octave,
            .significand = in.zero ? 0 : shape.linear.Significand(fraction),
            .flags = in.flags};
  }
};

}  // namespace macroscope
