// The energy of a netlist's activity: every change priced by the library's tables and by the load
// that it charges.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/activity/activity.h"
#include "sim/activity/gate_graph.h"
#include "sim/config/technology.h"
#include "sim/cost/cell_prices.h"
#include "sim/cost/cost_model.h"
#include "sim/timing/static_timing.h"

namespace macroscope {

// What a netlist's changes cost. What it is made from must outlive it.
class NetlistPrices {
 public:
  // `cycle_ps` is how long a cycle lasts, for leakage.
  NetlistPrices(const GateGraph& graph, const StaticTiming& timing, const WireModel& wire,
                double supply_v, double cycle_ps);

  // Of the whole run, by NetlistInstance::path, glitch_fj left 0. A net's CV^2/2 belongs to its
  // driver; that of an input port to the cells that it leads to, that of the clock to its
  // flip-flops. Throws BuildError for a cell without energies.
  std::map<std::string, Energy> ByPath(const Activity& activity) const;

 private:
  int NetOf(const NetlistInstance& instance, int pin) const;
  double SlewPs(int net, bool rises) const;
  void Price(const Activity& activity, int index, Energy& energy) const;
  void PriceInputs(const Activity& activity, int index, const CellShape& shape,
                   const CellPrices& prices, Energy& energy) const;
  void PriceOutput(const Activity& activity, int index, int output, const CellShape& shape,
                   const CellPrices& prices, Energy& energy) const;
  void PriceStored(const Activity& activity, int index, int output, const CellShape& shape,
                   const CellPrices& prices, Energy& energy) const;

  const GateGraph& graph_;
  const Netlist& netlist_;
  const StaticTiming& timing_;
  WireModel wire_;
  double half_square_v2_;
  double half_cycle_ps_;
  std::map<const LibertyCell*, CellPrices> prices_;
  std::vector<bool> is_port_;  // By net: whether a port drives it.
  std::vector<int> fanout_;    // By net: the pins that it leads to.
};

}  // namespace macroscope
