#include <fmt/format.h>

#include "sim/report/table.h"

namespace macroscope {
namespace {

// The line of headings, and the rules under them.
std::string Headings(const Table& table) {
  std::string cells;
  std::string rules;
  bool any = false;
  for (std::size_t i = 0; i < table.columns.size();) {
    const std::string& heading = table.columns[i].heading;
    std::size_t end = i + 1;
    while (!heading.empty() && end < table.columns.size() &&
           table.columns[end].heading == heading) {
      ++end;
    }
    if (i > 0) cells += " & ";
    if (!heading.empty()) {
      any = true;
      cells += fmt::format("\\multicolumn{{{}}}{{c}}{{{}}}", end - i, EscapeLatex(heading));
      rules += fmt::format("\\cmidrule(lr){{{}-{}}}", i + 1, end);
    }
    i = end;
  }
  return any ? cells + " \\\\\n" + rules + "\n" : "";
}

std::string Line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : " & ") + EscapeLatex(cells[i]);
  }
  return line + " \\\\\n";
}

}  // namespace

std::string ToLatex(const Table& table) {
  std::string alignment;
  std::vector<std::string> titles;
  for (const Column& column : table.columns) {
    alignment += column.is_prose ? "p{9cm}" : column.is_number ? "r" : "l";
    titles.push_back(column.title);
  }
  std::string text = fmt::format(
      "\\begin{{table}}[htbp]\n\\centering\n\\caption{{{}}}\n\\label{{tab:{}}}\n"
      "\\resizebox{{\\textwidth}}{{!}}{{%\n\\begin{{tabular}}{{{}}}\n\\toprule\n",
      EscapeLatex(table.caption), table.id, alignment);
  text += Headings(table) + Line(titles) + "\\midrule\n";
  for (const auto& row : table.rows) text += Line(row);
  return text + "\\bottomrule\n\\end{tabular}}\n\\end{table}\n";
}

}  // namespace macroscope
