// What the verbs that build in a technology have in common: --technology and --liberty.
#pragma once

#include <string>
#include <vector>

#include "sim/config/technology.h"

namespace CLI {
class App;
}

namespace macroscope {

struct TechnologyOptions {
  std::vector<std::string> technologies;  // Names and files.
  std::vector<std::string> liberty;       // Files, each a technology of its own.

  bool empty() const { return technologies.empty() && liberty.empty(); }
  // In the order above. Throws ConfigError, also for two of one name.
  std::vector<Technology> Load() const;
};

// Adds both options; `what_for` completes "A technology ..." in the help.
void AddTechnologyOptions(CLI::App& command, TechnologyOptions& options,
                          const std::string& what_for);

}  // namespace macroscope
