// The correction of the larger term's logarithm: a point on its segment's line; the
// segment's base less a fall from a table of them; or Mitchell's lines where there are no tables.
// Twin of rtl/common/log_refine.sv.
#pragma once

#include "models/common/log_lookup.h"

namespace macroscope {

struct LogRefine {
  using In = LogLookup::Out;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;
    bool subtract = false;
    bool zero = false;
    std::uint64_t correction = 0;  // In 2^-guard_bits of a step.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogSumShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.corrected_log_bits(), log);
      visit("subtract", 1, subtract);
      visit("zero", 1, zero);
      visit("correction", s.correction_bits(), correction);
    }
  };

  LogSumShape shape;

  Out operator()(const In& in) const {
    Out out{.sign = in.sign, .log = in.log, .subtract = in.subtract, .zero = in.zero};
    if (!in.near) return out;
    if (shape.is_mitchell) {
      out.correction = static_cast<std::uint64_t>(shape.lines.Value(in.subtract, in.rest));
    } else {
      out.correction = in.base - shape.tables->Fall(in.slope, in.rest);
    }
    return out;
  }
};

}  // namespace macroscope
