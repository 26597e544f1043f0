// What a design costs, by one of several models behind one interface.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/common/unit.h"
#include "sim/config/technology.h"
#include "sim/config/workload.h"

namespace macroscope {

// Energy of one operation, by what it is spent on.
struct Energy {
  double internal_fj = 0;   // In the cells, as they switch; clock pins left out.
  double switching_fj = 0;  // CV^2/2 of the nets.
  double clock_fj = 0;      // Clock pins of flip-flops, and the clock net's load.
  double leakage_fj = 0;    // Over one cycle.
  double glitch_fj = 0;     // Of internal and switching: what a simulation without delays has not.

  double total_fj() const { return internal_fj + switching_fj + clock_fj + leakage_fj; }

  Energy& operator+=(const Energy& part);
  Energy& operator-=(const Energy& part);
  Energy& operator*=(double factor);
};

// One stage's logic, or the register after it.
struct StageCost {
  std::string stage;  // StageShape::name
  bool is_register = false;
  std::string group;            // The published breakdown's bar it belongs to.
  std::optional<double> gates;  // 2-input gates
  std::optional<double> area_um2;
  std::optional<double> delay_ps;  // The stage's share of the critical path.
  std::optional<Energy> energy;    // Of one operation.
};

struct Provenance {
  std::string model;         // "gates", "synthesis"
  std::string technology;    // Name of the technology file.
  std::string tools;         // "Yosys 0.23"; empty for `gates`.
  std::string liberty;       // File name.
  std::string liberty_hash;  // Of its content.
};

struct Cost {
  std::optional<double> gates;     // gates: the total.
  std::optional<double> area_um2;  // synthesis: the hierarchical netlist, sum of the breakdown.
  std::optional<double> flat_area_um2;      // synthesis: the flattened run.
  std::optional<double> register_area_um2;  // Of area_um2, flip-flops and their enable logic.
  std::optional<double> delay_ps;           // Critical path.
  std::optional<double> clock_period_ps;    // The technology's, if it has one.
  std::optional<double> slack_ps;           // Of it over the critical path; negative: not met.
  std::string effort;                       // The recipe's level that was taken.
  std::optional<double> energy_fj;          // Of one operation: energy->total_fj().
  std::optional<Energy> energy;             // Sum of the breakdown's.
  std::optional<std::uint64_t> energy_operations;  // How many it was measured over.
  std::optional<int> register_bits;
  std::vector<StageCost> breakdown;
  Provenance provenance;
  std::vector<std::string> notes;  // Why what is empty is empty; what the figures omit.
};

class CostModel {
 public:
  virtual ~CostModel() = default;
  // Throws BuildError (sim/base/build_error.h) if a tool is missing or fails.
  virtual Cost Estimate(const Unit& unit) = 0;
};

// By technology.model. With a workload, costs of a library have energies as well: of the workload's
// operands, in the netlist that areas are read from.
std::unique_ptr<CostModel> MakeCostModel(const Technology& technology,
                                         const std::optional<Workload>& workload = std::nullopt);

}  // namespace macroscope
