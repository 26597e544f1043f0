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

struct PointResult {
  std::string name;   // DisplayName of the design
  DesignText design;  // canonical
  std::string technology;
  std::string workload;  // Its name; "" where a sweep has one workload without a name.
  bool ok = false;    // Every check green and the cost computed.
  std::string error;  // If not ok: one line.
  std::vector<Check> checks;
  std::optional<Cost> cost;
  std::optional<double> ratio;  // gates or area against the sweep's baseline on this technology.
  bool is_baseline = false;
  int latency_cycles = 0;
  int loop_registers = 0;
};

struct SweepResult {
  std::string title;
  std::string file;     // The sweep's YAML, as given.
  std::string version;  // macroscope's
  std::vector<PointResult> points;
};

}  // namespace macroscope
