#include "sim/report/table.h"

namespace macroscope {
namespace {

std::string Cell(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return " " + escaped + " |";
}

}  // namespace

// Markdown has one line of titles: a heading goes before the title of each of its columns.
std::string ToMarkdown(const Table& table) {
  std::string titles = "|";
  std::string rule = "|";
  for (const Column& column : table.columns) {
    titles += Cell(column.heading.empty() ? column.title : column.heading + ": " + column.title);
    rule += column.is_number ? " ---: |" : " --- |";
  }
  std::string text = titles + "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    text += "|";
    for (const std::string& cell : row) text += Cell(cell);
    text += "\n";
  }
  return text + "\n" + table.caption + "\n";
}

}  // namespace macroscope
