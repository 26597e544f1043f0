// A sweep's results as tables and pictures. Computes no figure that is not a sum or a ratio.
#pragma once

#include <filesystem>
#include <string>

#include "sim/sweep/result.h"

namespace macroscope {

// Writes points.csv, breakdown.csv, points.json, report.md, report.tex, report.html, and the charts
// (Chart in sim/report/material.h), each as a specification, *.vl.json, and a picture, *.svg, some
// with their data, *.csv, into
// `folder` (created if need be). Each file is replaced whole or not at all, points.json last.
// Without Node.js or the npm packages of scripts/charts everything but the pictures is written, and
// the page says so. Throws BuildError (full disk, no right to write).
void WriteReport(const SweepResult& result, const std::filesystem::path& folder);

// The results for a terminal of 100 columns: one row a design and workload, figures and ratios; of
// several libraries one table each. Then the checks, the points that failed and the clocks that are
// not met.
std::string TerminalTable(const SweepResult& result);

// The README's table in Markdown: design, gates, area, delay, energy, ratios, checked how.
std::string ReadmeTable(const SweepResult& result);

// Reads `folder`/points.json. Throws BuildError naming the file and what is wrong with it.
SweepResult ReadResult(const std::filesystem::path& folder);

}  // namespace macroscope
