#include "sim/report/chart.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/sweep/figure.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

using Json = nlohmann::json;

Json Specification(const SweepResult& result, std::size_t technology) {
  const Pivot pivot = MakePivot(result);
  return Json::parse(ChartSpecification(pivot, Published::LoadDefault(), technology));
}

// Segments of a bar add up to its total, and no two designs share a bar.
void ExpectBarsAddUp(const SweepResult& result, std::size_t technology) {
  const Json specification = Specification(result, technology);
  std::map<std::string, double> sums;
  std::map<std::string, double> totals;
  std::set<std::pair<std::string, std::string>> bars;
  for (const Json& value : specification["data"]["values"]) {
    const std::string design = value["design"];
    if (value.contains("value")) {
      sums[design] += value["value"].get<double>();
    } else {
      totals[design] = value["total"];
      EXPECT_TRUE(bars.emplace(value["panel"], value["bar"]).second) << design;
    }
  }
  const Pivot pivot = MakePivot(result);
  std::size_t expected = 0;
  for (const DesignRow& row : pivot.rows) {
    const PointResult* point = row.points[technology];
    if (!point->cost) continue;
    ++expected;
    EXPECT_NEAR(totals[row.name], *Figure(*point->cost), 1e-9 * totals[row.name]);
    EXPECT_NEAR(sums[row.name], totals[row.name], 1e-9 * totals[row.name]);
  }
  EXPECT_EQ(totals.size(), expected);
}

TEST(Chart, BarsAddUp) {
  ExpectBarsAddUp(SyntheticResult(), 0);
  ExpectBarsAddUp(SyntheticResult(), 1);
}

TEST(Chart, LeavesFailedPointsOut) {
  ExpectBarsAddUp(SyntheticResultWithFailures(), 0);
  ExpectBarsAddUp(SyntheticResultWithFailures(), 1);
}

TEST(Chart, MarksPublishedGatesButNoAreas) {
  const auto marks = [](const Json& specification) {
    int count = 0;
    for (const Json& value : specification["data"]["values"]) count += value.contains("published");
    return count;
  };
  EXPECT_EQ(marks(Specification(SyntheticResult(), 0)), 15);
  EXPECT_EQ(marks(Specification(SyntheticResult(), 1)), 0);
}

TEST(Chart, TellsStructuresApart) {
  SweepResult result = SyntheticResult();
  SweepResult wallace = result;
  for (PointResult& point : wallace.points) {
    point.design.multiplier = "wallace";
    point.name += ", wallace";
    result.points.push_back(point);
  }
  ExpectBarsAddUp(result, 0);
}

TEST(Chart, IsAbsentWhereNothingHasACost) {
  SweepResult result = SyntheticResult();
  for (PointResult& point : result.points) point.cost.reset();
  const Pivot pivot = MakePivot(result);
  EXPECT_EQ(ChartSpecification(pivot, Published::LoadDefault(), 0), "");
}

}  // namespace
}  // namespace macroscope
