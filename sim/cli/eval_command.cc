// macroscope eval: operands in, results out.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "sim/cli/command.h"
#include "sim/cli/design_options.h"
#include "sim/cli/operation_lines.h"
#include "sim/cosim/engine.h"

namespace macroscope {
namespace {

struct Options {
  DesignOptions design;
  EngineOptions engine;
  ModeOption mode;
};

void Write(const Unit& unit, const OperationLines& block, const std::vector<std::uint64_t>& z,
           const std::vector<std::uint8_t>& flags, std::string& text) {
  const auto limbs = static_cast<std::size_t>(unit.z_limbs());
  text.clear();
  for (std::size_t i = 0; i < block.size(); ++i) {
    AppendOperands(text, unit, block, i);
    text += ' ';
    AppendHex(text, &z[i * limbs], unit.z_bits());
    text += ' ';
    if (flags.empty()) {
      text += '-';
    } else {
      const std::uint64_t value = flags[i];
      AppendHex(text, &value, 8);
    }
    text += '\n';
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw std::runtime_error("stdout: cannot be written");
}

int Run(const Options& options) {
  const Design design = OperationForm(options.design, "eval");
  const auto unit = MakeUnit(design);
  const auto engine = options.engine.Make(design);
  const OperationParser parser(*unit, false, options.mode.Parse(design));
  LineReader reader(STDIN_FILENO);
  OperationLines block;
  std::vector<std::uint64_t> z;
  std::vector<std::uint8_t> flags;
  std::string text;
  for (;;) {
    const std::vector<Line>& lines = reader.Next();
    if (lines.empty()) return kDone;
    block.Clear();
    // What came before a malformed line is answered first.
    const std::string complaint = parser.Parse(lines, block);
    z.resize(block.size() * static_cast<std::size_t>(unit->z_limbs()));
    if (engine->has_flags()) flags.resize(block.size());
    if (block.size() > 0) engine->Evaluate(block.operands(), z, flags);
    Write(*unit, block, z, flags, text);
    if (!complaint.empty()) throw std::runtime_error(complaint);
  }
}

}  // namespace

void AddEvalCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("eval", "Compute a unit's operation for lines of operands");
  command->footer(
      "Reads lines `a b c` of hexadecimal codes from stdin, with as many operands as the unit "
      "takes,\n"
      "and writes `a b c z flags`. A rounding operand follows the others: the random bits of\n"
      "rounding=stochastic, or the mode of rounding=port (0 to 4 in the order of the names "
      "below),\n"
      "unless --mode gives it. Flags are a byte (1 inexact, 2 underflow, 4 overflow, 8 infinite,\n"
      "10 invalid), or - where the design has none. Blank lines and lines that start with # are\n"
      "passed over.\n\n"
      "Examples: 1.5 * 2 + 0.25 in binary16, by the RTL; and 1/3 as E4M3\n"
      "  echo 3e00 4000 3400 | macroscope eval unit=fp_fma operands=fp16 accumulator=fp16 -e rtl\n"
      "  echo 3eaaaaab | macroscope eval unit=convert operands=fp32 accumulator=fp8_e4m3");
  AddDesignOptions(*command, options->design);
  AddEngineOptions(*command, options->engine);
  AddModeOption(*command, options->mode);
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
