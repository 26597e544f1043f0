// macroscope formats: the catalogue, or all there is to know about one format.
#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "sim/cli/block_tables.h"
#include "sim/cli/command.h"
#include "sim/cli/format_tables.h"
#include "sim/cli/table_files.h"
#include "sim/cli/terminal.h"
#include "sim/config/config_error.h"
#include "sim/config/format_file.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

struct Options {
  std::string name;
  std::vector<std::string> format_files;
  bool blocks = false;
  bool csv = false;
  bool json = false;
};

std::vector<Format> AllScalars(const Catalogue& catalogue) {
  std::vector<Format> formats = catalogue.formats();
  const std::vector<Format>& alternatives = catalogue.alternatives();
  formats.insert(formats.end(), alternatives.begin(), alternatives.end());
  return formats;
}

Format Find(const Catalogue& catalogue, const std::string& name) {
  try {
    return catalogue.FindAny(name);
  } catch (const std::invalid_argument& error) {
    std::string message = std::string(error.what()) + ", and of blocks";
    std::vector<std::string> names = NamesOf(AllScalars(catalogue));
    for (const std::string& block : NamesOf(catalogue.blocks())) {
      names.push_back(block);
      message += " " + block;
    }
    throw ConfigError({kCommandLine, 0, "formats"}, message + DidYouMean(name, names));
  }
}

// For a program: one table, the values where there are few enough of them.
void PrintForProgram(const Table& table, const Options& options) {
  Print(options.csv ? ToCsv(table) : ToJson(table));
}

int Run(const Options& options) {
  Catalogue catalogue;
  for (const std::string& file : options.format_files) AddFormatFile(file, catalogue);
  const bool for_program = options.csv || options.json;
  if (options.name.empty()) {
    const Table blocks = BlockCatalogueTable(catalogue.blocks());
    if (for_program) {
      PrintForProgram(options.blocks ? blocks : CatalogueTable(AllScalars(catalogue)), options);
      return kDone;
    }
    if (!options.blocks) {
      PrintTable(CatalogueTable(AllScalars(catalogue)));
      Print(
          "\nBesides these, by rule: intN uintN smagN (2 to 32 bits), qM.N uqM.N (fixed point),\n"
          "positN_E (3 to 32 bits, exponent size E), elmaN_E (log posits), lnsN_F (logarithms of "
          "F\n"
          "fraction bits), dbnsN_B (powers of two times powers of three, whose exponent has B "
          "bits).\n"
          "Block formats, whose elements share a scale:\n\n");
    }
    PrintTable(blocks);
    Print(
        "\nmacroscope formats NAME shows one format; formats of your own: --formats FILE.\n"
        "macroscope memory shows what blocks cost in bandwidth.\n");
    return kDone;
  }
  if (catalogue.ContainsBlock(options.name)) {
    const Table table = BlockFieldsTable(catalogue.FindBlock(options.name));
    for_program ? PrintForProgram(table, options) : PrintTable(table);
    return kDone;
  }
  const Format format = Find(catalogue, options.name);
  const bool has_values = format.width_bits() <= kWidestValueTableBits;
  if (for_program) {
    PrintForProgram(has_values ? ValuesTable(format) : LimitsTable(format), options);
    return kDone;
  }
  PrintTable(FieldsTable(format));
  Print("\n");
  PrintTable(LimitsTable(format));
  if (has_values) {
    Print("\n");
    PrintTable(ValuesTable(format));
  }
  return kDone;
}

}  // namespace

void AddFormatsCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("formats", "Show the number formats, or one of them");
  command->footer(
      "Without a name, the catalogue: width, layout (sign/exponent/fraction bits), bias, special\n"
      "codes, range. With one, its fields, limits and special codes, and, for 8 bits or fewer, "
      "the\n"
      "value of every code (which is what --csv and --json give).\n\n"
      "Examples:\n"
      "  macroscope formats\n"
      "  macroscope formats fp8_e4m3\n"
      "  macroscope formats mxfp4\n"
      "  macroscope formats fp8_e5m2_b20 --formats configs/formats/example.yaml --csv");
  command->add_option("name", options->name, "A format")->type_name("NAME");
  command->add_option("--formats", options->format_files, "A YAML file of formats of your own")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_flag("--blocks", options->blocks, "Block formats only");
  auto* csv = command->add_flag("--csv", options->csv, "Comma-separated values");
  command->add_flag("--json", options->json, "JSON")->excludes(csv);
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
