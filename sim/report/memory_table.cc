#include "sim/report/memory_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/design/text_tools.h"
#include "models/formats/block_memory.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

// The block formats of a design's operands, with the design's own size of blocks if it has one.
std::vector<BlockFormat> FormatsOf(const DesignText& design, const Catalogue& catalogue) {
  std::vector<BlockFormat> formats;
  if (design.unit != Name(UnitKind::kBlockDot)) return formats;
  for (const std::string& name : Split(design.operands, ',')) {
    if (!catalogue.ContainsBlock(name)) continue;
    BlockFormat format = catalogue.FindBlock(name);
    if (const auto size = ParseNumber(design.block)) format.block_elements = *size;
    formats.push_back(std::move(format));
  }
  return formats;
}

}  // namespace

std::string BlockSizeText(const BlockFormat& format) {
  return format.block_elements == 0 ? "tensor" : std::to_string(format.block_elements);
}

std::string BitsText(double bits) { return fmt::format("{:g}", bits); }

Table MemoryTable(const std::vector<BlockFormat>& formats, const std::vector<int>& word_bits) {
  Table table;
  table.columns = {{"format", false, ""},
                   {"block", true, ""},
                   {"bits/element", true, ""},
                   {"block bits", true, ""}};
  for (const int bits : word_bits) {
    for (const char* title : {"transfers", "lost", "lossless"}) {
      table.columns.push_back({fmt::format("{}: {}", bits, title), true, ""});
    }
  }
  for (const BlockFormat& format : formats) {
    std::vector<std::string> row = {
        format.name, BlockSizeText(format), BitsText(format.bits_per_element()),
        format.block_elements == 0 ? "" : std::to_string(format.block_bits())};
    for (const int bits : word_bits) {
      if (format.block_elements == 0) {
        row.insert(row.end(), {"", "", ""});
        continue;
      }
      const BlockMemory memory = BlockMemory::Of(format, bits);
      row.push_back(std::to_string(memory.transfers));
      row.push_back(fmt::format("{:.2f} %", 100 * memory.lost_share()));
      row.push_back(std::to_string(memory.group_elements));
    }
    table.rows.push_back(row);
  }
  return table;
}

Table OperandMemoryTable(const Pivot& pivot) {
  const Catalogue catalogue;
  std::vector<BlockFormat> formats;
  for (const DesignRow& row : pivot.rows) {
    for (BlockFormat& format : FormatsOf(row.design, catalogue)) {
      if (std::ranges::find(formats, format) == formats.end()) formats.push_back(std::move(format));
    }
  }
  Table table = MemoryTable(formats, {16, 32, 64});
  table.id = "memory";
  table.caption =
      "Operands in memory, computed from their formats and not measured: bits an element with its "
      "share of the scale; transfers of a block, stored from a word's beginning, over subchannels "
      "of 16, 32 and 64 bits. Lost: of the bits read, those that are padding. Lossless: the fewest "
      "elements whose blocks, packed together, fill words exactly.";
  return table;
}

}  // namespace macroscope
