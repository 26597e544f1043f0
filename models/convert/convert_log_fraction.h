// The logarithm of a significand, which is the fraction of a log posit where a posit has that of
// the number: as many bits as rounding looks at one by one, and whether anything stands below. Twin
// of rtl/convert/convert_log_fraction.sv.
#pragma once

#include "models/convert/convert_leading.h"
#include "models/tables/convert_tables.h"

namespace macroscope {

struct ConvertLogFraction {
  using In = ConvertLeading::Out;
  struct Out {
    bool sign = false;
    int scale = 0;                  // The logarithm's octaves.
    std::uint64_t significand = 0;  // 1 and the logarithm's fraction: U1.(kept_bits-1); or 0.
    bool sticky = false;
    bool nan = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("scale", s.scale_bits, scale);
      visit("significand", s.kept_bits, significand);
      visit("sticky", 1, sticky);
      visit("nan", 1, nan);
    }
  };

  int place;  // Of the one above the fraction.
  std::uint64_t fraction_mask;
  std::shared_ptr<const LookupTable> table;

  explicit ConvertLogFraction(const ConvertShape& s)
      : place(s.kept_bits - 1),
        fraction_mask(LowMask<Word64>(s.leading_bits - 1)),
        table(CutLogarithms(s.leading_bits - 1, s.kept_bits)) {}

  Out operator()(const In& in) const {
    const std::uint64_t entry = (*table)[in.significand & fraction_mask];
    const std::uint64_t one = in.significand == 0 ? 0 : std::uint64_t{1} << place;
    return {.sign = in.sign,
            .scale = in.scale,
            .significand = one + (entry >> 1),
            .sticky = (entry & 1) != 0,
            .nan = in.nan};
  }
};

}  // namespace macroscope
