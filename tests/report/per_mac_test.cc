// Costs per multiply-accumulate, and what tells designs with lanes apart.
#include "sim/report/per_mac.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/report/bars.h"
#include "sim/report/points_csv.h"
#include "sim/report/report.h"
#include "sim/report/result_tables.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

std::size_t ColumnOf(const Table& table, const std::string& title) {
  const auto found = std::ranges::find(table.columns, title, &Column::title);
  EXPECT_NE(found, table.columns.end()) << title;
  return static_cast<std::size_t>(found - table.columns.begin());
}

bool Has(const std::vector<std::string>& keys, const std::string& key) {
  return std::ranges::find(keys, key) != keys.end();
}

TEST(PerMac, DividesByTheLanesOfADotProductAlone) {
  DesignText design;
  design.unit = "block_dot";
  design.lanes = "16";
  EXPECT_EQ(PerMac(48.0, design), 3.0);
  EXPECT_EQ(PerMac(std::nullopt, design), std::nullopt);
  design.unit = "block_quantize";  // Its lanes are values.
  EXPECT_EQ(PerMac(48.0, design), 48.0);
  EXPECT_FALSE(IsMac(design));
  design.unit = "fp_fma";
  EXPECT_TRUE(IsMac(design));
  EXPECT_EQ(PerMac(48.0, design), 48.0);
}

TEST(PerMac, TheSummaryShowsIt) {
  const SweepResult result = SyntheticLanes();
  const Pivot pivot = MakePivot(result);
  ASSERT_TRUE(pivot.has_lanes);
  const Table table = SummaryTable(pivot, Published());
  const std::size_t area = ColumnOf(table, "µm²/MAC");
  ColumnOf(table, "pJ/MAC");
  int cases = 0;
  for (std::size_t i = 0; i < pivot.rows.size(); ++i) {
    const PointResult& point = *pivot.rows[i].points[0];
    const double expected = *point.cost->area_um2 / std::stoi(point.design.lanes);
    EXPECT_EQ(table.rows[i][area], FigurePerMacText(pivot, 0)(expected));
    ++cases;
  }
  EXPECT_EQ(cases, 13);
  EXPECT_NE(table.caption.find("per MAC"), std::string::npos) << table.caption;
  EXPECT_NE(RegisterTable(pivot).caption.find("per MAC"), std::string::npos);
}

// How products are summed is in a label only where it tells a row from another.
TEST(RowLabel, LeavesOutHowToSumWhereOperandsTellRowsApart) {
  SweepResult result = SyntheticLanes();
  PointResult& last = result.points.back();
  last.design.reduction = "max_exponent";
  last.design.terms = "blocks";
  last.design.window = "30";
  const Pivot pivot = MakePivot(result);
  ASSERT_TRUE(Has(pivot.keys, "window"));
  const auto alone = RowLabel(pivot, pivot.rows.back(), {"lanes"});
  EXPECT_TRUE(Has(alone, last.design.operands));
  EXPECT_FALSE(Has(alone, "window 30"));

  PointResult twin = last;
  twin.design.window = "25";
  result.points.push_back(twin);
  const Pivot with_twin = MakePivot(result);
  EXPECT_TRUE(Has(RowLabel(with_twin, with_twin.rows.back(), {"lanes"}), "window 25"));
}

TEST(PerMac, ScalarSweepsHaveNothingOfIt) {
  const SweepResult result = SyntheticResult();
  const Pivot pivot = MakePivot(result);
  EXPECT_FALSE(pivot.has_lanes);
  const Table table = SummaryTable(pivot, Published());
  EXPECT_TRUE(std::ranges::none_of(table.columns, [](const Column& column) {
    return column.title.find("MAC") != std::string::npos;
  }));
  EXPECT_EQ(table.caption.find("MAC"), std::string::npos) << table.caption;
}

// As wide as sweeps of block formats are.
TEST(PerMac, TerminalHasRoom) {
  SweepResult result = SyntheticLanes();
  int changed = 0;
  for (PointResult& point : result.points) {
    if (point.design.operands == "int8") continue;
    point.design.reduction = "max_exponent";
    point.design.window = "30";
    point.design.block = "16";
    point.design.operands = "mxfp8_e4m3";
    ++changed;
  }
  ASSERT_EQ(changed, 7);
  const std::string text = TerminalTable(result);
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
    EXPECT_LE(text.find('\n', begin) - begin, 100u) << text;
  }
  EXPECT_NE(text.find("max_exponent"), std::string::npos);
  const Pivot pivot = MakePivot(result);
  for (const char* key : {"lanes", "block", "reduction", "window"}) {
    EXPECT_TRUE(Has(pivot.keys, key)) << key;
  }
}

TEST(PerMac, IsInPointsCsv) {
  const std::string csv = PointsCsv(SyntheticLanes(), Published());
  for (const char* name : {",lanes,", ",gates_per_mac,area_um2_per_mac,energy_fj_per_mac,"}) {
    EXPECT_NE(csv.find(name), std::string::npos) << name;
  }
}

// Lanes and reduction are told of every row; other keys where formats do not tell rows apart.
TEST(PerMac, KeysOfLanesTellDesignsApart) {
  int cases = 0;
  for (const auto member : {&DesignText::lanes, &DesignText::reduction, &DesignText::window,
                            &DesignText::join, &DesignText::terms, &DesignText::block}) {
    SweepResult result = SyntheticLanes();
    result.points.resize(2);
    result.points[1].design = result.points[0].design;
    result.points[1].design.*member = "8";
    const Pivot pivot = MakePivot(result);
    ASSERT_EQ(pivot.rows.size(), 2u);
    ASSERT_EQ(pivot.keys.size(), 1u);
    EXPECT_EQ(ValueOf(pivot.rows[1], pivot.keys[0]), "8");
    ++cases;
  }
  EXPECT_EQ(cases, 6);
  SweepResult result = SyntheticLanes();
  result.points.erase(result.points.begin() + 1, result.points.end() - 1);
  const Pivot pivot = MakePivot(result);
  EXPECT_TRUE(Has(pivot.keys, "lanes"));
  EXPECT_FALSE(Has(pivot.keys, "reduction"));  // Both have the same.
}

}  // namespace
}  // namespace macroscope
