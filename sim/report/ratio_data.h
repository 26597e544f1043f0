// The ratio of two formats over lanes: what a chart of it shows.
#pragma once

#include <string>
#include <vector>

#include "sim/config/published_comparison.h"
#include "sim/report/pivot.h"

namespace macroscope {

// Two designs that differ in the chart's formats and in nothing else.
struct RatioPoint {
  const DesignRow* of;
  const DesignRow* over;
  bool has_registers = true;  // Whether both count.
  int lanes = 1;
  double of_per_mac = 0;  // Area, or gates.
  double over_per_mac = 0;

  double ratio() const { return of_per_mac / over_per_mac; }
  const std::string& accumulator() const { return of->design.accumulator; }
};

// With and without registers, as far as the sweep has both; in the order of the pivot's rows.
std::vector<RatioPoint> RatioPoints(const RatioChart& chart, const Pivot& pivot,
                                    std::size_t technology);

// A published ratio that the chart marks.
struct RatioMark {
  double ratio = 0;
  std::string label;
  double label_ratio = 0;  // Where the label stands on the axis of ratios.
};

// Of the rows that are ratios of areas. Labels stand `apart` of each other or more, as near to
// their marks as can be, within `low` and `high` if they fit.
std::vector<RatioMark> RatioMarks(const PublishedComparison& published, double apart, double low,
                                  double high);

// The points, then the marks, as CSV.
std::string RatioCsv(const PublishedComparison& published, const std::vector<RatioPoint>& points);

}  // namespace macroscope
