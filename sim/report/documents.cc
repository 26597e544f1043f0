#include <fmt/format.h>

#include "sim/report/material.h"

namespace macroscope {

std::string ToMarkdown(const Material& material, const std::vector<PageSection>& sections) {
  std::string text =
      fmt::format("# {}\n\n{}\n\nWritten by macroscope {}: `{}`\n", material.result.title,
                  Summary(material), material.result.version, material.command);
  if (!material.why_no_charts.empty()) text += fmt::format("\n{}\n", material.why_no_charts);
  for (const PageSection& section : sections) {
    text += fmt::format("\n## {}\n", section.title);
    for (const PageChart& chart : section.charts) {
      if (chart.svg.empty()) continue;
      const std::string file = chart.id.substr(std::string("chart-").size()) + ".svg";
      text += fmt::format("\n![{}]({})\n\n{}\n", file, file, chart.caption);
    }
    for (const Table& table : section.tables) text += fmt::format("\n{}", ToMarkdown(table));
    if (!section.notes.empty()) text += "\n";
    for (const std::string& note : section.notes) text += fmt::format("- {}\n", note);
  }
  return text;
}

std::string ToLatex(const Material& material, const std::vector<PageSection>& sections) {
  std::string text = fmt::format(
      "% Written by macroscope {}: {}\n\\documentclass{{article}}\n"
      "\\usepackage[T1]{{fontenc}}\n\\usepackage[utf8]{{inputenc}}\n"
      "\\usepackage[margin=2cm]{{geometry}}\n\\usepackage{{booktabs,graphicx,textcomp}}\n"
      "\\title{{{}}}\n\\author{{}}\n\\date{{}}\n\\begin{{document}}\n\\maketitle\n\n{}\n\n",
      material.result.version, material.command, EscapeLatex(material.result.title),
      EscapeLatex(Summary(material)));
  for (const PageSection& section : sections) {
    for (const Table& table : section.tables) text += ToLatex(table) + "\n";
    if (section.notes.empty()) continue;
    text += "\\begin{itemize}\n";
    for (const std::string& note : section.notes)
      text += fmt::format("\\item {}\n", EscapeLatex(note));
    text += "\\end{itemize}\n";
  }
  return text + "\\end{document}\n";
}

}  // namespace macroscope
