// The difference of two terms that lie close together as a sum of two parts of one sign
// (models/tables/cotransformation.h): the logarithm of the greater part instead of that of the
// larger term, and the distance of the two instead of that of the terms, so that the tables of sums
// have the rest. Sums, and differences of terms farther apart, pass.
// Twin of rtl/common/log_cotransform.sv.
#pragma once

#include "models/common/log_order.h"

namespace macroscope {

struct LogCotransform {
  using In = LogOrder::Out;
  // What order gives, the logarithm in 2^-guard_bits of a step. `subtract` and `near` are now of
  // what the tables are looked up for: a difference that became a sum is one.
  struct Out : LogOrder::Out {
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogSumShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.corrected_log_bits(), log);
      visit("distance", s.distance_bits, distance);
      visit("subtract", 1, subtract);
      visit("near", 1, near);
      visit("zero", 1, zero);
    }
  };

  LogSumShape shape;

  Out operator()(const In& in) const {
    Out out{in};
    out.log *= std::int64_t{1} << shape.guard_bits;
    const Cotransformation& split = shape.tables->cotransformation;
    if (!in.subtract || !in.near || !split.Splits(in.distance)) return out;
    const Cotransformation::Parts parts = split.PartsOf(in.distance, shape.guard_bits);
    out.log -= parts.below;
    out.subtract = false;
    out.near = parts.are_two && parts.distance >> shape.distance_bits == 0;
    out.distance = parts.distance & LowMask<Word64>(shape.distance_bits);
    return out;
  }
};

}  // namespace macroscope
