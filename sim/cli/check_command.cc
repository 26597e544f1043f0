// macroscope check: results of another implementation against an engine's.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "models/formats/decode.h"
#include "sim/cli/command.h"
#include "sim/cli/design_options.h"
#include "sim/cli/operation_lines.h"
#include "sim/cosim/engine.h"
#include "sim/cosim/tolerance.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kMostShown = 10;

struct Options {
  DesignOptions design;
  EngineOptions engine;
  ModeOption mode;
  std::string nan = "any";
};

class Checker {
 public:
  Checker(const Design& design, const Options& options)
      : unit_(MakeUnit(design)),
        engine_(options.engine.Make(design)),
        parser_(*unit_, true, options.mode.Parse(design)),
        any_nan_(options.nan == "any" && Rounds(design)) {}

  // Checks the lines. Throws std::runtime_error for a malformed one.
  void Check(const std::vector<Line>& lines) {
    block_.Clear();
    const std::string complaint = parser_.Parse(lines, block_);
    z_.resize(block_.z.size());
    if (engine_->has_flags()) flags_.resize(block_.size());
    if (block_.size() > 0) engine_->Evaluate(block_.operands(), z_, flags_);
    for (std::size_t i = 0; i < block_.size(); ++i) {
      ++checked_;
      if (Agrees(i)) continue;
      if (++mismatches_ <= kMostShown) Show(i);
    }
    if (!complaint.empty()) throw std::runtime_error(complaint);
  }

  std::uint64_t checked() const { return checked_; }
  std::uint64_t mismatches() const { return mismatches_; }
  // Of units that approximate: what a line may be off.
  int tolerance_steps() const { return unit_->tolerance_steps(); }

 private:
  bool Agrees(std::size_t i) const {
    const auto limbs = static_cast<std::size_t>(unit_->z_limbs());
    const bool same_flags = flags_.empty() || !block_.flags[i] || *block_.flags[i] == flags_[i];
    if (!same_flags) return false;
    if (std::equal(&z_[i * limbs], &z_[i * limbs] + limbs, &block_.z[i * limbs])) return true;
    if (tolerance_steps() > 0) return WithinTolerance(*unit_, block_.z[i], z_[i]);
    return any_nan_ && IsNan(z_[i]) && IsNan(block_.z[i]);
  }

  bool IsNan(std::uint64_t code) const {
    const Format& format = unit_->design().accumulator.format;
    return Decode(format, code).number_class == NumberClass::kNan;
  }

  void Show(std::size_t i) const {
    const auto limbs = static_cast<std::size_t>(unit_->z_limbs());
    std::string text = "stdin:" + std::to_string(block_.line[i]) + ": ";
    text += Describe(*unit_, block_.operands().At(i, unit_->limbs())) + ": z ";
    AppendHex(text, &block_.z[i * limbs], unit_->z_bits());
    AppendFlags(text, block_.flags[i]);
    text += " in the line, ";
    AppendHex(text, &z_[i * limbs], unit_->z_bits());
    if (!flags_.empty()) AppendFlags(text, flags_[i]);
    text += std::string(" by ").append(engine_->name());
    std::puts(text.c_str());
  }

  static void AppendFlags(std::string& text, std::optional<std::uint8_t> flags) {
    if (!flags) return;
    const std::uint64_t value = *flags;
    text += " flags ";
    AppendHex(text, &value, 8);
  }

  std::unique_ptr<Unit> unit_;
  std::unique_ptr<Engine> engine_;
  OperationParser parser_;
  bool any_nan_;
  OperationLines block_;
  std::vector<std::uint64_t> z_;
  std::vector<std::uint8_t> flags_;  // Empty if the engine has none.
  std::uint64_t checked_ = 0;
  std::uint64_t mismatches_ = 0;
};

int Run(const Options& options) {
  Checker checker(OperationForm(options.design, "check"), options);
  LineReader reader(STDIN_FILENO);
  for (;;) {
    const std::vector<Line>& lines = reader.Next();
    if (lines.empty()) break;
    checker.Check(lines);
  }
  std::printf("%llu checked, %llu mismatches\n", static_cast<unsigned long long>(checker.checked()),
              static_cast<unsigned long long>(checker.mismatches()));
  if (checker.tolerance_steps() > 0) {
    std::printf("the unit approximates: up to %d units in the last place count as equal\n",
                checker.tolerance_steps());
  }
  return checker.checked() == 0 || checker.mismatches() > 0 ? kFailed : kDone;
}

}  // namespace

void AddCheckCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Check lines of operands and results");
  command->footer(
      "Reads lines `a b c z [flags]` of hexadecimal codes from stdin, as TestFloat writes them, "
      "with\n"
      "as many operands as the unit takes, and compares z with the engine's; flags where the line\n"
      "and the design have them. A rounding operand (rounding=port or stochastic) stands before "
      "z,\n"
      "unless --mode gives it. Shows the first mismatches and exits with 1 if there are any, or "
      "no\n"
      "line at all.\n\n"
      "Examples:\n"
      "  testfloat_gen f16_mulAdd -tininessafter |\n"
      "    macroscope check unit=fp_fma operands=fp16 accumulator=fp16 --engine rtl\n"
      "  testfloat_gen f32_add -rmin |\n"
      "    macroscope check unit=fp_add operands=fp32 rounding=toward_negative");
  AddDesignOptions(*command, options->design);
  AddEngineOptions(*command, options->engine);
  AddModeOption(*command, options->mode);
  command->add_option("--nan", options->nan, "Which NaN counts for a NaN: any, or the exact code")
      ->check(CLI::IsMember({"any", "exact"}))
      ->type_name("any|exact")
      ->capture_default_str();
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
