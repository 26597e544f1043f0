#include "sim/report/page.h"

#include <fmt/format.h>

namespace macroscope {
namespace {

// JSON within a script element: a '<' in a string could end it.
std::string InScript(const std::string& json) {
  std::string text;
  for (const char c : json) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return text;
}

std::string Chart(const PageChart& chart) {
  return fmt::format(
      "<figure id=\"{0}\" class=\"chart\">\n<div class=\"drawing\">{1}</div>\n"
      "<script type=\"application/json\">{2}</script>\n<figcaption>{3}</figcaption>\n</figure>\n",
      chart.id, chart.svg, InScript(chart.specification), EscapeHtml(chart.caption));
}

std::string Section(const PageSection& section) {
  std::string text = fmt::format("<section>\n<h2>{}</h2>\n", EscapeHtml(section.title));
  for (const PageChart& chart : section.charts) text += Chart(chart);
  for (const Table& table : section.tables) text += ToHtml(table);
  if (!section.notes.empty()) {
    text += "<ul class=\"notes\">\n";
    for (const std::string& note : section.notes) text += "<li>" + EscapeHtml(note) + "</li>\n";
    text += "</ul>\n";
  }
  return text + "</section>\n";
}

}  // namespace

std::string ToHtml(const Page& page) {
  std::string text = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>{}</h1>\n<p class=\"summary\">{}"
      "</p>\n<p class=\"command\"><code>{}</code></p>\n</header>\n",
      EscapeHtml(page.title), kPageStyle, EscapeHtml(page.title), EscapeHtml(page.summary),
      EscapeHtml(page.command));
  if (!page.why_no_charts.empty()) {
    text += "<p class=\"warning\">" + EscapeHtml(page.why_no_charts) + "</p>\n";
  }
  for (const PageSection& section : page.sections) text += Section(section);
  text += fmt::format("<footer>Written by macroscope {}.</footer>\n</main>\n",
                      EscapeHtml(page.version));
  if (!page.chart_scripts.empty()) {
    text += page.chart_scripts;
    text += fmt::format("<script>{}</script>\n", kPageScript);
  }
  return text + "</body>\n</html>\n";
}

}  // namespace macroscope
