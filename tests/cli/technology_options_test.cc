// --technology and --liberty, wherever something is built in a technology.
#include <cstdlib>
#include <filesystem>

#include "tests/cli/run_macroscope.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr const char* kDesign = "unit=int_mac operands=int3 accumulator=fixed+1";
const std::string kEval = std::string("eval -e netlist ") + kDesign;

class TechnologyOptionsTest : public CliTest {
 protected:
  void SetUp() override { unsetenv("MACROSCOPE_LIBERTY"); }
  bool HasLibrary() const { return std::filesystem::exists(kOsu018); }
  // A technology of the Debian library, as a user would write it.
  void WriteTechnology(const std::string& name, const std::string& more) const {
    Write(name + ".yaml",
          "name: " + name + "\nmodel: synthesis\nliberty: " + kOsu018 + "\n" + more);
  }
};

TEST_F(TechnologyOptionsTest, HelpNamesThem) {
  for (const char* verb : {"sweep", "explain", "eval", "check"}) {
    const Outcome outcome = Run(std::string(verb) + " --help");
    ExpectContains(outcome.out, "--technology NAME|FILE.yaml");
    ExpectContains(outcome.out, "--liberty FILE");
    ExpectContains(outcome.out, "asap7, osu018, osu035, osu050, qualcomm_gates, sky130hd");
  }
}

// 3 * 2 + 1 and -4 * -4 + 0, by gates of the library as it is, of a technology of one's own, and of
// the default.
TEST_F(TechnologyOptionsTest, TheNetlistEngineIsBuiltInTheOneNamed) {
  if (!HasLibrary()) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  WriteTechnology("mine", "dont_use: [X*OR2X1, MUX2X1]\nrecipe: [speed]\n");
  int answered = 0;
  for (const std::string& option :
       {std::string("--liberty ") + kOsu018, std::string("-t mine.yaml"),
        std::string("--technology osu018"), std::string()}) {
    const Outcome outcome = Run(kEval + " " + option, "3 2 1\n4 4 0\n");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "3 2 01 07 -\n4 4 00 10 -\n") << option;
    ++answered;
  }
  EXPECT_EQ(answered, 4);
  const Outcome check =
      Run(std::string("check -e netlist -t mine.yaml ") + kDesign, "3 2 1 7\n4 4 0 11\n");
  EXPECT_EQ(check.exit_code, 1);
  ExpectContains(check.out, "2 checked, 1 mismatches");
}

TEST_F(TechnologyOptionsTest, ExplainCostsInEachOfThem) {
  if (!HasLibrary()) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  WriteTechnology("mine", "clock_period_ps: 20000\n");
  const Outcome outcome =
      Run(std::string("explain -t mine.yaml --liberty ") + kOsu018 + " " + kDesign);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* title : {"Cost: qualcomm_gates (", "Cost: mine (", "Cost: osu018_stdcells ("}) {
    ExpectContains(outcome.out, title);
  }
}

// What the file names is not looked for: its libraries need not be there.
TEST_F(TechnologyOptionsTest, ASweepTakesThemInPlaceOfTheFiles) {
  Write("s.yaml",
        "title: x\ndesigns: [{unit: int_mac, operands: int3, accumulator: fixed+1}]\n"
        "technologies: [./none.yaml]\nbaseline: {unit: int_mac}\n");
  ExpectError(Run("sweep s.yaml"), "s.yaml:3: technologies: unknown technology './none.yaml'");
  ExpectError(Run("sweep s.yaml -t osu81"),
              "command line: --technology: unknown technology 'osu81'; the names are ");
  const Outcome outcome = Run("sweep s.yaml -t qualcomm_gates");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  ExpectContains(outcome.out, "qualcomm_gates");
  EXPECT_EQ(Run("explain s.yaml").exit_code, 0);
}

TEST_F(TechnologyOptionsTest, Slips) {
  WriteTechnology("mine", "");
  Write("cut.lib", "library (cut) {\n  cell (INV) {\n    area : 1;\n");
  Write("bare.lib", "library (bare) {\n}\n");
  ExpectError(Run(std::string("eval ") + kDesign + " -t osu018"),
              "command line: --technology: the engine batch is built in no technology; expected ");
  ExpectError(Run(std::string("eval ") + kDesign + " --liberty cut.lib"),
              "command line: --liberty: the engine batch is built in no technology; expected ");
  ExpectError(
      Run(kEval + " -t qualcomm_gates"),
      "command line: --technology: 'qualcomm_gates' counts gates and has no cells; expected");
  ExpectError(Run(kEval + " --liberty none.lib"),
              "command line: --liberty: 'none.lib' cannot be read; expected the path of a Liberty");
  ExpectError(Run(kEval + " --liberty cut.lib"), (folder_.path() / "cut.lib:4: ").string() +
                                                     "the file ends inside `cell (INV)` of line 2");
  ExpectError(Run(kEval + " --liberty bare.lib"),
              (folder_.path() / "bare.lib:1: ").string() + "library `bare` has no cells; ");
  ExpectError(Run(kEval + " --liberty cut.lib --liberty bare.lib"),
              "command line: --liberty: 2 technologies are named; expected one");
  ExpectError(Run(kEval + " --liberty cut.lib --liberty cut.lib"),
              "command line: --liberty: the technology 'cut' is named already; expected each once");
  ExpectError(Run(std::string("explain ") + kDesign + " -t none.yaml"),
              "command line: --technology: unknown technology 'none.yaml'; the names are ");
  const Outcome asap7 = Run(std::string("explain ") + kDesign + " -t asap7");
  EXPECT_EQ(asap7.exit_code, 2);
  ExpectContains(asap7.err, "asap7.yaml:");
  ExpectContains(asap7.err, "environment variable MACROSCOPE_LIBERTY, which is not set");
}

}  // namespace
}  // namespace macroscope
