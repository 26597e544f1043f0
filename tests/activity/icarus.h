// A mapped netlist with delays in Icarus Verilog.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "sim/activity/gate_delays.h"
#include "tests/activity/verilog_text.h"

namespace macroscope {

class IcarusBench {
 public:
  struct Outcome {
    std::vector<std::int64_t> toggles;  // By net; -1 for constants and the clock.
    double seconds = 0;                 // Of the processor, for the simulation.
  };

  // Writes and compiles into `folder`, which must exist. Each gate is a module of its own, whose
  // delays are module paths. `counts` false: changes are simulated and not counted.
  IcarusBench(const GateGraph& graph, const GateDelays& delays,
              const std::vector<CycleBlock>& blocks, std::filesystem::path folder, bool counts);

  Outcome Run() const;

 private:
  const GateGraph& graph_;
  std::filesystem::path folder_;
};

}  // namespace macroscope
