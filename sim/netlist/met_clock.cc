#include "sim/netlist/met_clock.h"

#include <stdexcept>

namespace macroscope {

MetClock MapToMeet(MappingRequest request, const CellLibrary& library,
                   std::optional<double> period_ps, const std::vector<std::string>& levels,
                   const DelayOf& delay_of, Cache& cache) {
  if (levels.empty()) throw std::invalid_argument("a recipe needs a level of effort");
  std::optional<MetClock> best;
  for (const std::string& level : levels) {
    request.effort = level;
    MetClock tried{level, MapToNetlist(request, library, cache), std::nullopt};
    if (!period_ps) return tried;
    const std::optional<double> delay_ps = delay_of(tried.netlist);
    if (!delay_ps) return tried;
    tried.slack_ps = *period_ps - *delay_ps;
    if (*tried.slack_ps >= 0) return tried;
    if (!best || *tried.slack_ps > *best->slack_ps) best = std::move(tried);
  }
  return *std::move(best);
}

}  // namespace macroscope
