#include "models/tables/lookup_table.h"

#include <cstdio>

namespace macroscope {
namespace {

std::string Literal(int width_bits, std::uint64_t value) {
  char text[32];
  std::snprintf(text, sizeof text, "%d'h%llx", width_bits, static_cast<unsigned long long>(value));
  return text;
}

std::string Port(const char* direction, int width_bits, const char* name) {
  return std::string("  ") + direction + " logic [" + std::to_string(width_bits - 1) + ":0] " +
         name;
}

}  // namespace

std::string SizeText(const LookupTable& table) {
  return std::to_string(table.entries.size()) + " x " + std::to_string(table.entry_bits) + " = " +
         std::to_string(table.bits()) + " bits";
}

std::string TableModule(const LookupTable& table, const std::string& name,
                        const std::string& purpose) {
  std::string text = "// " + purpose + " Generated from the design's tables: " +
                     std::to_string(table.entries.size()) + " entries.\n";
  text += "module " + name + " (\n" + Port("input ", table.index_bits, "index_i") + ",\n" +
          Port("output", table.entry_bits, "entry_o") + "\n);\n\n";
  text += "  always_comb begin\n    case (index_i)\n";
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    // What is 0 is left to the default.
    if (table.entries[i] == 0) continue;
    text += "      " + Literal(table.index_bits, table.first + i) +
            ": entry_o = " + Literal(table.entry_bits, table.entries[i]) + ";\n";
  }
  text += "      default: entry_o = " + Literal(table.entry_bits, 0) + ";\n";
  return text + "    endcase\n  end\n\nendmodule\n";
}

}  // namespace macroscope
