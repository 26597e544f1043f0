#include <fmt/format.h>

#include "sim/report/table.h"

namespace macroscope {
namespace {

std::string Headings(const Table& table) {
  std::string cells;
  bool any = false;
  for (std::size_t i = 0; i < table.columns.size();) {
    const std::string& heading = table.columns[i].heading;
    std::size_t end = i + 1;
    while (end < table.columns.size() && table.columns[end].heading == heading) ++end;
    any = any || !heading.empty();
    cells += heading.empty() ? fmt::format("<td colspan=\"{}\"></td>", end - i)
                             : fmt::format("<th class=\"heading\" colspan=\"{}\">{}</th>", end - i,
                                           EscapeHtml(heading));
    i = end;
  }
  return any ? "<tr>" + cells + "</tr>\n" : "";
}

// The first cell names its row.
std::string Line(const Table& table, const std::vector<std::string>& cells) {
  std::string line = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool starts_heading = i > 0 && !table.columns[i].heading.empty() &&
                                table.columns[i].heading != table.columns[i - 1].heading;
    std::string classes = table.columns[i].is_number ? "n" : table.columns[i].is_prose ? "p" : "";
    if (starts_heading) classes += classes.empty() ? "s" : " s";
    line +=
        fmt::format("<td{}>{}</td>", classes.empty() ? "" : fmt::format(" class=\"{}\"", classes),
                    EscapeHtml(cells[i]));
  }
  return line + "</tr>\n";
}

}  // namespace

std::string ToHtml(const Table& table) {
  std::string titles = "<tr>";
  for (const Column& column : table.columns) {
    titles += fmt::format("<th{}>{}</th>", column.is_number ? " class=\"n\"" : "",
                          EscapeHtml(column.title));
  }
  std::string text = fmt::format(
      "<figure id=\"{}\" class=\"table\">\n<div class=\"scroll\"><table>\n<thead>\n{}{}</tr>\n"
      "</thead>\n<tbody>\n",
      table.id, Headings(table), titles);
  for (const auto& row : table.rows) text += Line(table, row);
  return text + fmt::format("</tbody>\n</table></div>\n<figcaption>{}</figcaption>\n</figure>\n",
                            EscapeHtml(table.caption));
}

}  // namespace macroscope
