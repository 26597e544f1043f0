// macroscope explain: what a design is made of.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/cli/command.h"
#include "sim/cli/design_options.h"
#include "sim/cli/explain_tables.h"
#include "sim/cli/terminal.h"
#include "sim/config/config_error.h"
#include "sim/config/design_keys.h"
#include "sim/config/sweep_config.h"
#include "sim/config/technology_file.h"

namespace macroscope {
namespace {

// The rules that count gates; they need no tool, so every design is explained with them.
constexpr const char* kGateCounts = "qualcomm_gates";

struct Options {
  DesignOptions design;
  TechnologyOptions technologies;
};

struct Subject {
  std::vector<Design> designs;
  Workload workload;  // For energies: the file's first, or the default one.
};

Subject ReadSubject(const Options& options) {
  if (!options.design.is_sweep()) return {{options.design.Parse(Form::kMac)}, {}};
  const SweepConfig sweep = LoadSweep(options.design.arguments[0], std::vector<Technology>());
  Subject subject{{}, sweep.workloads.at(0)};
  for (const SweepDesign& design : sweep.designs) subject.designs.push_back(design.design);
  return subject;
}

void PrintCost(const Unit& unit, const Technology& technology, const Workload& workload) {
  const Cost cost = MakeCostModel(technology, workload)->Estimate(unit);
  Print("\n");
  PrintTitle(fmt::format("Cost: {} ({}{}{})", technology.name, cost.provenance.model,
                         cost.provenance.tools.empty() ? "" : ", ", cost.provenance.tools));
  PrintTable(CostTable(cost));
  for (const std::string& note : cost.notes) Print("Note: " + note + "\n");
}

void Explain(const Design& design, const std::vector<Technology>& technologies,
             const Workload& workload) {
  const auto unit = MakeUnit(design);
  PrintTitle(DisplayName(design));
  DesignText text = ToText(design);
  std::string keys;
  for (const std::string& key : DesignKeyNames()) {
    const std::string& value = DesignField(text, key);
    if (!value.empty()) keys += (keys.empty() ? "" : " ") + key + "=" + value;
  }
  Print(keys + "\n\n" + StagePicture(*unit) + "\n\n");
  PrintTable(StageTable(*unit));
  Print("\n");
  PrintTable(FigureTable(*unit));
  Print("\n" + RtlInstance(*unit));
  for (const Technology& technology : technologies) PrintCost(*unit, technology, workload);
}

int Run(const Options& options) {
  const Subject subject = ReadSubject(options);
  std::vector<Technology> technologies = {
      LoadTechnology(kGateCounts, ".", {kCommandLine, 0, "--technology"})};
  for (const Technology& technology : options.technologies.Load()) {
    if (technology.name != kGateCounts) technologies.push_back(technology);
  }
  for (std::size_t i = 0; i < subject.designs.size(); ++i) {
    if (i > 0) Print("\n");
    Explain(subject.designs[i], technologies, subject.workload);
  }
  return kDone;
}

}  // namespace

void AddExplainCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", "Show a design's stages, widths and cost");
  command->footer(
      "Shows the accumulator form unless form=operation is given: that is what costs are compared\n"
      "of. Gate counts need no tool; --technology and --liberty add a synthesis, and the energy of "
      "an\n"
      "operation: of a sweep file's first workload, else of 4096 normal values.\n\n"
      "Examples:\n"
      "  macroscope explain unit=fp_fma operands=fp8_e4m3 accumulator=fp16\n"
      "  macroscope explain unit=int_mac operands=int8 cuts=1 --technology osu018");
  AddDesignOptions(*command, options->design);
  AddTechnologyOptions(*command, options->technologies, "to tell the cost in too");
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
