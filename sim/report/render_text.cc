#include <fmt/format.h>

#include <algorithm>

#include "sim/report/table.h"

namespace macroscope {
namespace {

constexpr std::string_view kGap = "  ";

std::string Cell(const Column& column, const std::string& text, std::size_t width) {
  const std::string ascii = text.empty() ? "-" : ToAscii(text);
  return column.is_number ? fmt::format("{:>{}}", ascii, width)
                          : fmt::format("{:<{}}", ascii, width);
}

void AppendLine(std::string line, std::string& text) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + "\n";
}

std::vector<std::size_t> Widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t width = ToAscii(table.columns[i].title).size();
    for (const auto& row : table.rows) width = std::max(width, ToAscii(row[i]).size());
    widths.push_back(std::max<std::size_t>(width, 1));
  }
  return widths;
}

// Each heading starts above the first of its columns; the last of them grows if it must.
std::string Headings(const Table& table, std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < table.columns.size();) {
    const std::string& heading = table.columns[i].heading;
    std::size_t end = i + 1;
    std::size_t width = widths[i];
    while (!heading.empty() && end < table.columns.size() &&
           table.columns[end].heading == heading) {
      width += kGap.size() + widths[end++];
    }
    if (heading.size() > width) {
      widths[end - 1] += heading.size() - width;
      width = heading.size();
    }
    line += fmt::format("{:<{}}{}", ToAscii(heading), width, kGap);
    i = end;
  }
  return line;
}

}  // namespace

std::string ToText(const Table& table) {
  std::vector<std::size_t> widths = Widths(table);
  std::string text;
  const std::string headings = Headings(table, widths);
  if (headings.find_first_not_of(' ') != std::string::npos) AppendLine(headings, text);
  std::string titles;
  std::string rule;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    titles += Cell(table.columns[i], table.columns[i].title, widths[i]);
    titles += kGap;
    rule += std::string(widths[i], '-');
    rule += kGap;
  }
  AppendLine(titles, text);
  AppendLine(rule, text);
  for (const auto& row : table.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += Cell(table.columns[i], row[i], widths[i]);
      line += kGap;
    }
    AppendLine(line, text);
  }
  return text;
}

}  // namespace macroscope
