// eval and check: operands and results through pipes.
#include "tests/cli/run_macroscope.h"

namespace macroscope {
namespace {

constexpr const char* kFp16 = "unit=fp_fma operands=fp16 accumulator=fp16";

using EvalCommandTest = CliTest;
using CheckCommandTest = CliTest;

TEST_F(EvalCommandTest, ComputesLineByLine) {
  const std::string input = "3e00 4000 3400\n\n# a comment\n0x7BFF 7bff\t0\r\n";
  for (const char* engine : {"", "--engine law ", "--engine reference "}) {
    const Outcome outcome = Run("eval " + std::string(engine) + kFp16, input);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "3e00 4000 3400 4280 00\n7bff 7bff 0000 7c00 05\n");
  }
  EXPECT_EQ(Run(std::string("eval flags=off ") + kFp16, input).out,
            "3e00 4000 3400 4280 -\n7bff 7bff 0000 7c00 -\n");
}

TEST_F(EvalCommandTest, TakesAsManyOperandsAsTheUnitHas) {
  EXPECT_EQ(Run("eval unit=fp_add operands=fp16", "3c00 3c00\n").out, "3c00 3c00 4000 00\n");
  EXPECT_EQ(Run("eval unit=convert operands=fp32 accumulator=fp16", "3f800000\n").out,
            "3f800000 3c00 00\n");
  ExpectError(Run("eval unit=fp_add operands=fp16", "3c00 3c00 3c00\n"),
              "stdin:1: '3c00' is one too many; expected a b");
}

TEST_F(EvalCommandTest, TakesTheModeFromTheLineOrTheOption) {
  const std::string eval = "eval unit=fp_add operands=fp16 rounding=port";
  EXPECT_EQ(Run(eval, "3c00 1 2\n3c00 1 3\n").out, "3c00 0001 2 3c00 01\n3c00 0001 3 3c01 01\n");
  EXPECT_EQ(Run(eval + " --mode toward_positive", "3c00 1\n").out, "3c00 0001 3 3c01 01\n");
  ExpectError(Run(eval, "3c00 1 5\n"), "stdin:1: r: 5 is no rounding mode; expected 0 to 4");
  ExpectError(Run(eval + " --mode to_odd", "3c00 1\n"), "command line: --mode: unknown mode");
  ExpectError(Run("eval unit=fp_add operands=fp16 --mode toward_zero", "3c00 1\n"),
              "command line: --mode: the design rounds ties_to_even");
}

TEST_F(EvalCommandTest, TakesWideAccumulators) {
  const Outcome outcome =
      Run("eval unit=kulisch_mac operands=fp16 accumulator=fixed+12", "0 0 1\n");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("0000 0000 0000")) << outcome.out;
}

TEST_F(EvalCommandTest, TakesTheDesignOfAFile) {
  Write("d.yaml", "design: {unit: fp_fma, operands: fp16, accumulator: fp16}\n");
  EXPECT_EQ(Run("eval d.yaml", "7bff 7bff 0000\n").out, "7bff 7bff 0000 7c00 05\n");
  EXPECT_EQ(Run("eval d.yaml overflow=saturate", "7bff 7bff 0000\n").out,
            "7bff 7bff 0000 7bff 05\n");
  EXPECT_EQ(Run("check d.yaml", "7bff 7bff 0 7c00\n").exit_code, 0);
  Write("s.yaml", "title: t\ndesigns: [{unit: fp_fma, operands: fp16}]\n");
  ExpectError(Run("eval s.yaml"),
              "s.yaml:1: title: unknown key; the keys here are formats, design");
}

TEST_F(EvalCommandTest, AnswersALastLineWithoutEnd) {
  EXPECT_EQ(Run("eval unit=int_mac operands=int8 accumulator=int32", "02 03 1").out,
            "02 03 00000001 00000007 -\n");
}

TEST_F(EvalCommandTest, NamesMalformedLines) {
  const std::string eval = std::string("eval ") + kFp16;
  const Outcome outcome = Run(eval, "3e00 4000 3400\n3e00 xyz 0\n0 0 0\n");
  ExpectError(outcome, "stdin:2: b: 'xyz' is no hexadecimal number of at most 16 bits; expected");
  EXPECT_EQ(outcome.out, "3e00 4000 3400 4280 00\n");  // What came before is answered.
  ExpectError(Run(eval, "1 2\n"), "stdin:1: c: missing; expected a b c");
  ExpectError(Run(eval, "1 2 3 4\n"), "stdin:1: '4' is one too many; expected a b c");
  ExpectError(Run(eval, "10000 2 3\n"), "stdin:1: a: '10000' is no hexadecimal number of at most");
  ExpectError(Run(eval, "0x 2 3\n"), "stdin:1: a: '0x' is no");
}

TEST_F(EvalCommandTest, NamesSlipsOnTheCommandLine) {
  ExpectError(Run("eval unit=fp_fma oprands=fp16"), "command line: oprands: unknown key;");
  ExpectError(Run("eval unit=fp_fma"), "command line: operands: missing");
  ExpectError(Run("eval"), "command line: ");
  ExpectError(Run(std::string("eval --engine laws ") + kFp16), "command line: --engine: ");
  ExpectError(Run(std::string("eval form=mac ") + kFp16), "command line: form: eval computes");
  ExpectError(Run("eval unit=int_mac operands=int8 accumulator=int8"),
              "command line: accumulator: ");
}

TEST_F(CheckCommandTest, AcceptsWhatAgrees) {
  const Outcome outcome = Run(std::string("check ") + kFp16, "3E00 4000 3400 4280\n0 0 0 0 00\n");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "2 checked, 0 mismatches\n");
}

TEST_F(CheckCommandTest, ShowsWhatDiffers) {
  const Outcome outcome =
      Run(std::string("check ") + kFp16, "0 0 0 0\n3e00 4000 3400 4241\n3e00 4000 3400 4242\n");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out,
            "stdin:2: a 3e00, b 4000, c 3400: z 4241 in the line, 4280 flags 00 by batch\n"
            "stdin:3: a 3e00, b 4000, c 3400: z 4242 in the line, 4280 flags 00 by batch\n"
            "3 checked, 2 mismatches\n");
}

TEST_F(CheckCommandTest, ShowsOnlyTheFirstFew) {
  std::string input;
  for (int i = 0; i < 1000; ++i) input += "0 0 0 1\n";
  const Outcome outcome = Run(std::string("check ") + kFp16, input);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(LinesOf(outcome.out), 11);
  ExpectContains(outcome.out, "1000 checked, 1000 mismatches\n");
}

TEST_F(CheckCommandTest, NothingToCheckIsAFailure) {
  const Outcome outcome = Run(std::string("check ") + kFp16, "# nothing\n");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "0 checked, 0 mismatches\n");
}

TEST_F(CheckCommandTest, ComparesFlagsWhereBothHaveThem) {
  const std::string line = "7bff 7bff 0 7c00 01\n";
  const std::string check = std::string("check ") + kFp16;
  EXPECT_EQ(Run(check + " flags=off", line).exit_code, 0);
  const Outcome outcome = Run(check + " -e reference", line);
  EXPECT_EQ(outcome.exit_code, 1);
  ExpectContains(outcome.out, "z 7c00 flags 01 in the line, 7c00 flags 05 by reference");
  EXPECT_EQ(Run(check + " -e reference", "7bff 7bff 0 7c00 05\n").exit_code, 0);
  EXPECT_EQ(Run(check + " -e reference", "7bff 7bff 0 7c00\n").exit_code, 0);
  EXPECT_EQ(Run(check + " -e reference", "7bff 7bff 0 7c00 -\n").exit_code, 0);
}

TEST_F(CheckCommandTest, AnyNanIsANanUnlessExactIsAskedFor) {
  const std::string check = std::string("check ") + kFp16;
  const std::string line = "7e00 0 0 ffff\n";  // The canonical NaN is 7e00.
  EXPECT_EQ(Run(check, line).exit_code, 0);
  EXPECT_EQ(Run(check + " --nan exact", line).exit_code, 1);
  EXPECT_EQ(Run(check + " --nan exact", "7e00 0 0 7e00\n").exit_code, 0);
  EXPECT_EQ(Run(check, "7e00 0 0 7c00\n").exit_code, 1);  // Infinity is none.
  ExpectError(Run(check + " --nan some", line), "command line: --nan: ");
}

TEST_F(CheckCommandTest, NamesMalformedLines) {
  const std::string check = std::string("check ") + kFp16;
  ExpectError(Run(check, "0 0 0 0\n0 0 0\n"), "stdin:2: z: missing; expected a b c z [flags]");
  ExpectError(Run(check, "0 0 0 0 0 0\n"), "stdin:1: '0' is one too many");
  ExpectError(Run(check, "0 0 0 0 fff\n"), "stdin:1: flags: 'fff' is no hexadecimal number of 8");
}

TEST_F(CheckCommandTest, StreamsWhatEvalWrites) {
  constexpr int kLines = 200'000;
  std::string input;
  std::uint64_t state = 1;
  for (int i = 0; i < kLines; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    char line[32];
    std::snprintf(line, sizeof line, "%04x %04x %04x\n", static_cast<unsigned>(state >> 48),
                  static_cast<unsigned>(state >> 32 & 0xffff),
                  static_cast<unsigned>(state >> 16 & 0xffff));
    input += line;
  }
  Write("operands", input);
  const Outcome outcome = Run(std::string("eval ") + kFp16 + " < operands | " + MACROSCOPE_BINARY +
                              " check -e reference --nan exact " + kFp16 + " > result; cat result");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(Read("result"), std::to_string(kLines) + " checked, 0 mismatches\n") << outcome.err;
}

}  // namespace
}  // namespace macroscope
