// Brings a number's leading one to the top, for the targets that have no lowest binade: posits,
// which keep the bits that rounding looks at one by one, and logarithms, whose table goes by all.
// Twin of rtl/convert/convert_leading.sv.
#pragma once

#include "models/common/posit_normalize.h"
#include "models/convert/convert_unpack.h"

namespace macroscope {

struct ConvertLeading {
  using In = ConvertUnpack::Out;
  struct Out {
    bool sign = false;
    int scale = 0;                  // Of the leading one.
    std::uint64_t significand = 0;  // U1.(leading_bits-1), in [1, 2) or 0.
    bool sticky = false;            // A one stood below it. Towards logarithms never.
    bool nan = false;               // Towards NaR infinity too.
    bool infinity = false;          // Towards NaR never.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("scale", s.scale_bits, scale);
      visit("significand", s.leading_bits, significand);
      if (s.accumulator.is_posit()) visit("sticky", 1, sticky);
      visit("nan", 1, nan);
      if (!s.accumulator.has_nar()) visit("infinity", 1, infinity);
    }
  };

  ConvertShape shape;
  PositNormalize normalize;

  explicit ConvertLeading(const ConvertShape& s)
      : shape(s), normalize(s.significand_bits, /*unit_bits=*/0, s.leading_bits) {}

  Out operator()(const In& in) const {
    const bool to_nar = shape.accumulator.has_nar();
    const int height = in.exponent + shape.height_offset;
    const PositNormalize::Out x =
        normalize.Normalize(in.sign, height, in.significand, /*sticky=*/false,
                            /*nar=*/in.nan || (to_nar && in.infinity));
    // Where the top bit has the leading one already, nothing is counted, of a zero neither.
    return {.sign = x.sign,
            .scale = shape.normalized() ? height : x.scale,
            .significand = x.significand,
            .sticky = x.sticky,
            .nan = x.nar,
            .infinity = in.infinity && !to_nar};
  }
};

}  // namespace macroscope
