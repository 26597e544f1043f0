#include "sim/cli/design_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "sim/config/config_error.h"
#include "sim/config/design_arguments.h"
#include "sim/config/design_file.h"
#include "sim/config/design_keys.h"
#include "sim/config/suggest.h"
#include "sim/config/technology_file.h"

namespace macroscope {
namespace {

std::string KeyHelp() {
  std::string help =
      "Keys of a design (unit and operands are required; configs/designs has files of them):\n";
  for (const DesignKeyInfo& key : DesignKeys()) {
    const std::string values =
        key.names.empty() ? key.values : fmt::format("{}", fmt::join(key.names, " "));
    help += fmt::format("  {:<13} {}\n", key.name, values);
  }
  return help +
         "  formats       a YAML file of formats of your own (configs/formats/example.yaml)\n";
}

}  // namespace

bool DesignOptions::is_sweep() const {
  return arguments.size() == 1 && NamesFile(arguments[0]) && !IsDesignFile(arguments[0]);
}

Design DesignOptions::Parse(Form default_form) const {
  return ParseDesignArguments(arguments, format_files, default_form);
}

void AddDesignOptions(CLI::App& command, DesignOptions& options) {
  command
      .add_option("design", options.arguments,
                  "The design, as key=value (below); or its file, and what to replace in it")
      ->required()
      ->type_name("[FILE] KEY=VALUE...");
  command.add_option("--formats", options.format_files, "A YAML file of formats of your own")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.footer(command.get_footer() + "\n\n" + KeyHelp());
}

std::unique_ptr<Engine> EngineOptions::Make(const Design& design) const {
  const Where where{kCommandLine, 0,
                    technologies.technologies.empty() ? "--liberty" : "--technology"};
  if (engine != "netlist") {
    if (technologies.empty()) return MakeEngine(engine, design);
    throw ConfigError(where, fmt::format("the engine {} is built in no technology; expected it "
                                         "with --engine netlist only",
                                         engine));
  }
  if (technologies.empty()) {
    return MakeEngine(engine, design,
                      LoadTechnology("osu018", ".", {kCommandLine, 0, "--technology"}));
  }
  const std::vector<Technology> named = technologies.Load();
  if (named.size() > 1) {
    throw ConfigError(where, fmt::format("{} technologies are named; expected one", named.size()));
  }
  if (named[0].liberty.empty()) {
    throw ConfigError(where, fmt::format("'{}' counts gates and has no cells; expected a "
                                         "technology of the model synthesis",
                                         named[0].name));
  }
  return MakeEngine(engine, design, named[0]);
}

void AddEngineOptions(CLI::App& command, EngineOptions& options) {
  command
      .add_option("-e,--engine", options.engine,
                  fmt::format("Who computes: {}", fmt::join(kEngineNames, ", ")))
      ->check(
          CLI::IsMember(std::vector<std::string>(std::begin(kEngineNames), std::end(kEngineNames))))
      ->type_name("ENGINE")
      ->capture_default_str();
  AddTechnologyOptions(command, options.technologies, "of the engine netlist, default osu018");
}

std::optional<Rounding> ModeOption::Parse(const Design& design) const {
  if (name.empty()) return std::nullopt;
  const Where where{kCommandLine, 0, "--mode"};
  if (design.rounding != Rounding::kPort) {
    throw ConfigError(where, fmt::format("the design rounds {}; expected --mode with rounding=port "
                                         "only",
                                         Name(design.rounding)));
  }
  const std::vector<std::string> modes(RoundingNames().begin(),
                                       RoundingNames().begin() + kPortModes);
  const auto mode = std::ranges::find(modes, name);
  if (mode == modes.end()) {
    throw ConfigError(where, fmt::format("unknown mode '{}'; the modes are {}{}", name,
                                         fmt::join(modes, " "), DidYouMean(name, modes)));
  }
  return static_cast<Rounding>(mode - modes.begin());
}

void AddModeOption(CLI::App& command, ModeOption& option) {
  command.add_option("--mode", option.name, "With rounding=port: the mode of every line")
      ->type_name("ROUNDING");
}

Design OperationForm(const DesignOptions& options, const char* verb) {
  const Design design = options.Parse(Form::kOperation);
  if (design.form != Form::kOperation) {
    throw ConfigError({kCommandLine, 0, "form"},
                      fmt::format("{} computes operations one by one; expected operation", verb));
  }
  return design;
}

}  // namespace macroscope
