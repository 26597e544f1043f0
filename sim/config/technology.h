// What a design is built from: gate-count rules, or a Liberty library. One file a technology
// (configs/technologies/NAME.yaml).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace macroscope {

struct Technology {
  std::string name;
  std::string model;                     // "gates" or "synthesis"
  std::string liberty;                   // Absolute path; empty for `gates`.
  std::optional<double> nand2_area_um2;  // For gate equivalents; else the library's smallest NAND2.
  std::vector<std::string> dont_use;     // Cells (globs) not to map to.
  std::string file;                      // Where it was defined, for messages.
};

}  // namespace macroscope
