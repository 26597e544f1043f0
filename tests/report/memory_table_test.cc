#include "sim/report/memory_table.h"

#include <gtest/gtest.h>

#include "sim/report/material.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

// Of 32 elements of 4 bits and a scale of 8: 136 bits.
TEST(MemoryTable, ShowsTheBlocksOfOperands) {
  const SweepResult result = SyntheticLanes();
  const Table table = OperandMemoryTable(MakePivot(result));
  ASSERT_EQ(table.rows.size(), 1u);
  const std::vector<std::string> expected = {"mxfp4",  "32",      "4.25", "136",     "9",
                                             "5.56 %", "64",      "5",    "15.00 %", "128",
                                             "3",      "29.17 %", "256"};
  EXPECT_EQ(table.rows[0], expected);
  EXPECT_EQ(table.columns.size(), expected.size());
}

TEST(MemoryTable, HasARowASizeOfBlocks) {
  SweepResult result = SyntheticLanes();
  result.points.push_back(result.points.back());
  result.points.back().design.block = "16";
  const Table table = OperandMemoryTable(MakePivot(result));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1][1], "16");
  EXPECT_EQ(table.rows[1][2], "4.5");
}

TEST(MemoryTable, IsASectionOfSweepsWithBlocksAlone) {
  const auto has_section = [](const SweepResult& result) {
    const Material material = Gather(result);
    for (const PageSection& section : Sections(material)) {
      if (section.title == "Memory") return true;
    }
    return false;
  };
  EXPECT_TRUE(has_section(SyntheticLanes()));
  EXPECT_FALSE(has_section(SyntheticResult()));
}

}  // namespace
}  // namespace macroscope
