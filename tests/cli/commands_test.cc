// Help, and the verbs that build: what they say, and what they answer slips with.
#include <filesystem>

#include "tests/cli/run_macroscope.h"

namespace macroscope {
namespace {

using HelpTest = CliTest;
using ExplainCommandTest = CliTest;
using CosimCommandTest = CliTest;
using SweepCommandTest = CliTest;

constexpr const char* kDesign = "unit=int_mac operands=int4 accumulator=fixed+4";

TEST_F(HelpTest, TeachesByExample) {
  for (const char* verb :
       {"sweep", "cosim", "eval", "check", "formats", "memory", "explain", "report"}) {
    const Outcome outcome = Run(std::string(verb) + " --help");
    EXPECT_EQ(outcome.exit_code, 0) << verb;
    ExpectContains(outcome.out, "Example");
    ExpectContains(outcome.out, std::string("macroscope ") + verb);
  }
  const Outcome outcome = Run("explain --help");
  for (const char* word :
       {"kulisch_mac", "ties_to_even", "saturate", "wallace", "sklansky", "cuts"}) {
    ExpectContains(outcome.out, word);
  }
  EXPECT_EQ(Run("--help").exit_code, 0);
  ExpectContains(Run("--version").out, "macroscope 0.");
}

TEST_F(HelpTest, UnknownVerbsAndOptions) {
  ExpectError(Run(""), "command line: ");
  ExpectError(Run("swep x.yaml"), "command line: ");
  ExpectError(Run("formats --colour"), "command line: ");
  ExpectContains(Run("formats --colour").err, "see macroscope formats --help");
}

TEST_F(ExplainCommandTest, ShowsStagesRegistersAndCost) {
  const Outcome outcome = Run(std::string("explain cuts=multiply ") + kDesign);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* part :
       {"multiply -|-> ", "integer_multiply", "register after", "accumulator", "latency (cycles)",
        "registers in the loop", ".Cuts(", "gates", "total", "form=mac"}) {
    ExpectContains(outcome.out, part);
  }
  const Outcome operation = Run(std::string("explain form=operation ") + kDesign);
  EXPECT_EQ(operation.exit_code, 0) << operation.err;
  EXPECT_EQ(operation.out.find("-|->"), std::string::npos) << operation.out;
}

TEST_F(ExplainCommandTest, ExplainsEveryDesignOfASweep) {
  Write("s.yaml",
        "title: x\ndesigns: [{unit: int_mac, operands: [int4, uint4]}]\n"
        "technologies: [qualcomm_gates]\n");
  const Outcome outcome = Run("explain s.yaml");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  ExpectContains(outcome.out, "int_mac int4");
  ExpectContains(outcome.out, "int_mac uint4");
}

TEST_F(ExplainCommandTest, ExplainsTheDesignOfAFile) {
  Write("d.yaml", "design: {unit: int_mac, operands: int4, accumulator: fixed+4}\n");
  const Outcome outcome = Run("explain d.yaml");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, Run(std::string("explain ") + kDesign).out);
  ExpectContains(Run("explain d.yaml operands=uint4").out, "int_mac uint4 -> fixed+4");
}

TEST_F(ExplainCommandTest, Slips) {
  ExpectError(Run(std::string("explain --technology osu81 ") + kDesign),
              "command line: --technology: unknown technology 'osu81'; the names are ");
  ExpectError(Run("explain none.yaml"), "none.yaml: cannot be read");
}

TEST_F(CosimCommandTest, AgreesAndWritesWaves) {
  const Outcome outcome = Run(std::string("cosim --cycles 500 --trace w.vcd ") + kDesign);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  ExpectContains(outcome.out, "operations: agree");
  ExpectContains(outcome.out, "all agree");
  ExpectContains(Read("w.vcd"), "$enddefinitions");
}

TEST_F(CosimCommandTest, Slips) {
  Write("d.yaml", "design:\n  unit: int_mac\n  operand: int4\n");
  ExpectError(Run("cosim d.yaml"), "d.yaml:3: operand: unknown key; the keys here are unit,");
  ExpectError(Run(std::string("cosim --cycles 0 ") + kDesign), "command line: --cycles: ");
  ExpectError(Run(std::string("cosim --cycles 9 --trace none/w.vcd ") + kDesign),
              "cannot write none/w.vcd: ");
  Write("s.yaml",
        "title: x\ndesigns: [{unit: int_mac, operands: [int4, uint4]}]\n"
        "technologies: [qualcomm_gates]\n");
  ExpectError(Run("cosim s.yaml --trace w.vcd"), "command line: --trace: 2 designs cannot share");
}

TEST_F(SweepCommandTest, Slips) {
  ExpectError(Run("sweep none.yaml"), "none.yaml: cannot be read: No such file");
  Write("s.yaml", "title: x\ndesigns:\n  - unit: int_mac\n    oprands: int8\n");
  ExpectError(Run("sweep s.yaml"), "s.yaml:4: oprands: unknown key; the keys here are unit,");
  ExpectError(Run("sweep s.yaml -j 0"), "command line: --jobs: ");
  ExpectError(Run("report none"), "");
}

TEST_F(SweepCommandTest, WritesAFolderThatReportReads) {
  Write("s.yaml",
        "title: One small design\n"
        "designs: [{unit: int_mac, operands: int4, accumulator: fixed+4}]\n"
        "technologies: [qualcomm_gates]\n"
        "baseline: {unit: int_mac}\n");
  const Outcome outcome = Run("sweep s.yaml");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  ExpectContains(outcome.out, "results/s/report.html");
  const std::filesystem::path results = folder_.path() / "results" / "s";
  ASSERT_TRUE(std::filesystem::exists(results / "report.html"));
  std::filesystem::remove(results / "report.html");
  const Outcome report = Run("report results/s");
  EXPECT_EQ(report.exit_code, 0) << report.err;
  EXPECT_TRUE(std::filesystem::exists(results / "report.html"));
  EXPECT_EQ(Run("report results/s -o other").exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "other" / "report.html"));
}

}  // namespace
}  // namespace macroscope
