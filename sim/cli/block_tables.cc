#include "sim/cli/block_tables.h"

#include <fmt/format.h>

#include "sim/cli/columns.h"
#include "sim/report/memory_table.h"

namespace macroscope {
namespace {

std::string ScaleText(const BlockFormat& format) {
  return format.scale_is_exponent ? "2^" + format.scale.name : format.scale.name;
}

std::string SubBlockText(const BlockFormat& format) {
  if (!format.has_sub_blocks()) return "";
  return fmt::format("{} bit{} a {}", format.sub_exponent_bits,
                     format.sub_exponent_bits == 1 ? "" : "s", format.sub_block_elements);
}

}  // namespace

Table BlockCatalogueTable(const std::vector<BlockFormat>& formats) {
  Table table;
  table.columns = {TextColumn("name"),           TextColumn("element"),
                   NumberColumn("block"),        TextColumn("scale"),
                   TextColumn("microexponents"), TextColumn("tensor scale"),
                   NumberColumn("bits/element")};
  for (const BlockFormat& format : formats) {
    table.rows.push_back({format.name, format.element.name, BlockSizeText(format),
                          ScaleText(format), SubBlockText(format),
                          format.has_tensor_scale ? "fp32" : "",
                          BitsText(format.bits_per_element())});
  }
  return table;
}

Table BlockFieldsTable(const BlockFormat& format) {
  Table table;
  table.columns = {TextColumn("field"), TextColumn("value")};
  const auto add = [&](const char* field, const std::string& value) {
    table.rows.push_back({field, value});
  };
  add("name", format.name);
  add("family", "block");
  add("element", fmt::format("{}, {} bits", format.element.name, format.element.width_bits()));
  if (format.element.is_integer() && format.element.encoding == Encoding::kTwosComplement) {
    add("symmetric", format.is_symmetric ? "yes: encoders keep off the most negative code" : "no");
  }
  add("block_elements", BlockSizeText(format));
  add("scale", fmt::format("{}, {} bits", ScaleText(format), format.scale.width_bits()));
  add("applied by", format.scale_is_power_of_two() ? "adding exponents" : "a multiplication");
  if (format.has_sub_blocks()) {
    add("sub_block_elements", std::to_string(format.sub_block_elements));
    add("sub_exponent_bits", std::to_string(format.sub_exponent_bits));
  }
  add("tensor scale", format.has_tensor_scale ? "fp32" : "none");
  add("bits per element", BitsText(format.bits_per_element()));
  return table;
}

}  // namespace macroscope
