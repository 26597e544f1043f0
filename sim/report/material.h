// What every form of a report is made of: one summary, the same sections, the same charts.
#pragma once

#include <string>
#include <vector>

#include "sim/report/page.h"
#include "sim/report/pivot.h"
#include "sim/report/published.h"

namespace macroscope {

struct Chart {
  std::string stem;  // Of its files' names.
  std::string caption;
  std::string specification;
  std::string svg;  // "" if it could not be drawn.
};

struct Material {
  const SweepResult& result;
  Pivot pivot;
  Published published;
  std::vector<Chart> charts;
  std::string why_no_charts;
  std::string command;  // That regenerates the report.
};

// Draws the charts. `result` must outlive what it returns.
Material Gather(const SweepResult& result);

// "15 designs, 2 technologies; all 30 points green. osu018: 1.17x to 3.20x the area of ..."
std::string Summary(const Material& material);

std::vector<PageSection> Sections(const Material& material);

// A report as one document.
std::string ToMarkdown(const Material& material, const std::vector<PageSection>& sections);
std::string ToLatex(const Material& material, const std::vector<PageSection>& sections);

}  // namespace macroscope
