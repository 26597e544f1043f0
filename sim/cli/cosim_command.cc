// macroscope cosim: a design's models against its RTL, cycle by cycle.
#include "sim/cosim/cosim.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/cli/command.h"
#include "sim/cli/design_options.h"
#include "sim/cli/terminal.h"
#include "sim/config/config_error.h"
#include "sim/config/sweep_config.h"

namespace macroscope {
namespace {

struct Options {
  DesignOptions design;
  CosimOptions cosim;
};

std::vector<Design> Designs(const Options& options) {
  if (!options.design.is_sweep()) return {options.design.Parse(Form::kOperation)};
  std::vector<Design> designs;
  for (const SweepDesign& design :
       LoadSweep(options.design.arguments[0], std::vector<Technology>()).designs) {
    designs.push_back(design.design);
  }
  return designs;
}

// One line a kind of comparison; the mismatch after it. Returns whether they agree.
bool Report(const char* engines, const CosimReport& report) {
  // A run in which nothing came through shows nothing.
  const bool ok = report.ok && report.operations > 0;
  Print(fmt::format("  {:<32} {} cycles, {} operations: {}\n", engines, report.cycles,
                    report.operations, ok ? "agree" : "MISMATCH"));
  if (!ok) Print(report.mismatch.empty() ? "no operation came through\n" : report.mismatch + "\n");
  return ok;
}

int Run(const Options& options) {
  const std::vector<Design> designs = Designs(options);
  if (designs.size() > 1 && !options.cosim.trace_file.empty()) {
    throw ConfigError(
        {kCommandLine, 0, "--trace"},
        fmt::format("{} designs cannot share one file of waves; name one design", designs.size()));
  }
  bool all_agree = true;
  for (const Design& design : designs) {
    PrintTitle(DisplayName(design));
    all_agree &= Report("SystemC = RTL (every stage)", RunCosim(design, options.cosim));
    all_agree &=
        Report("laws, clocked = RTL (ports)", RunClocked(*MakeUnit(design), options.cosim));
  }
  Print(fmt::format("seed {}, {} designs: {}\n", options.cosim.seed, designs.size(),
                    all_agree ? "all agree" : "NOT all agree"));
  return all_agree ? kDone : kFailed;
}

}  // namespace

void AddCosimCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("cosim", "Run the SystemC model and the RTL in lockstep");
  command->footer(
      "Drives both with the same corner-biased operands under random stalls and compares every "
      "port\n"
      "and every stage's output in every cycle. A mismatch names the first stage that diverged, "
      "the\n"
      "cycle, the operands and both values. Exits with 1 if there is one.\n\n"
      "Examples:\n"
      "  macroscope cosim unit=fp_fma operands=fp8_e4m3 accumulator=fp16 cuts=2 --trace fma.vcd\n"
      "  macroscope cosim configs/designs/v100_fp16.yaml cuts=3\n"
      "  macroscope cosim configs/sweeps/fp8_vs_int8.yaml");
  AddDesignOptions(*command, options->design);
  command->add_option("--cycles", options->cosim.cycles, "How many")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40))
      ->capture_default_str();
  command->add_option("--seed", options->cosim.seed, "Of operands and stalls")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--trace", options->cosim.trace_file, "Write the waves of both sides")
      ->type_name("FILE.vcd");
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
