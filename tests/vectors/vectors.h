// Reading the worked values in this folder.
#pragma once

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/formats/catalogue.h"

namespace macroscope {

inline std::string VectorPath(const std::string& file) {
  return std::string(MACROSCOPE_SOURCE_DIR) + "/tests/vectors/" + file;
}

// The catalogue's name for a format that the files call `name`.
inline std::string CatalogueName(const std::string& name) {
  static const std::map<std::string, std::string> names = {
      {"e2m1", "fp4_e2m1"},          {"e2m3", "fp6_e2m3"},
      {"e3m2", "fp6_e3m2"},          {"e4m3", "fp8_e4m3"},
      {"e5m2", "fp8_e5m2"},          {"e4m3fnuz", "fp8_e4m3fnuz"},
      {"e5m2fnuz", "fp8_e5m2fnuz"},  {"e4m3b11fnuz", "fp8_e4m3b11fnuz"},
      {"e3m4_ieee", "fp8_e3m4ieee"}, {"e4m3_ieee", "fp8_e4m3ieee"},
      {"q_e2m5", "fp8_e2m5finite"},  {"q_e3m4", "fp8_e3m4finite"},
      {"q_e4m3", "fp8_e4m3finite"},  {"q_e5m2", "fp8_e5m2finite"}};
  const auto found = names.find(name);
  return found == names.end() ? name : found->second;
}

inline Format VectorFormat(const std::string& name) {
  return Catalogue().Find(CatalogueName(name));
}

// Hexadecimal digits, with 0x before them or not.
inline std::uint64_t Code(const std::string& text) { return std::stoull(text, nullptr, 16); }

// The cells of one line; a cell in quotes may hold commas.
inline std::vector<std::string> Cells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

using Row = std::map<std::string, std::string>;  // By the names in the first line.

// All rows of a CSV file. Throws if there is none, so that no test passes on nothing.
inline std::vector<Row> ReadCsv(const std::string& file) {
  std::ifstream in(VectorPath(file));
  std::string line;
  std::vector<Row> rows;
  std::vector<std::string> names;
  while (std::getline(in, line)) {
    const auto cells = Cells(line);
    if (names.empty()) {
      names = cells;
      continue;
    }
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size() && i < names.size(); ++i) row[names[i]] = cells[i];
  }
  if (rows.empty()) throw std::runtime_error("no rows in " + VectorPath(file));
  return rows;
}

}  // namespace macroscope
