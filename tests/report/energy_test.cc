#include "sim/report/energy.h"

#include <gtest/gtest.h>

#include "sim/report/report.h"
#include "sim/report/result_tables.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

// The unit for a technology whose greatest energy is this.
EnergyUnit UnitFor(double energy_fj) {
  SweepResult result;
  result.points.emplace_back().cost.emplace().energy_fj = energy_fj;
  return ChooseEnergyUnit(MakePivot(result), 0);
}

TEST(Energy, HasAUnitInWhichItReadsWell) {
  const auto text = [](double energy_fj) {
    const EnergyUnit unit = UnitFor(energy_fj);
    return InUnit(energy_fj, unit) + " " + unit.name;
  };
  EXPECT_EQ(text(0), "0.00 fJ");
  EXPECT_EQ(text(12.345), "12.35 fJ");
  EXPECT_EQ(text(123.45), "123.5 fJ");
  EXPECT_EQ(text(4321), "4,321 fJ");
  EXPECT_EQ(text(43'210), "43.21 pJ");
  EXPECT_EQ(text(432'100), "432.1 pJ");
  EXPECT_EQ(text(1'234'567'890), "1,234.57 nJ");
  EXPECT_EQ(InUnit(std::nullopt, {}), "");
  EXPECT_EQ(InUnit(2.34, UnitFor(43'210)), "0.002");  // Little, but not nothing.
  EXPECT_EQ(InUnit(0, UnitFor(43'210)), "0.00");
}

TEST(Energy, ShareOfGlitches) {
  Cost cost;
  EXPECT_FALSE(GlitchShare(cost));
  cost.energy.emplace();
  EXPECT_FALSE(GlitchShare(cost));  // Of nothing there is no share.
  cost.energy->internal_fj = 3;
  cost.energy->leakage_fj = 1;
  cost.energy->glitch_fj = 1;
  EXPECT_EQ(GlitchShare(cost), 0.25);
  EXPECT_EQ(Percent(GlitchShare(cost)), "25.0 %");
}

// The columns of a table by their titles, for one row.
std::string CellOf(const Table& table, std::size_t row, const std::string& heading,
                   const std::string& title) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].heading == heading && table.columns[i].title == title) {
      return table.rows[row][i];
    }
  }
  return "no such column";
}

TEST(EnergyTables, SplitAddsUp) {
  const SweepResult result = SyntheticResult();
  const Table table = EnergySplitTable(MakePivot(result), 1);
  ASSERT_EQ(table.rows.size(), 15u);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    double sum = 0;
    for (const char* part : {"internal", "switching", "clock", "leakage"}) {
      sum += std::stod(CellOf(table, row, "spent on", part));
    }
    EXPECT_NEAR(sum, std::stod(CellOf(table, row, "", "total")), 0.021);
    EXPECT_EQ(CellOf(table, row, "", "operations"), "4,096");
  }
}

TEST(EnergyTables, StagesAddUp) {
  const SweepResult result = SyntheticResult();
  const Table table = EnergyStageTable(MakePivot(result), 1);
  ASSERT_EQ(table.rows.size(), 15u);
  for (const auto& row : table.rows) {
    double sum = 0;
    for (std::size_t i = 3; i + 1 < row.size(); ++i) sum += row[i].empty() ? 0 : std::stod(row[i]);
    EXPECT_NEAR(sum, std::stod(row.back()), 0.05);
  }
}

TEST(EnergyTables, WorkloadsStandSideBySide) {
  const SweepResult result = SyntheticWorkloads();
  const Pivot pivot = MakePivot(result);
  const Table table = WorkloadTable(pivot, 1);
  ASSERT_EQ(table.rows.size(), 2u);
  for (std::size_t row = 0; row < 2; ++row) {
    const double normal = std::stod(CellOf(table, row, "energy, pJ", "normal"));
    const double zeros = std::stod(CellOf(table, row, "energy, pJ", "zeros"));
    EXPECT_LT(zeros, normal);
    EXPECT_NEAR(std::stod(CellOf(table, row, "ratio to normal", "zeros")), zeros / normal, 0.01);
  }
  // In the other tables the workload is one of the keys.
  EXPECT_EQ(pivot.keys.back(), "workload");
  EXPECT_EQ(SummaryTable(pivot, Published()).rows.size(), 6u);
  EXPECT_EQ(pivot.BaselineName(), "int8 → fixed+12");
}

TEST(EnergyTables, RatiosAreToTheBaselineUnderTheSameWorkload) {
  const SweepResult result = SyntheticWorkloads();
  const Pivot pivot = MakePivot(result);
  for (const DesignRow& row : pivot.rows) {
    const DesignRow* baseline = pivot.BaselineOf(row);
    ASSERT_NE(baseline, nullptr);
    EXPECT_EQ(baseline->workload, row.workload);
    EXPECT_DOUBLE_EQ(*row.points[1]->energy_ratio,
                     *row.points[1]->cost->energy_fj / *baseline->points[1]->cost->energy_fj);
  }
}

}  // namespace
}  // namespace macroscope
