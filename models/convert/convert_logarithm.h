// The logarithm of a number in steps: those of its scale, and of its significand by a table. Twin
// of rtl/convert/convert_logarithm.sv.
#pragma once

#include "models/convert/convert_leading.h"
#include "models/tables/convert_tables.h"

namespace macroscope {

struct ConvertLogarithm {
  using In = ConvertLeading::Out;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;  // Of zero and of what is no number of no meaning.
    bool zero = false;     // NaN too.
    bool infinity = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.steps_bits, log);
      visit("zero", 1, zero);
      visit("infinity", 1, infinity);
    }
  };

  std::int64_t steps;
  std::uint64_t fraction_mask;
  std::shared_ptr<const LookupTable> table;

  explicit ConvertLogarithm(const ConvertShape& s)
      : steps(s.accumulator.log.steps_per_octave),
        fraction_mask(LowMask<Word64>(s.leading_bits - 1)),
        table(SignificandLogarithms(s.leading_bits - 1, s.accumulator.log.steps_per_octave)) {}

  Out operator()(const In& in) const {
    return {.sign = in.sign,
            .log = in.scale * steps + (*table)[in.significand & fraction_mask],
            .zero = in.nan || (in.significand == 0 && !in.infinity),
            .infinity = in.infinity};
  }
};

}  // namespace macroscope
