// `check` on streams in TestFloat's line format: fp16 and fp32 multiply-add, add and multiply, in
// the five modes of IEEE 754 and to_odd, results and flags, by law, batch, RTL and reference.
#include <gtest/gtest.h>

#include <bit>
#include <cfenv>
#include <cmath>

#include "tests/cli/run_macroscope.h"
#include "tests/cli/testfloat_stream.h"

namespace macroscope {
namespace {

constexpr int kLines = 10'000;
constexpr std::uint64_t kSeed = 1;

struct Function {
  const char* name;  // TestFloat's.
  const char* unit;
  StreamFormat format;
  StreamOperation operation;
};
void PrintTo(const Function& function, std::ostream* os) { *os << function.name; }

class TestFloat : public CliTest, public testing::WithParamInterface<Function> {
 protected:
  std::string Check(const std::string& engine, const std::string& rounding) const {
    return std::string("check --engine ") + engine + " unit=" + GetParam().unit +
           " operands=" + GetParam().format.name + " accumulator=" + GetParam().format.name +
           " rounding=" + rounding;
  }
};
INSTANTIATE_TEST_SUITE_P(
    Functions, TestFloat,
    testing::Values(Function{"f16_mulAdd", "fp_fma", kStreamFp16, StreamOperation::kMulAdd},
                    Function{"f16_add", "fp_add", kStreamFp16, StreamOperation::kAdd},
                    Function{"f16_mul", "fp_mul", kStreamFp16, StreamOperation::kMul},
                    Function{"f32_mulAdd", "fp_fma", kStreamFp32, StreamOperation::kMulAdd},
                    Function{"f32_add", "fp_add", kStreamFp32, StreamOperation::kAdd},
                    Function{"f32_mul", "fp_mul", kStreamFp32, StreamOperation::kMul}),
    [](const auto& test) { return std::string(test.param.name); });

// Hardware with a rounding port has five modes; to_odd is built in. Software is asked for both.
TEST_P(TestFloat, StreamsHaveNoMismatch) {
  const std::string expected = std::to_string(kLines) + " checked, 0 mismatches\n";
  int lines = 0;
  for (const StreamMode mode : kStreamModes) {
    const std::string stream = Stream(GetParam().format, GetParam().operation, mode, kLines, kSeed);
    const std::string name = RoundingName(mode);
    const auto expect = [&](const std::string& arguments) {
      const Outcome outcome = Run(arguments, stream);
      EXPECT_EQ(outcome.exit_code, 0) << arguments << '\n' << outcome.err;
      EXPECT_EQ(outcome.out, expected) << arguments;
      lines += kLines;
    };
    const bool has_port = mode != StreamMode::kOdd;
    for (const char* engine : {"law", "batch", "reference", "rtl"}) {
      if (!has_port || engine != std::string("rtl")) expect(Check(engine, name));
      if (has_port) expect(Check(engine, "port --mode " + name));
    }
  }
  std::printf("%d lines, seed %d\n", lines, static_cast<int>(kSeed));
}

TEST_P(TestFloat, AWrongResultAndAWrongFlagAreFound) {
  std::string stream =
      Stream(GetParam().format, GetParam().operation, StreamMode::kNearEven, 100, kSeed + 1);
  StreamOperands operands(GetParam().format, GetParam().operation, kSeed + 2);
  std::uint32_t a = 0, b = 0, c = 0;
  StreamResult right;
  do {
    operands.Draw(a, b, c);
    right = StreamEvaluate(GetParam().format, GetParam().operation, StreamMode::kNearEven, a, b, c);
  } while (std::isnan(GetParam().format.Value(right.code)));
  for (const StreamResult wrong :
       {StreamResult{right.code ^ 1, right.flags}, StreamResult{right.code, right.flags ^ 1},
        StreamResult{right.code, right.flags ^ 2}}) {
    stream += StreamLine(GetParam().format, GetParam().operation, a, b, c, wrong);
  }
  for (const char* engine : {"law", "batch", "reference", "rtl"}) {
    const Outcome outcome = Run(Check(engine, "port --mode ties_to_even"), stream);
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    ExpectContains(outcome.out, "stdin:101: ");
    ExpectContains(outcome.out, "stdin:102: ");
    ExpectContains(outcome.out, "103 checked, 3 mismatches\n");
  }
}

// The streams themselves against this processor, where it has the mode.
TEST(TestFloatStream, IsWhatTheProcessorComputes) {
  constexpr std::pair<StreamMode, int> kDirections[] = {{StreamMode::kNearEven, FE_TONEAREST},
                                                        {StreamMode::kMinMag, FE_TOWARDZERO},
                                                        {StreamMode::kMin, FE_DOWNWARD},
                                                        {StreamMode::kMax, FE_UPWARD}};
  constexpr int kCases = 50'000;
  int cases = 0;
  for (const StreamOperation operation :
       {StreamOperation::kMulAdd, StreamOperation::kAdd, StreamOperation::kMul}) {
    for (const auto& [mode, direction] : kDirections) {
      StreamOperands operands(kStreamFp32, operation, kSeed);
      for (int i = 0; i < kCases; ++i, ++cases) {
        std::uint32_t a = 0, b = 0, c = 0;
        operands.Draw(a, b, c);
        const StreamResult result = StreamEvaluate(kStreamFp32, operation, mode, a, b, c);
        volatile float x = std::bit_cast<float>(a), y = std::bit_cast<float>(b);
        volatile float w = std::bit_cast<float>(c), z = 0;
        std::fesetround(direction);
        std::feclearexcept(FE_ALL_EXCEPT);
        if (operation == StreamOperation::kMulAdd) {
          z = std::fma(x, y, w);
        } else if (operation == StreamOperation::kAdd) {
          z = x + y;
        } else {
          z = x * y;
        }
        const int raised = std::fetestexcept(FE_ALL_EXCEPT);
        std::fesetround(FE_TONEAREST);
        const float host = z;
        if (std::isnan(host)) {
          ASSERT_TRUE(std::isnan(std::bit_cast<float>(result.code)));
        } else {
          ASSERT_EQ(std::bit_cast<std::uint32_t>(host), result.code)
              << std::hex << a << ' ' << b << ' ' << c << ' ' << RoundingName(mode);
        }
        // What 0 * infinity + NaN raises, processors do not agree on.
        if (operation == StreamOperation::kMulAdd && std::isnan(std::bit_cast<float>(c))) continue;
        const int flags = (raised & FE_INEXACT ? 1 : 0) | (raised & FE_UNDERFLOW ? 2 : 0) |
                          (raised & FE_OVERFLOW ? 4 : 0) | (raised & FE_INVALID ? 16 : 0);
        ASSERT_EQ(flags, result.flags)
            << std::hex << a << ' ' << b << ' ' << c << ' ' << RoundingName(mode);
      }
    }
  }
  std::printf("%d operations, seed %d\n", cases, static_cast<int>(kSeed));
}

}  // namespace
}  // namespace macroscope
