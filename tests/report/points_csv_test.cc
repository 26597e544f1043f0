#include "sim/report/points_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

// The records of a CSV text, read by the rules of RFC 4180.
std::vector<std::vector<std::string>> Parse(const std::string& text) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        record.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        record.back() += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      record.emplace_back();
    } else if (c == '\n') {
      records.push_back(record);
      record.assign(1, "");
    } else {
      record.back() += c;
    }
  }
  return records;
}

TEST(CsvLine, QuotesWhatNeedsIt) {
  EXPECT_EQ(CsvLine({"a", "", "b c"}), "a,,b c\n");
  const std::vector<std::string> hard = {"a,b", "say \"x\"", "two\nlines", "\"", ""};
  ASSERT_EQ(Parse(CsvLine(hard)).size(), 1u);
  EXPECT_EQ(Parse(CsvLine(hard))[0], hard);
}

TEST(PointsCsv, HasOneRecordAPointAndEveryFigure) {
  const SweepResult result = SyntheticResult();
  const auto records = Parse(PointsCsv(result, Published()));
  ASSERT_EQ(records.size(), result.points.size() + 1);
  const auto column = [&](const std::string& name) {
    const auto found = std::ranges::find(records[0], name);
    EXPECT_NE(found, records[0].end()) << name;
    return static_cast<std::size_t>(found - records[0].begin());
  };
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    const auto& record = records[i + 1];
    ASSERT_EQ(record.size(), records[0].size());
    const PointResult& point = result.points[i];
    EXPECT_EQ(record[column("name")], point.name);
    EXPECT_EQ(record[column("area_um2")].empty(), !point.cost->area_um2);
    if (point.cost->area_um2) {
      EXPECT_EQ(std::stod(record[column("area_um2")]), *point.cost->area_um2);
    }
    EXPECT_EQ(std::stod(record[column("ratio")]), *point.ratio);
    if (!point.cost->energy) {  // Not computed: empty, not zero.
      for (const char* name : {"energy_fj", "glitch_fj", "energy_ratio", "energy_operations"}) {
        EXPECT_EQ(record[column(name)], "") << name;
      }
      continue;
    }
    double sum = 0;
    for (const char* name : {"internal_fj", "switching_fj", "clock_fj", "leakage_fj"}) {
      sum += std::stod(record[column(name)]);
    }
    EXPECT_NEAR(std::stod(record[column("energy_fj")]), sum, 1e-9 * sum);
    EXPECT_EQ(std::stod(record[column("glitch_fj")]), point.cost->energy->glitch_fj);
    EXPECT_EQ(std::stod(record[column("energy_ratio")]), *point.energy_ratio);
  }
}

TEST(PointsCsv, KeepsAFailedPointWithItsReasonAndNoFigure) {
  const auto records = Parse(PointsCsv(SyntheticResultWithFailures(), Published()));
  const auto failed = records[7];
  EXPECT_NE(
      std::ranges::find(failed, "law = rtl: 3 of 65,536 differ, first in stage align <u_align>"),
      failed.end());
  EXPECT_EQ(failed.size(), records[0].size());
}

TEST(PointsCsv, TellsClocksAndWorkloads) {
  const SweepResult clocks = SyntheticClocks();
  auto records = Parse(PointsCsv(clocks, Published()));
  ASSERT_EQ(records.size(), clocks.points.size() + 1);
  const auto column = [&](const char* name) {
    return static_cast<std::size_t>(std::ranges::find(records[0], name) - records[0].begin());
  };
  const Cost& cost = *clocks.points[0].cost;
  EXPECT_EQ(std::stod(records[1][column("clock_period_ps")]), *cost.clock_period_ps);
  EXPECT_EQ(std::stod(records[1][column("slack_ps")]), *cost.slack_ps);
  EXPECT_EQ(records[1][column("effort")], cost.effort);
  records = Parse(PointsCsv(SyntheticWorkloads(), Published()));
  EXPECT_EQ(records[1][column("workload")], "");
  EXPECT_EQ(records[2][column("workload")], "normal");
  EXPECT_EQ(records[4][column("workload")], "zeros");
}

TEST(BreakdownCsv, AddsUpToThePoints) {
  const SweepResult result = SyntheticWorkloads();
  const auto records = Parse(BreakdownCsv(result));
  const auto sum_of = [&](const char* name) {
    const auto column = std::ranges::find(records[0], name) - records[0].begin();
    double sum = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
      const std::string& cell = records[i][static_cast<std::size_t>(column)];
      if (!cell.empty()) sum += std::stod(cell);
    }
    return sum;
  };
  double area = 0;
  double energy = 0;
  double glitches = 0;
  for (const PointResult& point : result.points) {
    area += point.cost->area_um2.value_or(0);
    energy += point.cost->energy_fj.value_or(0);
    if (point.cost->energy) glitches += point.cost->energy->glitch_fj;
  }
  ASSERT_GT(glitches, 0);
  EXPECT_NEAR(sum_of("area_um2"), area, 1e-6 * area);
  EXPECT_NEAR(sum_of("energy_fj"), energy, 1e-6 * energy);
  EXPECT_NEAR(sum_of("glitch_fj"), glitches, 1e-6 * glitches);
}

}  // namespace
}  // namespace macroscope
