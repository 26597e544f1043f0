#include <nlohmann/json.hpp>

#include "tests/cli/run_macroscope.h"

namespace macroscope {
namespace {

using MemoryCommandTest = CliTest;

TEST_F(MemoryCommandTest, ShowsEveryBlockFormat) {
  const Outcome outcome = Run("memory");
  EXPECT_EQ(outcome.exit_code, 0);
  for (const char* name : {"mxfp4", "nvfp4", "msfp12", "mx9", "vsq4", "flex16_5"}) {
    ExpectContains(outcome.out, name);
  }
  const auto rows = nlohmann::json::parse(Run("memory nvfp4 --json").out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["bits/element"], "4.5");
  EXPECT_EQ(rows[0]["block bits"], "72");
  EXPECT_EQ(rows[0]["32: transfers"], "3");
  EXPECT_EQ(rows[0]["32: lost"], "25.00 %");
  EXPECT_EQ(rows[0]["32: lossless"], "64");
  EXPECT_EQ(LinesOf(Run("memory mxfp4 nvfp4 --block 16,32,64 --words 512 --csv").out), 7);
}

TEST_F(MemoryCommandTest, Slips) {
  ExpectError(Run("memory mxfp5"), "command line: memory: unknown block format 'mxfp5'; there are");
  ExpectContains(Run("memory mxfp5").err, "did you mean 'mxfp4'?");
  ExpectError(Run("memory mx9 --block 31"),
              "command line: --block: block format 'mx9': sub-blocks");
  ExpectError(Run("memory --words 0"), "command line: --words: ");
  ExpectError(Run("memory --csv --json"), "command line: --");
}

}  // namespace
}  // namespace macroscope
