// macroscope: subcommands, and one place where everything that can go wrong becomes one message.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "models/design/design.h"
#include "sim/cli/command.h"
#include "sim/config/config_error.h"

namespace macroscope {
namespace {

constexpr const char* kVersion = "macroscope " MACROSCOPE_VERSION;

int Complain(const std::string& message) {
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", message.c_str());
  return kError;
}

int RunCommandLine(int argc, char** argv) {
  CLI::App app(
      "macroscope looks into arithmetic: from its number formats it builds the SystemC model and\n"
      "the RTL of a datapath (a multiply-accumulate, an adder, a multiplier, a converter), shows\n"
      "that both agree bit for bit, and reports what one operation costs, stage by stage.");
  app.name("macroscope");
  app.footer(
      "Examples:\n"
      "  macroscope sweep configs/sweeps/fp8_vs_int8.yaml\n"
      "  macroscope explain unit=fp_fma operands=fp8_e4m3 accumulator=fp16\n"
      "  macroscope formats fp8_e4m3\n"
      "macroscope VERB --help says more.");
  app.set_version_flag("--version", std::string(kVersion));
  app.require_subcommand(1);

  Action action;
  AddSweepCommand(app, action);
  AddCosimCommand(app, action);
  AddEvalCommand(app, action);
  AddCheckCommand(app, action);
  AddExplainCommand(app, action);
  AddFormatsCommand(app, action);
  AddMemoryCommand(app, action);
  AddReportCommand(app, action);
  try {
    app.parse(argc, argv);
    return action();
  } catch (const CLI::Success& asked) {
    return app.exit(asked);  // --help, --version
  } catch (const CLI::ParseError& error) {
    const bool verb_known = !app.get_subcommands().empty();
    const std::string verb = verb_known ? " " + app.get_subcommands()[0]->get_name() : "";
    return Complain(std::string(kCommandLine) + ": " + error.what() + "; see macroscope" + verb +
                    " --help");
  } catch (const DesignError& error) {
    return Complain(std::string(kCommandLine) + ": " + error.key() + ": " + error.what());
  } catch (const std::exception& error) {
    return Complain(error.what());
  }
}

}  // namespace
}  // namespace macroscope

// Ours takes the place of the main of SystemC's library, which prints a banner; simulations run in
// children that RunCosim starts.
int main(int argc, char** argv) { return macroscope::RunCommandLine(argc, argv); }
