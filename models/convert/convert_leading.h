// Brings a number's leading one to the top, for the targets that have no lowest binade: posits,
// which keep the bits that rounding looks at one by one, and logarithms, whose table goes by all.
// Twin of rtl/convert/convert_leading.sv.
#pragma once

#include "models/common/sticky_shift.h"
#include "models/convert/convert_unpack.h"

namespace macroscope {

struct ConvertLeading {
  using In = ConvertUnpack::Out;
  struct Out {
    bool sign = false;
    int scale = 0;                  // Of the leading one.
    std::uint64_t significand = 0;  // U1.(leading_bits-1), in [1, 2) or 0.
    bool sticky = false;            // A one stood below it. Towards logarithms never.
    bool nan = false;               // Towards posits infinity too: both are NaR.
    bool infinity = false;          // Towards posits never.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      const bool to_posit = s.accumulator.is_posit();
      visit("sign", 1, sign);
      visit("scale", s.scale_bits, scale);
      visit("significand", s.leading_bits, significand);
      if (to_posit) visit("sticky", 1, sticky);
      visit("nan", 1, nan);
      if (!to_posit) visit("infinity", 1, infinity);
    }
  };

  ConvertShape shape;

  Out operator()(const In& in) const {
    const bool to_posit = shape.accumulator.is_posit();
    const int length = BitLength(in.significand);
    const int zeros = shape.normalized() ? 0 : shape.significand_bits - length;
    Out out{.sign = in.sign,
            .scale = in.exponent + shape.height_offset - zeros,
            .nan = in.nan || (to_posit && in.infinity),
            .infinity = in.infinity && !to_posit};
    if (length > 0) {
      out.significand = ShiftSticky(in.significand, shape.leading_bits - length, out.sticky);
    }
    return out;
  }
};

}  // namespace macroscope
