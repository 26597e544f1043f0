// What a sweep's YAML file asks for, checked: nothing in here is impossible, unknown or missing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "sim/config/technology.h"
#include "sim/config/workload.h"

namespace macroscope {

struct SweepDesign {
  Design design;
  int line = 0;  // Where the file names it, for messages.
};

struct SweepConfig {
  std::string title;
  std::string file;                      // As given to LoadSweep.
  std::vector<SweepDesign> designs;      // In the order of the file, axes spread out; no two equal.
  std::vector<Technology> technologies;  // Every design is built in each.
  std::vector<Workload> workloads;       // Every point is measured with each. At least one.
  bool counts_registers = true;          // Whether costs are with their registers.
  std::optional<std::size_t> baseline;   // Index of the design that ratios are taken to.
  std::vector<std::string> published;    // For LoadComparison: figures that stand beside ours.
};

// Designs that name no form are of the accumulator form, `mac`: what cost tables compare.
// `technologies`, if given, stand in for the file's, which are then not looked for: whoever does
// not build in them need not have their libraries. Throws ConfigError.
SweepConfig LoadSweep(const std::filesystem::path& file,
                      const std::optional<std::vector<Technology>>& technologies = {});

}  // namespace macroscope
