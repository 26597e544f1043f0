// What the tables have for a distance: the value where its segment begins, and how far it falls
// over the segment, or to the distance where tables are bipartite.
// Twin of rtl/common/log_lookup.sv.
#pragma once

#include "models/common/log_order.h"

namespace macroscope {

struct LogLookup {
  using In = LogOrder::Out;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;
    bool subtract = false;
    bool near = false;
    bool zero = false;
    std::uint64_t base = 0;
    std::uint64_t slope = 0;
    std::uint64_t rest = 0;  // Of the distance; all of it where there are no tables.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogSumShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.corrected_log_bits(), log);
      visit("subtract", 1, subtract);
      visit("near", 1, near);
      visit("zero", 1, zero);
      visit("base", s.base_bits(), base);
      visit("slope", s.slope_bits(), slope);
      visit("rest", s.rest_bits(), rest);
    }
  };

  LogSumShape shape;

  Out operator()(const In& in) const {
    Out out{
        .sign = in.sign, .log = in.log, .subtract = in.subtract, .near = in.near, .zero = in.zero};
    if (shape.is_mitchell) {
      out.rest = in.distance;
      return out;
    }
    const GaussianTables& tables = *shape.tables;
    const GaussianTable& table = in.subtract ? tables.difference : tables.sum;
    const GaussianTables::Place place = tables.PlaceOf(in.distance);
    out.base = table.base[place.index];
    if (shape.has_slope()) out.slope = table.slope[place.slope_index];
    if (shape.has_rest()) out.rest = place.rest;
    return out;
  }
};

}  // namespace macroscope
