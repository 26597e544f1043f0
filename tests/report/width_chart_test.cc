#include "sim/report/width_chart.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

using Json = nlohmann::json;

// The designs of one unit, the same but for their operands, of so many bits each; area 100 a bit.
SweepResult OfWidths(const std::vector<std::pair<std::string, std::vector<int>>>& units) {
  const SweepResult model = SyntheticClocks();
  SweepResult result = model;
  result.points.clear();
  for (const auto& [unit, widths] : units) {
    for (const int width : widths) {
      PointResult point = model.points.front();
      point.design.unit = unit;
      point.design.operands = "int" + std::to_string(width);
      point.design.accumulator = "fixed" + std::to_string(32 + result.points.size());
      point.name = unit + " " + point.design.operands;
      point.operand_bits = width;
      point.cost->area_um2 = 100 * width;
      point.is_baseline = result.points.empty();
      result.points.push_back(point);
    }
  }
  return result;
}

Json ChartOf(const SweepResult& result) {
  const std::string text = WidthChart(MakePivot(result), 0);
  return text.empty() ? Json() : Json::parse(text);
}

TEST(WidthChart, DrawsTheUnitsThatHaveThreeWidths) {
  const Json chart =
      ChartOf(OfWidths({{"int_add", {4, 8, 16}}, {"int_mul", {4, 8}}, {"fp_add", {6, 7, 12, 9}}}));
  const Json& values = chart["data"]["values"];
  ASSERT_EQ(values.size(), 7u);
  for (const Json& value : values) {
    EXPECT_NE(value["line"], "int_mul");
    EXPECT_EQ(value["area"].get<double>(), 100 * value["operand_bits"].get<double>());
  }
  EXPECT_EQ(chart["encoding"]["color"]["scale"]["domain"], Json({"int_add", "fp_add"}));
  EXPECT_EQ(chart["encoding"]["x"]["axis"]["values"], Json({4, 6, 7, 8, 9, 12, 16}));
}

// Of one width there would be two answers.
TEST(WidthChart, LeavesOutWhatIsNoFunctionOfWidth) {
  EXPECT_TRUE(ChartOf(OfWidths({{"int_add", {4, 8, 8, 16}}})).is_null());
  EXPECT_TRUE(ChartOf(OfWidths({{"int_add", {4, 8}}, {"int_mul", {4, 8}}})).is_null());
}

TEST(WidthChart, LeavesOutLanesAndMoreLinesThanColours) {
  EXPECT_EQ(WidthChart(MakePivot(SyntheticLanes()), 0), "");
  std::vector<std::pair<std::string, std::vector<int>>> units;
  for (int i = 0; i < 8; ++i) units.push_back({"unit" + std::to_string(i), {2, 3, 4}});
  EXPECT_TRUE(ChartOf(OfWidths(units)).is_null());
  units.pop_back();
  EXPECT_EQ(ChartOf(OfWidths(units))["data"]["values"].size(), 21u);
}

}  // namespace
}  // namespace macroscope
