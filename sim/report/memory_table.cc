#include "sim/report/memory_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"
#include "sim/report/pivot.h"

namespace macroscope {
namespace {

// The names among which a design's formats of blocks are.
std::vector<std::string> NamesOf(const DesignText& design) {
  if (design.unit == Name(UnitKind::kBlockDot)) return Split(design.operands, ',');
  if (design.unit == Name(UnitKind::kBlockQuantize)) return {design.accumulator};
  return {};
}

template <typename T>
void AddNew(T value, std::vector<T>& values) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

}  // namespace

std::string BlockSizeText(const BlockFormat& format) {
  return format.block_elements == 0 ? "tensor" : std::to_string(format.block_elements);
}

std::string BitsText(double bits) { return fmt::format("{:g}", bits); }

Table MemoryTable(const std::vector<BlockFormat>& formats, const std::vector<int>& word_bits,
                  const QuantizedScales& quantized) {
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
  for (const BlockFormat& own : formats) {
    const BlockFormat format = quantized.Applied(own);
    const double bits_per_element = format.bits_per_element() + quantized.shared_bits(format);
    std::vector<std::string> row = {
        format.name, BlockSizeText(format), BitsText(bits_per_element),
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
  std::vector<std::string> unknown;
  for (const DesignRow& row : pivot.rows) {
    for (const std::string& name : NamesOf(row.design)) {
      if (catalogue.ContainsBlock(name)) {
        BlockFormat format = catalogue.FindBlock(name);
        if (const auto size = ParseNumber(row.design.block)) format.block_elements = *size;
        AddNew(std::move(format), formats);
      } else if (!catalogue.Contains(name) && !catalogue.ContainsAlternative(name)) {
        AddNew(name, unknown);
      }
    }
  }
  Table table = MemoryTable(formats, {16, 32, 64});
  table.id = "memory";
  table.caption =
      "Operands in memory, computed from their formats and not measured: bits an element with its "
      "share of the scale; transfers of a block, stored from a word's beginning, over subchannels "
      "of 16, 32 and 64 bits. Lost: of the bits read, those that are padding. Lossless: the fewest "
      "elements whose blocks, packed together, fill words exactly.";
  if (!unknown.empty()) {
    table.caption += " Not shown: formats that the sweep defines itself, " + Joined(unknown, ", ") +
                     "; macroscope memory --formats shows them.";
  }
  return table;
}

}  // namespace macroscope
