// points.csv and breakdown.csv (RFC 4180): full precision, empty where there is no figure.
#pragma once

#include <string>
#include <vector>

#include "sim/report/published.h"
#include "sim/sweep/result.h"

namespace macroscope {

std::string PointsCsv(const SweepResult& result, const Published& published);
std::string BreakdownCsv(const SweepResult& result);

// One line with its end; quotes what needs it.
std::string CsvLine(const std::vector<std::string>& cells);

}  // namespace macroscope
