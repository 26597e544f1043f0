#include "sim/cost/mapped_unit.h"

#include <utility>

#include "sim/netlist/mapping.h"
#include "sim/netlist/met_clock.h"

namespace macroscope {

MappedUnit MapUnit(const Unit& unit, const Technology& technology, const CellLibrary& library) {
  const auto delay_of = [&](const Netlist& netlist) -> std::optional<double> {
    const auto path = ComputeTiming(netlist, technology.wire).critical_path;
    return path ? std::optional(path->delay_ps) : std::nullopt;
  };
  MetClock met = MapToMeet(KeepingStages(unit), library, technology.clock_period_ps,
                           EffortsToTry(technology), delay_of);
  MappedUnit mapped;
  mapped.flat = MapToNetlist(Flattened(unit, met.effort), library);
  mapped.timing = ComputeTiming(met.netlist, technology.wire);
  mapped.staged = std::move(met.netlist);
  mapped.effort = std::move(met.effort);
  mapped.slack_ps = met.slack_ps;
  return mapped;
}

}  // namespace macroscope
