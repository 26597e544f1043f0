// What eval, check, cosim and explain have in common: a design, as key=value or in a file, and an
// engine.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "sim/cli/technology_options.h"
#include "sim/cosim/engine.h"

namespace CLI {
class App;
}

namespace macroscope {

struct DesignOptions {
  std::vector<std::string> arguments;
  std::vector<std::string> format_files;

  // Whether the one argument names a sweep's file instead of a design. Throws ConfigError if it
  // cannot be read.
  bool is_sweep() const;
  Design Parse(Form default_form) const;
};

// Adds the positional arguments and --formats, and the keys with their values to the help; a footer
// set before, the verb's examples, stays in front of them.
void AddDesignOptions(CLI::App& command, DesignOptions& options);

struct EngineOptions {
  std::string engine = "batch";
  TechnologyOptions technologies;  // At most one.

  // Who computes. Builds what it needs. Throws ConfigError for a technology that the engine has no
  // use for; BuildError. The netlist's is osu018 if none is named.
  std::unique_ptr<Engine> Make(const Design& design) const;
};

void AddEngineOptions(CLI::App& command, EngineOptions& options);

// --mode: the rounding mode of every line, for a design that takes it as an operand.
struct ModeOption {
  std::string name;
  // Throws ConfigError if the design has no such operand or the name is none of its modes.
  std::optional<Rounding> Parse(const Design& design) const;
};

void AddModeOption(CLI::App& command, ModeOption& option);

// The same design in its operation form, for verbs that drive operations one by one. Throws
// ConfigError if `mac` was asked for.
Design OperationForm(const DesignOptions& options, const char* verb);

}  // namespace macroscope
