// Which of two terms is the larger, and how far the other's logarithm lies below.
// Twin of rtl/common/log_order.sv.
#pragma once

#include "models/common/log_sum_shape.h"

namespace macroscope {

struct LogOrder {
  struct In {
    LogOperand x;
    LogOperand y;
  };
  struct Out {
    bool sign = false;           // Of the larger.
    std::int64_t log = 0;        // Of the larger.
    std::uint64_t distance = 0;  // Its low distance_bits.
    bool subtract = false;
    bool near = false;  // The lower term matters.
    bool zero = false;  // The sum is 0.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogSumShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.log_bits(), log);
      visit("distance", s.distance_bits, distance);
      visit("subtract", 1, subtract);
      visit("near", 1, near);
      visit("zero", 1, zero);
    }
  };

  LogSumShape shape;

  Out operator()(const In& in) const {
    const bool y_is_larger = !in.y.zero && (in.x.zero || in.y.log > in.x.log);
    const LogOperand& larger = y_is_larger ? in.y : in.x;
    const std::int64_t difference = in.x.log - in.y.log;
    const auto distance = static_cast<std::uint64_t>(difference < 0 ? -difference : difference);
    const bool both = !in.x.zero && !in.y.zero;
    const bool subtract = in.x.sign != in.y.sign;
    return {.sign = larger.sign,
            .log = larger.log,
            .distance = distance & LowMask<Word64>(shape.distance_bits),
            .subtract = subtract,
            .near = both && distance >> shape.distance_bits == 0,
            .zero = both ? subtract && distance == 0 : in.x.zero && in.y.zero};
  }
};

}  // namespace macroscope
