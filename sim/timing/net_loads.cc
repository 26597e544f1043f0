#include "sim/timing/net_loads.h"

namespace macroscope {

std::vector<RiseFall> NetLoads(const Netlist& netlist, const WireModel& wire) {
  std::vector<RiseFall> loads(netlist.net_count);
  std::vector<int> fanout(netlist.net_count);
  for (const NetlistInstance& instance : netlist.instances) {
    for (std::size_t i = 0; i < instance.nets.size(); ++i) {
      const int net = instance.nets[i];
      if (net < 0) continue;
      const LibertyPin& pin = instance.cell->pins[i];
      loads[net].rise += pin.rise_capacitance_ff;
      loads[net].fall += pin.fall_capacitance_ff;
      if (pin.direction == PinDirection::kInput) ++fanout[net];
    }
  }
  for (std::size_t net = 0; net < loads.size(); ++net) {
    if (fanout[net] == 0) continue;
    const double added = wire.per_net_ff + wire.per_fanout_ff * fanout[net];
    loads[net].rise += added;
    loads[net].fall += added;
  }
  return loads;
}

}  // namespace macroscope
