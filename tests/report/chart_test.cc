// Long for one file, but only one property of charts after the other.
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
    const double figure = *PerMac(Figure(*point->cost), row.design);
    EXPECT_NEAR(totals[row.name], figure, 1e-9 * totals[row.name]);
    EXPECT_NEAR(sums[row.name], totals[row.name], 1e-9 * totals[row.name]);
  }
  EXPECT_EQ(totals.size(), expected);
}

TEST(Chart, BarsAddUp) {
  ExpectBarsAddUp(SyntheticResult(), 0);
  ExpectBarsAddUp(SyntheticResult(), 1);
}

TEST(Chart, BarsOfLanesArePerMac) {
  const SweepResult result = SyntheticLanes();
  ExpectBarsAddUp(result, 0);
  const Pivot pivot = MakePivot(result);
  const Json energy = Json::parse(EnergyChartSpecification(pivot, 0));
  double sum = 0, parts = 0, expected = 0;
  for (const Json& value : energy["data"]["values"]) {
    sum += value.value("total", 0.0);
    parts += value.value("value", 0.0);
  }
  for (const PointResult& point : result.points) expected += *point.per_mac->energy_fj / 1000;
  EXPECT_NEAR(sum, expected, 1e-9 * expected);
  EXPECT_NEAR(parts, expected, 1e-9 * expected);
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

// One bar a workload, its parts adding up to the energy; the shares of glitches are no parts.
TEST(EnergyChart, BarsAddUpUnderEachWorkload) {
  const SweepResult result = SyntheticWorkloads();
  const Pivot pivot = MakePivot(result);
  const Json specification = Json::parse(EnergyChartSpecification(pivot, 1));
  std::map<std::pair<std::string, std::string>, double> sums, totals;
  std::set<std::string> groups, texts;
  for (const Json& value : specification["data"]["values"]) {
    const auto bar = std::pair(value["panel"].get<std::string>(), value["bar"].get<std::string>());
    if (value.contains("value")) {
      sums[bar] += value["value"].get<double>();
      groups.insert(value["group"]);
    } else {
      EXPECT_TRUE(totals.emplace(bar, value["total"]).second) << bar.second;
      EXPECT_TRUE(value.contains("glitch"));
      texts.insert(value["text"]);
    }
  }
  EXPECT_EQ(totals.size(), 2u * 3);
  for (const auto& [bar, total] : totals) EXPECT_NEAR(sums[bar], total, 1e-9 * total);
  for (const char* group : {"multiply", "clock", "leakage"}) EXPECT_TRUE(groups.contains(group));
  EXPECT_TRUE(texts.contains("1.00×"));  // To the first workload.
  double expected = 0;
  for (const PointResult& point : result.points) expected += point.cost->energy_fj.value_or(0);
  double sum = 0;
  for (const auto& [bar, total] : totals) sum += 1000 * total;  // pJ
  EXPECT_NEAR(sum, expected, 1e-9 * expected);
}

TEST(EnergyChart, HasPanelsByAccumulatorForOneWorkload) {
  const SweepResult result = SyntheticResult();
  const Pivot pivot = MakePivot(result);
  const Json specification = Json::parse(EnergyChartSpecification(pivot, 1));
  std::set<std::string> panels;
  for (const Json& value : specification["data"]["values"]) panels.insert(value["panel"]);
  EXPECT_EQ(panels, (std::set<std::string>{"fixed+12", "fp16", "fp32"}));
  EXPECT_EQ(EnergyChartSpecification(pivot, 0), "");  // Counted gates have no energy.
}

TEST(Chart, HasABarADesignWhateverTheWorkloads) {
  const Json specification = Specification(SyntheticWorkloads(), 1);
  int bars = 0;
  for (const Json& value : specification["data"]["values"]) bars += value.contains("total");
  EXPECT_EQ(bars, 2);
}

// A panel for each of many accumulators would be a chart of metres.
TEST(Chart, HasPanelsByUnitWhereAccumulatorsAreMany) {
  SweepResult result = SyntheticResult();
  for (PointResult& point : result.points) {
    std::swap(point.design.operands, point.design.accumulator);
  }
  const Json specification = Specification(result, 0);
  EXPECT_EQ(specification["columns"], 3);
  EXPECT_EQ(specification["data"]["values"][0]["panel"], "int_mac");
  ExpectBarsAddUp(result, 0);
}

TEST(Chart, HasPanelsByOperandsWhereUnitsTellNothing) {
  SweepResult result = SyntheticResult();
  for (PointResult& point : result.points) {
    std::swap(point.design.operands, point.design.accumulator);
    point.design.unit = "fp_fma";
  }
  const Json specification = Specification(result, 0);
  EXPECT_EQ(specification["columns"], 3);
  EXPECT_NE(specification.dump().find("datum.value + ' operands'"), std::string::npos);
  ExpectBarsAddUp(result, 0);
}

// One design in six structures: what most have in common is not in the labels.
TEST(Chart, NamesWhatIsUncommon) {
  SweepResult result = SyntheticResult();
  std::erase_if(result.points, [&](const PointResult& point) {
    return point.technology != result.points[0].technology || !point.cost;
  });
  ASSERT_GE(result.points.size(), 6u);
  result.points.resize(6);
  const char* adders[] = {"operator", "ripple", "sklansky", "brent_kung", "kogge_stone", "ripple"};
  for (std::size_t i = 0; i < 6; ++i) {
    DesignText& text = result.points[i].design;
    text = result.points[0].design;
    text.cuts = "0";
    text.adder = adders[i];
    text.leading_zeros = i == 5 ? "anticipate" : "count";
    text.flags = i < 4 ? "on" : "off";
  }
  const Json specification = Specification(result, 0);
  std::vector<std::string> labels;
  for (const Json& value : specification["data"]["values"]) {
    if (value.contains("total")) labels.push_back(value["bar"]);
  }
  EXPECT_EQ(labels,
            (std::vector<std::string>{"operator", "ripple", "sklansky", "brent\nkung",
                                      "no flags\nkogge\nstone", "no flags\nripple\nanticipate"}));
}

TEST(Chart, IsAbsentWhereNothingHasACost) {
  SweepResult result = SyntheticResult();
  for (PointResult& point : result.points) point.cost.reset();
  const Pivot pivot = MakePivot(result);
  EXPECT_EQ(ChartSpecification(pivot, Published::LoadDefault(), 0), "");
  EXPECT_EQ(EnergyChartSpecification(pivot, 1), "");
}

}  // namespace
}  // namespace macroscope
