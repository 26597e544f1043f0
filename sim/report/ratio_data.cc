#include "sim/report/ratio_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/comparison.h"
#include "sim/report/numbers.h"
#include "sim/report/points_csv.h"

namespace macroscope {
namespace {

// Whether they differ in operands alone.
bool ArePartners(DesignText a, const DesignText& b) {
  a.operands = b.operands;
  return a == b;
}

std::optional<double> PerMacOf(const DesignRow& row, std::size_t technology, bool with_registers) {
  const Cost* cost = CostOf(row.points[technology]);
  if (cost == nullptr) return std::nullopt;
  return PerMac(with_registers ? Figure(*cost) : FigureWithoutRegisters(*cost), row.design);
}

// The published rows that are areas of one MAC over another.
std::vector<const ComparedRow*> RowsOfRatios(const PublishedComparison& published,
                                             std::size_t quantity) {
  std::vector<const ComparedRow*> rows;
  for (const ComparedRow& row : published.rows) {
    if (row.values[quantity]) rows.push_back(&row);
  }
  return rows;
}

std::size_t QuantityOfRatios(const PublishedComparison& published) {
  const auto found =
      std::ranges::find(published.quantities, Quantity::kAreaPerMac, &ComparedQuantity::quantity);
  return static_cast<std::size_t>(found - published.quantities.begin());
}

std::string NameOf(const PublishedComparison& published, const ComparedRow& row) {
  const std::size_t quantity = QuantityOfRatios(published);
  return row.design + " over " +
         (row.over.empty() ? published.quantities[quantity].over : row.over);
}

// Upwards, each as far as the ones below push it; then back down from the upper end.
void Spread(std::vector<RatioMark>& marks, double apart, double low, double high) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double least = i == 0 ? low : marks[i - 1].label_ratio + apart;
    marks[i].label_ratio = std::max(marks[i].ratio, least);
  }
  for (std::size_t i = marks.size(); i-- > 0;) {
    const double most = i + 1 == marks.size() ? high : marks[i + 1].label_ratio - apart;
    marks[i].label_ratio = std::min(marks[i].label_ratio, most);
  }
}

}  // namespace

std::vector<RatioPoint> RatioPoints(const RatioChart& chart, const Pivot& pivot,
                                    std::size_t technology) {
  std::vector<RatioPoint> points;
  for (const bool with : {true, false}) {
    if (with && !pivot.counts_registers) continue;
    for (const DesignRow& row : pivot.rows) {
      if (!Matches(chart.of, row.design) || row.workload != pivot.workloads[0]) continue;
      const auto over = std::ranges::find_if(pivot.rows, [&](const DesignRow& other) {
        return Matches(chart.over, other.design) && ArePartners(row.design, other.design);
      });
      if (over == pivot.rows.end()) continue;
      const auto of_figure = PerMacOf(row, technology, with);
      const auto over_figure = PerMacOf(*over, technology, with);
      if (!of_figure || !over_figure || *over_figure == 0) continue;
      points.push_back({&row, &*over, with, MacsOf(row.design), *of_figure, *over_figure});
    }
  }
  return points;
}

std::vector<RatioMark> RatioMarks(const PublishedComparison& published, double apart, double low,
                                  double high) {
  const std::size_t quantity = QuantityOfRatios(published);
  if (quantity == published.quantities.size()) return {};
  std::vector<RatioMark> marks;
  for (const ComparedRow* row : RowsOfRatios(published, quantity)) {
    const auto ratio = published.RelativeValue(*row, quantity);
    marks.push_back({*ratio, fmt::format("{} {}", *ratio, NameOf(published, *row)), *ratio});
  }
  std::ranges::sort(marks, {}, &RatioMark::ratio);
  Spread(marks, apart, low, high);
  return marks;
}

std::string RatioCsv(const PublishedComparison& published, const std::vector<RatioPoint>& points) {
  std::string text = CsvLine({"source", "accumulator", "registers", "lanes", "of", "over",
                              "of_per_mac", "over_per_mac", "ratio", "counts"});
  for (const RatioPoint& point : points) {
    text += CsvLine({"macroscope", point.accumulator(), point.has_registers ? "with" : "without",
                     std::to_string(point.lanes), point.of->name, point.over->name,
                     Exact(point.of_per_mac), Exact(point.over_per_mac), Exact(point.ratio()), ""});
  }
  const std::size_t quantity = QuantityOfRatios(published);
  if (quantity == published.quantities.size()) return text;
  for (const ComparedRow* row : RowsOfRatios(published, quantity)) {
    text += CsvLine({row->cite, "", "", "", row->design, row->over, "", "",
                     Exact(published.RelativeValue(*row, quantity)), row->counts});
  }
  return text;
}

}  // namespace macroscope
