// The corrected logarithm in whole steps as a code: beyond the greatest it becomes the greatest,
// below the least zero. Halves go away from the larger term's logarithm; where that became a finer
// one, up. Twin of rtl/common/log_round.sv.
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
    const std::int64_t sum = Sum(in);
    const LogLayout& log = shape.z.log;
    if (in.zero || sum < log.least_steps()) return {Word{shape.z.zero_code()}};
    const std::uint64_t sign = in.sign ? shape.z.sign_mask() : 0;
    return {Word{log.Field(std::min(sum, log.greatest_steps())) | sign}};
  }

 private:
  std::int64_t Sum(const In& in) const {
    const auto correction = static_cast<std::int64_t>(in.correction);
    if (shape.log_guard_bits() > 0) {
      const std::int64_t corrected = in.subtract ? in.log - correction : in.log + correction;
      return WholeSteps(corrected, shape.guard_bits);
    }
    const std::int64_t steps = WholeSteps(correction, shape.guard_bits);
    return in.subtract ? in.log - steps : in.log + steps;
  }
};

}  // namespace macroscope
