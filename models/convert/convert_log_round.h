// A logarithm in steps as a code: beyond the greatest it becomes the greatest, below the least the
// least, and infinity the greatest. A format without zero has its least number for that, and one
// without a sign has what zero becomes for negative numbers. Twin of
// rtl/convert/convert_log_round.sv.
#pragma once

#include <algorithm>

#include "models/convert/convert_logarithm.h"

namespace macroscope {

template <typename Word>
struct ConvertLogRound {
  using In = ConvertLogarithm::Out;
  struct Out {
    Word z{0};
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("z", s.accumulator.width_bits(), z);
    }
  };

  Format to;

  explicit ConvertLogRound(const ConvertShape& s) : to(s.accumulator) {}

  Out operator()(const In& in) const {
    const LogLayout& log = to.log;
    const std::uint64_t zero =
        log.zero == LogZero::kNone ? log.Field(log.least_steps()) : to.zero_code();
    if (in.zero || (in.sign && !to.has_sign)) return {Word{zero}};
    const std::int64_t steps = in.infinity ? log.greatest_steps() : in.log;
    const std::uint64_t field =
        log.Field(std::clamp(steps, log.least_steps(), log.greatest_steps()));
    return {Word{field | (in.sign ? to.sign_mask() : 0)}};
  }
};

}  // namespace macroscope
