#include "sim/cli/technology_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "sim/config/config_error.h"
#include "sim/config/technology_file.h"

namespace macroscope {
namespace {

void Append(const Technology& technology, const Where& where, std::vector<Technology>& all) {
  if (std::ranges::find(all, technology.name, &Technology::name) != all.end()) {
    throw ConfigError(where, fmt::format("the technology '{}' is named already; expected each once",
                                         technology.name));
  }
  all.push_back(technology);
}

}  // namespace

std::vector<Technology> TechnologyOptions::Load() const {
  std::vector<Technology> all;
  const Where by_name{kCommandLine, 0, "--technology"};
  const Where by_liberty{kCommandLine, 0, "--liberty"};
  for (const std::string& name : technologies) {
    Append(LoadTechnology(name, ".", by_name), by_name, all);
  }
  for (const std::string& file : liberty) {
    Append(LibertyTechnology(file, by_liberty), by_liberty, all);
  }
  return all;
}

void AddTechnologyOptions(CLI::App& command, TechnologyOptions& options,
                          const std::string& what_for) {
  command
      .add_option("-t,--technology", options.technologies,
                  fmt::format("A technology {}: {}, or a file", what_for,
                              fmt::join(TechnologyNames(), ", ")))
      ->type_name("NAME|FILE.yaml")
      ->allow_extra_args(false);
  command
      .add_option("--liberty", options.liberty,
                  fmt::format("A Liberty file as a technology {}, with all defaults", what_for))
      ->type_name("FILE")
      ->allow_extra_args(false);
}

}  // namespace macroscope
