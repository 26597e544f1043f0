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

// QLoRA's 4 + 8/64 + 32/(64 * 256) bits a weight.
TEST_F(MemoryCommandTest, QuantizesScales) {
  const auto rows = nlohmann::json::parse(Run("memory nf4x64 --quantize-scales 256 --json").out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["bits/element"], "4.12695");
  EXPECT_EQ(rows[0]["block bits"], "264");
  EXPECT_EQ(rows[0]["64: transfers"], "5");
  const Outcome all = Run("memory --quantize-scales 256");
  ExpectContains(all.out, "af4x64");
  ExpectContains(all.out, "256 of them share a number of 32 bits");
  EXPECT_EQ(all.out.find("mxfp4"), std::string::npos);
}

TEST_F(MemoryCommandTest, Slips) {
  ExpectError(Run("memory mxfp4 --quantize-scales 256"),
              "command line: --quantize-scales: mxfp4 has scales of 8 bits already");
  ExpectError(Run("memory mxfp5"), "command line: memory: unknown block format 'mxfp5'; there are");
  ExpectContains(Run("memory mxfp5").err, "did you mean 'mxfp4'?");
  ExpectError(Run("memory mx9 --block 31"),
              "command line: --block: block format 'mx9': sub-blocks");
  ExpectError(Run("memory --words 0"), "command line: --words: ");
  ExpectError(Run("memory --csv --json"), "command line: --");
}

}  // namespace
}  // namespace macroscope
