// What a sweep says on the terminal; and what a report must not keep to itself.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/report/material.h"
#include "sim/report/report.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

std::size_t WidestLine(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    if (!text.substr(begin).starts_with("CLOCK")) widest = std::max(widest, end - begin);
    begin = end + 1;
  }
  return widest;
}

TEST(Terminal, FitsAHundredColumnsAndShowsFailures) {
  const std::string text = TerminalTable(SyntheticResult());
  EXPECT_LE(WidestLine(text), 100u) << text;
  EXPECT_LE(WidestLine(TerminalTable(SyntheticWorkloads())), 100u);
  EXPECT_LE(WidestLine(TerminalTable(SyntheticClocks())), 100u);
  EXPECT_LE(WidestLine(TerminalTable(SyntheticLanes())), 100u);
  EXPECT_EQ(std::ranges::count(text, '\n'), 3 + 15 + 2);
  EXPECT_NE(text.find("Checks: 4 a design, all green."), std::string::npos) << text;
  EXPECT_EQ(text.find("FAILED"), std::string::npos);
  const std::string failed = TerminalTable(SyntheticResultWithFailures());
  EXPECT_NE(failed.find("Checks: 13 of 15 rows green"), std::string::npos) << failed;
  EXPECT_NE(failed.find("FAILED fp_fma fp8_e2m5 -> fp16"), std::string::npos) << failed;
  EXPECT_NE(failed.find("yosys failed with exit code 1"), std::string::npos) << failed;
}

// What all designs have in common is said once; what tells them apart has a column.
TEST(Terminal, ShowsTheKeysThatDiffer) {
  SweepResult result = SyntheticResult();
  result.points.erase(result.points.begin() + 4, result.points.end());
  for (std::size_t i = 0; i < 4; ++i) {
    result.points[i].design = result.points[0].design;
    result.points[i].design.adder = i < 2 ? "operator" : "sklansky";
  }
  const std::string text = TerminalTable(result);
  EXPECT_TRUE(text.starts_with("All designs: int_mac, int8, fixed+12\n\n")) << text;
  EXPECT_NE(text.find("\nadder "), std::string::npos) << text;
  EXPECT_NE(text.find("\nsklansky "), std::string::npos) << text;
  EXPECT_EQ(text.find("multiplier"), std::string::npos) << text;
}

// A clock that is not met is said first in the summary, in the table, in the notes, on the
// terminal.
TEST(Report, ShoutsAboutClocksThatAreNotMet) {
  const SweepResult result = SyntheticClocks();
  const Material material = Gather(result);
  EXPECT_TRUE(Summary(material).starts_with("CLOCK NOT MET on osu018 by 10 designs. "))
      << Summary(material);
  const std::string markdown = ToMarkdown(material, Sections(material));
  EXPECT_NE(markdown.find("| 8,000 | -2,395 NOT MET | speed |"), std::string::npos);
  EXPECT_NE(markdown.find("- osu018: fp_fma int8 -> fp16, fp_fma int8 -> fp32, "),
            std::string::npos);
  EXPECT_NE(markdown.find(": THE CLOCK IS NOT MET\n"), std::string::npos);
  const std::string text = TerminalTable(result);
  EXPECT_NE(text.find("10,395!"), std::string::npos) << text;
  EXPECT_NE(text.find("\nCLOCK NOT MET: fp_fma int8 -> fp32 on osu018 by 2,395 ps"),
            std::string::npos)
      << text;
}

// Cells of a few nanometres have areas of a few µm².
TEST(Terminal, ShowsSmallAreasWithADigitMore) {
  const std::string text = TerminalTable(SyntheticClocks());
  EXPECT_NE(text.find("  60.6  1.00x"), std::string::npos) << text;
  EXPECT_NE(text.find("  30,295  1.00x"), std::string::npos) << text;
}

TEST(Report, EveryCaptionSaysHowItWasMade) {
  const SweepResult result = SyntheticWorkloads();
  const Material material = Gather(result);
  int captions = 0;
  for (const PageSection& section : Sections(material)) {
    for (const Table& table : section.tables) {
      EXPECT_TRUE(table.caption.ends_with("Made by: " + result.command)) << table.id;
      ++captions;
    }
    for (const PageChart& chart : section.charts) {
      EXPECT_TRUE(chart.caption.ends_with("Made by: " + result.command)) << chart.id;
      ++captions;
    }
  }
  EXPECT_GT(captions, 10);
}

}  // namespace
}  // namespace macroscope
