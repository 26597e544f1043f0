#include "sim/netlist/lookup_table.h"

#include <algorithm>
#include <cstddef>

namespace macroscope {
namespace {

// Where a value stands among indices: the segment to use and how far into it, which is below 0 or
// above 1 where the value lies beyond them.
struct Place {
  std::size_t low = 0;
  std::size_t high = 0;
  double fraction = 0;
};

Place Find(const std::vector<double>& indices, double at) {
  if (indices.size() < 2) return {};
  const auto above = std::upper_bound(indices.begin() + 1, indices.end() - 1, at);
  const auto high = static_cast<std::size_t>(above - indices.begin());
  const double from = indices[high - 1];
  return {high - 1, high, (at - from) / (indices[high] - from)};
}

double Between(double low, double high, double fraction) { return low + (high - low) * fraction; }

}  // namespace

double LookupTable::At(double at_slew_ps, double at_load_ff) const {
  const Place slew = Find(slew_ps, at_slew_ps);
  const Place load = Find(load_ff, at_load_ff);
  const std::size_t loads = std::max<std::size_t>(load_ff.size(), 1);
  const double* low = &values[slew.low * loads];
  const double* high = &values[slew.high * loads];
  return Between(Between(low[load.low], low[load.high], load.fraction),
                 Between(high[load.low], high[load.high], load.fraction), slew.fraction);
}

LookupTable Sum(const LookupTable& a, const LookupTable& b) {
  const auto merge = [](const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> both;
    std::ranges::set_union(x, y, std::back_inserter(both));
    return both;
  };
  LookupTable sum{merge(a.slew_ps, b.slew_ps), merge(a.load_ff, b.load_ff), {}};
  const std::vector<double> any = {0};
  for (const double slew : sum.slew_ps.empty() ? any : sum.slew_ps) {
    for (const double load : sum.load_ff.empty() ? any : sum.load_ff) {
      sum.values.push_back(a.At(slew, load) + b.At(slew, load));
    }
  }
  return sum;
}

}  // namespace macroscope
