// The one self-contained page: nothing in it is fetched from anywhere.
#pragma once

#include <string>
#include <vector>

#include "sim/report/table.h"

namespace macroscope {

struct PageChart {
  std::string id;
  std::string caption;
  std::string specification;  // Vega-Lite
  std::string svg;            // What is shown until, or unless, the page's script draws it; or "".
};

struct PageSection {
  std::string title;
  std::vector<PageChart> charts;
  std::vector<Table> tables;
  std::vector<std::string> notes;
};

struct Page {
  std::string title;
  std::string summary;  // One sentence.
  std::string command;  // That regenerates it.
  std::string version;
  std::string chart_scripts;  // "" if there are none; then `why_no_charts` is shown.
  std::string why_no_charts;
  std::vector<PageSection> sections;
};

std::string ToHtml(const Page& page);

// The page's own style and script.
extern const char* const kPageStyle;
extern const char* const kPageScript;

}  // namespace macroscope
