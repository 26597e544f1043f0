#include "sim/cli/table_files.h"

#include <nlohmann/json.hpp>

namespace macroscope {
namespace {

std::string CsvField(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void AppendRow(std::string& text, const std::vector<std::string>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text += ',';
    text += CsvField(row[i]);
  }
  text += '\n';
}

}  // namespace

std::string ToCsv(const Table& table) {
  std::string text;
  std::vector<std::string> titles;
  for (const Column& column : table.columns) titles.push_back(column.title);
  AppendRow(text, titles);
  for (const auto& row : table.rows) AppendRow(text, row);
  return text;
}

std::string ToJson(const Table& table) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i].title] = row[i];
    rows.push_back(object);
  }
  return rows.dump(2) + "\n";
}

}  // namespace macroscope
