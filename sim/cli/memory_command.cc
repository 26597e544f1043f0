// macroscope memory: what blocks cost in storage and in bandwidth.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "sim/cli/command.h"
#include "sim/cli/table_files.h"
#include "sim/cli/terminal.h"
#include "sim/config/config_error.h"
#include "sim/config/format_file.h"
#include "sim/config/suggest.h"
#include "sim/report/memory_table.h"

namespace macroscope {
namespace {

struct Options {
  std::vector<std::string> names;
  std::vector<int> word_bits = {16, 32, 64};
  std::vector<int> block_elements;
  std::vector<std::string> format_files;
  int quantized_scales = 0;
  bool csv = false;
  bool json = false;
};

BlockFormat Find(const Catalogue& catalogue, const std::string& name) {
  try {
    return catalogue.FindBlock(name);
  } catch (const std::invalid_argument& error) {
    throw ConfigError({kCommandLine, 0, "memory"},
                      error.what() + DidYouMean(name, NamesOf(catalogue.blocks())));
  }
}

// The format with each of the block sizes that were asked for, or with its own.
std::vector<BlockFormat> WithSizes(const BlockFormat& format, const std::vector<int>& sizes) {
  if (sizes.empty()) return {format};
  std::vector<BlockFormat> formats;
  for (const int size : sizes) {
    formats.push_back(format);
    formats.back().block_elements = size;
    try {
      Validate(formats.back());
    } catch (const std::invalid_argument& error) {
      throw ConfigError({kCommandLine, 0, "--block"}, error.what());
    }
  }
  return formats;
}

// Formats whose scales are no longer than codes: all of those named are an error, some of all are
// left out.
void DropOthers(const Options& options, std::vector<BlockFormat>& rows) {
  std::erase_if(rows, [&](const BlockFormat& format) {
    if (QuantizedScales::Helps(format)) return false;
    if (options.names.empty()) return true;
    throw ConfigError({kCommandLine, 0, "--quantize-scales"},
                      fmt::format("{} has scales of {} bits already; take a format with longer "
                                  "ones, as nf4x64",
                                  format.name, format.scale.width_bits()));
  });
}

int Run(const Options& options) {
  Catalogue catalogue;
  for (const std::string& file : options.format_files) AddFormatFile(file, catalogue);
  std::vector<BlockFormat> chosen;
  for (const std::string& name : options.names) chosen.push_back(Find(catalogue, name));
  if (chosen.empty()) chosen = catalogue.blocks();
  std::vector<BlockFormat> rows;
  for (const BlockFormat& format : chosen) {
    for (BlockFormat& row : WithSizes(format, options.block_elements)) {
      rows.push_back(std::move(row));
    }
  }
  const QuantizedScales quantized{options.quantized_scales};
  if (quantized.scales > 0) DropOthers(options, rows);
  const Table table = MemoryTable(rows, options.word_bits, quantized);
  if (options.csv || options.json) {
    Print(options.csv ? ToCsv(table) : ToJson(table));
    return kDone;
  }
  PrintTable(table);
  Print(
      "\nBlocks stored one by one, scale and elements together, each from a word's beginning.\n"
      "By width of the words, lost: of the bits read, those that are padding; lossless: the "
      "fewest\n"
      "elements whose blocks, packed together, fill words exactly.\n");
  if (quantized.scales > 0) {
    Print(
        fmt::format("Scales are codes of {} bits; {} of them share a number of {} bits, which "
                    "lies elsewhere and is\ncounted in bits/element alone.\n",
                    QuantizedScales::kCodeBits, quantized.scales, QuantizedScales::kSharedBits));
  }
  return kDone;
}

}  // namespace

void AddMemoryCommand(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("memory", "Show what block formats cost in storage and bandwidth");
  command->footer(
      "Bits an element with its share of the scale; transfers a block over subchannels of 16 "
      "(LPDDR),\n"
      "32 (DDR5) and 64 bits (HBM); the bandwidth that padding takes; and how many elements must "
      "be\n"
      "stored together to lose none.\n\n"
      "Examples:\n"
      "  macroscope memory\n"
      "  macroscope memory mxfp4 nvfp4 --block 16,32,64,128\n"
      "  macroscope memory nf4x64 --quantize-scales 256\n"
      "  macroscope memory --words 256,512 --csv");
  command->add_option("names", options->names, "Block formats (default: all)")->type_name("NAME");
  command->add_option("--words", options->word_bits, "Word widths in bits (default: 16,32,64)")
      ->type_name("BITS,...")
      ->delimiter(',')
      ->check(CLI::Range(8, 65536))
      ->allow_extra_args(false);
  command
      ->add_option("--block", options->block_elements, "Block sizes in place of the formats' own")
      ->type_name("ELEMENTS,...")
      ->delimiter(',')
      ->check(CLI::Range(2, kMaxBlockElements))
      ->allow_extra_args(false);
  command
      ->add_option("--quantize-scales", options->quantized_scales,
                   "Scales as codes of 8 bits, of which so many share a number of 32 bits: double "
                   "quantization, QLoRA's with 256")
      ->type_name("SCALES")
      ->check(CLI::Range(2, 1 << 20));
  command->add_option("--formats", options->format_files, "A YAML file of formats of your own")
      ->type_name("FILE")
      ->allow_extra_args(false);
  auto* csv = command->add_flag("--csv", options->csv, "Comma-separated values");
  command->add_flag("--json", options->json, "JSON")->excludes(csv);
  command->callback([options, &action] { action = [options] { return Run(*options); }; });
}

}  // namespace macroscope
