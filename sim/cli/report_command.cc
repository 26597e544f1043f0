// macroscope report: tables and pictures again, from stored results.
#include "sim/report/report.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "sim/cli/command.h"
#include "sim/cli/terminal.h"

namespace macroscope {
namespace {

struct Options {
  std::string folder;
  std::string output;
  bool readme = false;
};

int Run(const Options& options) {
  const SweepResult result = ReadResult(options.folder);
  if (options.readme) {
    Print(ReadmeTable(result));
    return kDone;
  }
  const std::filesystem::path output = options.output.empty() ? options.folder : options.output;
  WriteReport(result, output);
  Print(TerminalTable(result));
  Print(fmt::format("\nReport: {}\n", (output / "report.html").string()));
  return kDone;
}

}  // namespace

void AddReportCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("report", "Write a sweep's tables and charts again");
  command->footer(
      "Reads points.json of a folder that `sweep` wrote, and writes everything else anew.\n\n"
      "Examples:\n"
      "  macroscope report results/fp8_vs_int8\n"
      "  macroscope report results/fp8_vs_int8 -o elsewhere");
  command->add_option("folder", options->folder, "Folder of the results")
      ->required()
      ->type_name("DIR");
  command->add_option("-o,--output", options->output, "Where to write (default: the same folder)")
      ->type_name("DIR");
  command->add_flag("--readme", options->readme, "Only print the README's table, in Markdown");
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
