// macroscope sweep: everything, from a YAML file to a folder of results.
#include "sim/sweep/sweep.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "sim/cli/command.h"
#include "sim/cli/technology_options.h"
#include "sim/cli/terminal.h"
#include "sim/config/sweep_config.h"
#include "sim/report/report.h"
#include "sim/sweep/progress.h"

namespace macroscope {
namespace {

struct Options {
  std::string file;
  TechnologyOptions technologies;
  std::string output;
  int jobs = 0;
  bool fresh = false;
};

int Run(const Options& options) {
  std::optional<std::vector<Technology>> technologies;
  if (!options.technologies.empty()) technologies = options.technologies.Load();
  const SweepConfig config = LoadSweep(options.file, technologies);
  const std::filesystem::path output =
      options.output.empty()
          ? std::filesystem::path("results") / std::filesystem::path(options.file).stem()
          : std::filesystem::path(options.output);
  SweepOptions sweep;
  sweep.output = output;
  sweep.jobs = options.jobs;
  sweep.fresh = options.fresh;
  sweep.progress = ProgressPrinter(stderr);
  SweepResult result = RunSweep(config, sweep);
  for (const std::string& name : options.technologies.technologies) {
    result.command += " --technology " + name;
  }
  for (const std::string& file : options.technologies.liberty) {
    result.command += " --liberty " + file;
  }
  WriteReport(result, output);
  Print(TerminalTable(result));
  Print(fmt::format("\nReport: {}\n", (output / "report.html").string()));
  const bool all_ok = std::ranges::all_of(result.points, &PointResult::ok);
  return all_ok ? kDone : kFailed;
}

}  // namespace

void AddSweepCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("sweep", "Cosimulate and cost every design of a YAML file");
  command->footer(
      "Every design is checked (reference, laws, SystemC, RTL and netlist must agree) before it "
      "is\n"
      "costed. What is done stays in the cache: a sweep that was stopped goes on where it was. "
      "Exits\n"
      "with 1 if a point failed.\n\n"
      "Examples:\n"
      "  macroscope sweep configs/sweeps/fp8_vs_int8.yaml -o results/fp8 -j 2\n"
      "  macroscope sweep configs/sweeps/fp8_vs_int8.yaml --liberty mine.lib.gz");
  command->add_option("file", options->file, "The sweep")->required()->type_name("FILE.yaml");
  AddTechnologyOptions(*command, options->technologies, "in place of the file's");
  command
      ->add_option("-o,--output", options->output, "Folder of the results (default: results/NAME)")
      ->type_name("DIR");
  command->add_option("-j,--jobs", options->jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--fresh", options->fresh, "Take nothing from the cache");
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
