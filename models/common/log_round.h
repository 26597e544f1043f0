// The corrected logarithm in whole steps, halves away from the larger term's, as a code: beyond the
// greatest it becomes the greatest, below the least zero. Twin of rtl/common/log_round.sv.
#pragma once

#include "models/common/log_refine.h"

namespace macroscope {

template <typename Word>
struct LogRound {
  using In = LogRefine::Out;
  struct Out {
    Word z{0};
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogSumShape& s, Visitor&& visit) const {
      visit("z", s.z.width_bits(), z);
    }
  };

  LogSumShape shape;

  Out operator()(const In& in) const {
    const std::int64_t steps =
        WholeSteps(static_cast<std::int64_t>(in.correction), shape.guard_bits);
    const std::int64_t sum = in.subtract ? in.log - steps : in.log + steps;
    const LogLayout& log = shape.z.log;
    if (in.zero || sum < log.least_steps()) return {Word{shape.z.zero_code()}};
    const std::uint64_t sign = in.sign ? shape.z.sign_mask() : 0;
    return {Word{log.Field(std::min(sum, log.greatest_steps())) | sign}};
  }
};

}  // namespace macroscope
