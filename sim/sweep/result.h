// What a sweep found out: one PointResult a point. Written as points.json and read back by report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "sim/cost/cost_model.h"

namespace macroscope {

// One agreement between engines that a point's cosimulation established.
struct Check {
  std::string engines;      // "reference = law", "law = rtl", "systemc = rtl", "law = netlist"
  std::string extent;       // "exhaustive", "random, seed 1"
  std::uint64_t cases = 0;  // Operations, or cycles for clocked checks; never 0.
};

// What one multiply-accumulate (MAC) costs: of an operation of L lanes, 1/L.
struct MacCost {
  std::optional<double> gates;
  std::optional<double> area_um2;
  std::optional<double> energy_fj;
};

struct PointResult {
  std::string name;   // DisplayName of the design
  DesignText design;  // canonical
  std::string technology;
  // Its name; "" where the workload has none, and where it does not matter: gates are counted, not
  // driven, so that a sweep's `gates` technologies have one point a design.
  std::string workload;
  bool ok = false;    // Every check green and the cost computed.
  std::string error;  // If not ok: one line.
  std::vector<Check> checks;
  std::optional<Cost> cost;
  std::optional<MacCost> per_mac;  // If there is a cost and operations are MACs.
  // Against the sweep's baseline on the same technology and under the same workload; of units with
  // lanes, per multiply-accumulate.
  std::optional<double> ratio;         // Of gates or area.
  std::optional<double> energy_ratio;  // Of energy_fj.
  bool is_baseline = false;
  int operand_bits = 0;  // Of the first operand's code; of units with lanes all of them together.
  int latency_cycles = 0;
  int loop_registers = 0;
};

// What points were driven with, for people.
struct UsedWorkload {
  std::string name;  // As PointResult::workload.
  std::string text;  // WorkloadText
};

struct SweepResult {
  std::string title;
  std::string file;                     // The sweep's YAML, as given.
  std::string command;                  // That makes it again.
  std::string version;                  // macroscope's
  bool counts_registers = true;         // Whether costs are with their registers.
  std::vector<UsedWorkload> workloads;  // Empty if no technology was driven.
  std::vector<std::string> published;   // Files of figures that reports set beside these.
  std::vector<PointResult> points;
};

}  // namespace macroscope
