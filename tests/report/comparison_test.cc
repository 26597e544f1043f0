// Ours beside published costs of designs relative to one another.
#include "sim/report/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/material.h"
#include "sim/report/ratio_chart.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

DesignText Pattern(const char* operands, const char* accumulator = "") {
  DesignText pattern;
  pattern.operands = operands;
  pattern.accumulator = accumulator;
  return pattern;
}

// FP8 over INT8, and what takes both over INT8, in each quantity.
PublishedComparison MakeComparison() {
  PublishedComparison published;
  published.id = "made_up";
  published.title = "Made up";
  published.why = "it is made up";
  DesignText int8 = Pattern("int8", "fp32"), fp8 = Pattern("fp8_e4m3", "fp32");
  int8.lanes = fp8.lanes = "16";
  published.designs = {{"INT8", {int8}},
                       {"FP8", {fp8}},
                       {"both", {fp8, int8}},
                       {"MX", {Pattern("mxfp4")}},
                       {"none", {Pattern("int4")}}};
  published.quantities = {{"a", Quantity::kAreaPerMac, "INT8", 0, 0},
                          {"b", Quantity::kMacsPerArea, "INT8", 0, 0},
                          {"c", Quantity::kElementsPerMemory, "INT8", 0, 0},
                          {"d", Quantity::kAreaTimesMemory, "INT8", 100, 512}};
  for (const char* design : {"FP8", "both", "MX", "none"}) {
    ComparedRow row;
    row.design = design;
    row.values = {2, 0.5, {}, 2};
    row.why = std::string("of ") + design;
    published.rows.push_back(row);
  }
  published.chart = RatioChart{Pattern("fp8_e4m3"), Pattern("int8")};
  return published;
}

double AreaPerMac(const SweepResult& result, const DesignText& pattern) {
  const auto point = std::ranges::find_if(
      result.points, [&](const PointResult& p) { return Matches(pattern, p.design); });
  return *point->cost->area_um2 / std::stoi(point->design.lanes);
}

TEST(Comparison, ComputesEveryQuantity) {
  const SweepResult result = SyntheticLanes();
  const Pivot pivot = MakePivot(result);
  const PublishedComparison published = MakeComparison();
  const double fp8 = AreaPerMac(result, published.Find("FP8").patterns[0]);
  const double int8 = AreaPerMac(result, published.Find("INT8").patterns[0]);
  const double mx = AreaPerMac(result, published.Find("MX").patterns[0]);
  ASSERT_GT(fp8, int8);
  const auto ours = [&](std::size_t row, std::size_t quantity) {
    return OurRatio(published, published.rows[row], quantity, pivot, 0);
  };
  EXPECT_DOUBLE_EQ(*ours(0, 0), fp8 / int8);
  EXPECT_DOUBLE_EQ(*ours(0, 1), int8 / fp8);
  EXPECT_DOUBLE_EQ(*ours(0, 2), 1);           // 8 bits both.
  EXPECT_DOUBLE_EQ(*ours(1, 0), fp8 / int8);  // The costlier.
  EXPECT_DOUBLE_EQ(*ours(2, 2), 8 / 4.25);    // Four bits and a share of the scale.
  // 100 elements in words of 512 bits: 425 take one, 800 take two.
  EXPECT_DOUBLE_EQ(*ours(2, 3), mx * 1 / (int8 * 2));
  for (std::size_t quantity = 0; quantity < 4; ++quantity) EXPECT_FALSE(ours(3, quantity));
}

TEST(Comparison, TableShowsBothSidesAndWhy) {
  const SweepResult result = SyntheticLanes();
  const Pivot pivot = MakePivot(result);
  const PublishedComparison published = MakeComparison();
  const Table table = ComparisonTable(published, pivot, 0);
  ASSERT_EQ(table.rows.size(), 4u);
  ASSERT_EQ(table.columns.size(), 2 + 4 * 3 + 1u);
  for (const auto& row : table.rows) ASSERT_EQ(row.size(), table.columns.size());
  EXPECT_EQ(table.rows[0][0], "FP8");
  EXPECT_EQ(table.rows[0][1], "fp8_e4m3 → fp32, 16 lanes");
  EXPECT_EQ(table.rows[0][2], "2.00");
  const double ours = *OurRatio(published, published.rows[0], 0, pivot, 0);
  EXPECT_EQ(table.rows[0][4], std::to_string(std::lround(100 * (ours / 2 - 1))) + " %");
  EXPECT_EQ(table.rows[0].back(), "of FP8");
  EXPECT_EQ(table.rows[0][8], "");  // Neither published nor compared.
  EXPECT_EQ(table.rows[0][10], "");
  EXPECT_EQ(table.rows[3][3], "");  // Not in the sweep.
  EXPECT_NE(table.caption.find("it is made up"), std::string::npos) << table.caption;
}

TEST(Ratios, AreOfDesignsThatDifferInFormatsAlone) {
  const SweepResult result = SyntheticLanes();
  const Pivot pivot = MakePivot(result);
  const std::vector<RatioPoint> points = RatioPoints(*MakeComparison().chart, pivot, 0);
  ASSERT_EQ(points.size(), 3u * 2 * 2);  // Lanes, accumulators, registers or not.
  for (const RatioPoint& point : points) {
    EXPECT_EQ(point.of->design.operands, "fp8_e4m3");
    EXPECT_EQ(point.over->design.operands, "int8");
    EXPECT_EQ(point.of->design.accumulator, point.over->design.accumulator);
    EXPECT_EQ(point.of->design.lanes, point.over->design.lanes);
    const Cost& cost = *point.of->points[0]->cost;
    const double area = *cost.area_um2 - (point.has_registers ? 0 : *cost.register_area_um2);
    EXPECT_NEAR(point.of_per_mac, area / point.lanes, 1e-6);
  }
}

// Neither overlapping nor outside, and in the order of what they mark.
TEST(Ratios, LabelsOfMarksStandApart) {
  const PublishedComparison published = LoadComparison("fp8_to_int8_ratios");
  int cases = 0;
  for (const double apart : {0.01, 0.1, 0.3}) {
    const std::vector<RatioMark> marks = RatioMarks(published, apart, 1.0, 2.9);
    ASSERT_EQ(marks.size(), 4u);
    for (std::size_t i = 0; i < marks.size(); ++i, ++cases) {
      EXPECT_GE(marks[i].label_ratio, 1.0);
      EXPECT_LE(marks[i].label_ratio, 2.9);
      if (i > 0) EXPECT_GE(marks[i].label_ratio, marks[i - 1].label_ratio + apart - 1e-9);
    }
    EXPECT_EQ(marks[3].ratio, 2.83);
    EXPECT_EQ(marks[0].label, "1.4 E4M3->FP16 over INT8->FP16");
  }
  EXPECT_EQ(cases, 12);
}

TEST(Ratios, ChartHasACurveAnAccumulatorAndEveryMark) {
  const SweepResult result = SyntheticLanes();
  const Pivot pivot = MakePivot(result);
  const PublishedComparison published = LoadComparison("fp8_to_int8_ratios");
  const std::vector<RatioPoint> points = RatioPoints(*published.chart, pivot, 0);
  const auto chart = nlohmann::json::parse(RatioChartSpecification(published, points, "osu018"));
  ASSERT_EQ(chart["layer"].size(), 4u);
  EXPECT_EQ(chart["layer"][0]["data"]["values"].size(), 4u);
  EXPECT_EQ(chart["layer"][3]["data"]["values"].size(), points.size());
  EXPECT_EQ(chart["layer"][3]["encoding"]["color"]["scale"]["domain"].size(), 2u);
  EXPECT_EQ(chart["layer"][3]["layer"][0]["encoding"]["strokeDash"]["scale"]["domain"].size(), 2u);
  const std::string csv = RatioCsv(published, points);
  EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 12 + 4);
  EXPECT_NE(csv.find("\nmacroscope,fp16,without,16,"), std::string::npos) << csv;
  EXPECT_EQ(RatioChartSpecification(published, {}, "osu018"), "");
}

TEST(Comparison, IsASectionOfSweepsThatNameIt) {
  SweepResult result = SyntheticLanes();
  const auto has_section = [&] {
    const Material material = Gather(result);
    const std::vector<PageSection> sections = Sections(material);
    return std::ranges::find(sections, "Beside published figures", &PageSection::title) !=
           sections.end();
  };
  EXPECT_FALSE(has_section());
  result.published = {"fp8_to_int8_ratios", "msfp"};
  EXPECT_TRUE(has_section());
}

}  // namespace
}  // namespace macroscope
