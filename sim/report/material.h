// What every form of a report is made of: one summary, the same sections, the same charts.
#pragma once

#include <string>
#include <vector>

#include "sim/config/published_comparison.h"
#include "sim/report/page.h"
#include "sim/report/pivot.h"
#include "sim/report/published.h"
#include "sim/report/published_operations.h"

namespace macroscope {

struct Chart {
  // Of its files' names. Of a technology T: `T` is area or gates by stage, `T_energy` energy by
  // stage, `T_area_energy` and `T_delay_area` a point a design, `T_ID` what the published figures
  // of that id are set beside.
  std::string stem;
  std::string caption;
  std::string specification;
  std::string svg;  // "" if it could not be drawn.
  bool is_beside_published = false;
  std::string csv;  // What it shows; "" if that is in the report's other files.
};

struct Material {
  const SweepResult& result;
  Pivot pivot;
  Published published;
  PublishedOperations operations;
  std::vector<PublishedComparison> comparisons;  // That the sweep names.
  std::vector<Chart> charts;
  std::string why_no_charts;
  std::string command;  // That regenerates the report.
};

// Draws the charts. `result` must outlive what it returns. Throws ConfigError if a file of
// published figures that the sweep names is gone or wrong.
Material Gather(const SweepResult& result);

// "15 designs, 2 technologies; all 30 points green. osu018: 1.17x to 3.20x the area of ..." Clocks
// that are not met come first.
std::string Summary(const Material& material);

// "Workload: a, b normal, ...; 4096 operations, seed 1."; "" if nothing was driven.
std::string WorkloadSentence(const SweepResult& result);
// "Made by: macroscope sweep ...".
std::string MadeBy(const SweepResult& result);

std::vector<PageSection> Sections(const Material& material);

// A report as one document.
std::string ToMarkdown(const Material& material, const std::vector<PageSection>& sections);
std::string ToLatex(const Material& material, const std::vector<PageSection>& sections);

}  // namespace macroscope
