#include "sim/cost/netlist_energy.h"

namespace macroscope {
namespace {

constexpr double kFjPerNwPs = 1e-6;

}  // namespace

NetlistPrices::NetlistPrices(const GateGraph& graph, const StaticTiming& timing,
                             const WireModel& wire, double supply_v, double cycle_ps)
    : graph_(graph),
      netlist_(*graph.netlist),
      timing_(timing),
      wire_(wire),
      half_square_v2_(supply_v * supply_v / 2),
      half_cycle_ps_(cycle_ps / 2),
      is_port_(netlist_.net_count, false),
      fanout_(netlist_.net_count, 0) {
  for (const auto& [cell, shape] : graph.shapes) {
    prices_.emplace(cell, CellPrices(*netlist_.library, shape));
  }
  for (const int net : graph.input_nets) is_port_[net] = true;
  if (graph.clock_net >= 0) is_port_[graph.clock_net] = true;
  for (const std::vector<int>& nets : graph.nets_of_instance) {
    for (const int net : nets) ++fanout_[net];
  }
}

std::map<std::string, Energy> NetlistPrices::ByPath(const Activity& activity) const {
  std::map<std::string, Energy> energies;
  for (std::size_t i = 0; i < netlist_.instances.size(); ++i) {
    Price(activity, static_cast<int>(i), energies[netlist_.instances[i].path]);
  }
  return energies;
}

int NetlistPrices::NetOf(const NetlistInstance& instance, int pin) const {
  return instance.nets[pin] < 0 ? kNetZero : instance.nets[pin];
}
double NetlistPrices::SlewPs(int net, bool rises) const {
  return rises ? timing_.slew_ps[net].rise : timing_.slew_ps[net].fall;
}

void NetlistPrices::Price(const Activity& activity, int index, Energy& energy) const {
  const NetlistInstance& instance = netlist_.instances[index];
  const CellShape& shape = graph_.shapes.at(instance.cell);
  const CellPrices& prices = prices_.at(instance.cell);
  for (std::uint32_t state = 0; state < shape.state_count(); ++state) {
    energy.leakage_fj += static_cast<double>(activity.HalfCycles(index, state)) * half_cycle_ps_ *
                         prices.LeakageNw(state) * kFjPerNwPs;
  }
  PriceInputs(activity, index, shape, prices, energy);
  for (std::size_t o = 0; o < shape.outputs.size(); ++o) {
    const int net = instance.nets[shape.outputs[o].pin];
    if (net < 0) continue;
    if (shape.is_flip_flop) {
      PriceStored(activity, index, static_cast<int>(o), shape, prices, energy);
    } else {
      PriceOutput(activity, index, static_cast<int>(o), shape, prices, energy);
    }
    energy.switching_fj +=
        static_cast<double>(activity.Toggles(net)) * timing_.load_ff[net] * half_square_v2_;
  }
}

void NetlistPrices::PriceInputs(const Activity& activity, int index, const CellShape& shape,
                                const CellPrices& prices, Energy& energy) const {
  const NetlistInstance& instance = netlist_.instances[index];
  for (int k = 0; k < static_cast<int>(shape.inputs.size()); ++k) {
    const int net = NetOf(instance, shape.inputs[k]);
    const bool is_clock = shape.is_flip_flop && k == shape.clock;
    double internal = 0;
    std::uint64_t changes = 0;
    for (std::uint32_t state = 0; state < shape.state_count(); ++state) {
      const std::uint64_t count = activity.Changes(index, k, state);
      if (count == 0) continue;
      changes += count;
      internal +=
          static_cast<double>(count) * prices.InputFj(k, state, SlewPs(net, (state >> k & 1) != 0));
    }
    (is_clock ? energy.clock_fj : energy.internal_fj) += internal;
    if (!is_port_[net]) continue;
    // Driven from outside: each pin has its part of the net's load.
    const LibertyPin& pin = instance.cell->pins[shape.inputs[k]];
    const double load_ff = (pin.rise_capacitance_ff + pin.fall_capacitance_ff) / 2 +
                           wire_.per_fanout_ff + wire_.per_net_ff / fanout_[net];
    (is_clock ? energy.clock_fj : energy.switching_fj) +=
        static_cast<double>(changes) * load_ff * half_square_v2_;
  }
}

void NetlistPrices::PriceOutput(const Activity& activity, int index, int output,
                                const CellShape& shape, const CellPrices& prices,
                                Energy& energy) const {
  const NetlistInstance& instance = netlist_.instances[index];
  const CellShape::Output& out = shape.outputs[output];
  for (int k = 0; k < static_cast<int>(shape.inputs.size()); ++k) {
    const int net = NetOf(instance, shape.inputs[k]);
    for (std::uint32_t state = 0; state < shape.state_count(); ++state) {
      const std::uint64_t count = activity.Caused(index, output, k, state);
      if (count == 0) continue;
      energy.internal_fj +=
          static_cast<double>(count) * prices.OutputFj(output, k, out.truth[state] != 0, state,
                                                       SlewPs(net, (state >> k & 1) != 0),
                                                       timing_.load_ff[instance.nets[out.pin]]);
    }
  }
}

// A flip-flop's output follows what it stores, because of the clock's rising edge.
void NetlistPrices::PriceStored(const Activity& activity, int index, int output,
                                const CellShape& shape, const CellPrices& prices,
                                Energy& energy) const {
  const NetlistInstance& instance = netlist_.instances[index];
  const CellShape::Output& out = shape.outputs[output];
  const int stored = static_cast<int>(shape.inputs.size());
  const double slew_ps = SlewPs(NetOf(instance, shape.inputs[shape.clock]), true);
  for (std::uint32_t state = 0; state < shape.state_count(); ++state) {
    const std::uint64_t count = activity.Changes(index, stored, state);
    if (count == 0) continue;
    energy.internal_fj += static_cast<double>(count) *
                          prices.OutputFj(output, shape.clock, out.truth[state] != 0, state,
                                          slew_ps, timing_.load_ff[instance.nets[out.pin]]);
  }
}

}  // namespace macroscope
