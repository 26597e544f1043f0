// From a logarithm to exponent and significand: the octave is the exponent, and a table has the
// significand of the rest, cut where rounding no longer looks at single bits, with a last bit for
// all below. Twin of rtl/convert/convert_linear.sv.
#pragma once

#include "models/convert/convert_log_unpack.h"
#include "models/tables/convert_tables.h"

namespace macroscope {

struct ConvertLinear {
  using In = ConvertLogUnpack::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;               // The octave, biased by the weight of its sign bit.
    std::uint64_t significand = 0;  // U1.entry_bits; 0 of zero.
    bool nan = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.exponent_bits, exponent);
      visit("significand", s.significand_bits, significand);
      if (s.design.a.is_log_posit()) visit("nan", 1, nan);
    }
  };

  ConvertShape shape;
  std::shared_ptr<const LookupTable> table;

  explicit ConvertLinear(const ConvertShape& s)
      : shape(s), table(CutPowers(s.log_fraction_bits, s.entry_bits)) {}

  Out operator()(const In& in) const {
    const std::int64_t octave = in.log >> shape.log_fraction_bits;
    const auto fraction =
        static_cast<std::uint64_t>(in.log) & LowMask<Word64>(shape.log_fraction_bits);
    const std::uint64_t one = std::uint64_t{1} << shape.entry_bits;
    return {.sign = in.sign && !in.zero,
            .exponent = static_cast<int>(octave) + (1 << (shape.exponent_bits - 1)),
            .significand = in.zero ? 0 : one + (*table)[fraction],
            .nan = in.nan};
  }
};

}  // namespace macroscope
