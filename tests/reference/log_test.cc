// Arithmetic of logarithms against long double, which decides all but the nearest of calls, and
// against worked values.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <optional>
#include <random>

#include "models/reference/log_operation.h"
#include "tests/formats/expect_message.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

Format Find(const std::string& name) { return Catalogue().FindAlternative(name); }

Format ThirdsOfAnOctave() {
  Format format = Find("lns8_3");
  format.name = "thirds";
  format.log = {.logarithm_bits = 6, .steps_per_octave = 3, .bias = 32, .zero = LogZero::kFlag};
  return format;
}

long double Value(const Format& format, std::uint64_t code) {
  const LogNumber number = DecodeLog(format, code);
  if (number.number_class == NumberClass::kZero) return 0;
  const long double magnitude =
      std::exp2(static_cast<long double>(number.steps) / number.steps_per_octave);
  return number.negative ? -magnitude : magnitude;
}

// The code of x, by its definition; near calls are counted, and give no code.
class Expected {
 public:
  Expected(Format format, LogUnderflow underflow)
      : format_(std::move(format)), underflow_(underflow) {}

  std::optional<std::uint64_t> Code(long double x) {
    const LogLayout& log = format_.log;
    const bool has_zero = log.zero != LogZero::kNone;
    const std::uint64_t zero = has_zero ? format_.zero_code() : log.Field(log.least_steps());
    if (x == 0) return zero;
    const long double steps = std::log2(std::fabs(x)) * log.steps_per_octave;
    const long double nearest = std::floor(steps + 0.5L);
    if (std::fabs(std::fabs(steps - nearest) - 0.5L) < 1e-12L) {
      ++near_calls;
      return std::nullopt;
    }
    auto whole = static_cast<std::int64_t>(nearest);
    if (whole < log.least_steps()) {
      if (has_zero && underflow_ == LogUnderflow::kZero) return zero;
      whole = log.least_steps();
    }
    if (whole > log.greatest_steps()) whole = log.greatest_steps();
    return log.Field(whole) | (x < 0 ? format_.sign_mask() : 0);
  }

  int near_calls = 0;

 private:
  Format format_;
  LogUnderflow underflow_;
};

class EveryPair : public testing::TestWithParam<const char*> {};

TEST_P(EveryPair, IsTheNearestLogarithm) {
  const std::string name = GetParam();
  const Format format = name == "thirds" ? ThirdsOfAnOctave() : Find(name);
  int cases = 0;
  for (const LogUnderflow underflow : {LogUnderflow::kLeast, LogUnderflow::kZero}) {
    LogOperation operation(format, format, format, underflow);
    Expected expected(format, underflow);
    for (std::uint64_t a = 0; a <= format.code_mask(); ++a) {
      const long double x = Value(format, a);
      for (std::uint64_t b = 0; b <= format.code_mask(); ++b) {
        const long double y = Value(format, b);
        const auto expect = [&](std::uint64_t code, long double exact, const char* what) {
          const auto wanted = expected.Code(exact);
          if (wanted) ASSERT_EQ(code, *wanted) << what << ' ' << a << ' ' << b;
          ++cases;
        };
        // Equal magnitudes cancel exactly, whatever long double makes of them.
        expect(operation.Add(a, b), x == -y ? 0 : x + y, "add");
        expect(operation.Subtract(a, b), x == y ? 0 : x - y, "subtract");
        expect(operation.Multiply(a, b), x * y, "multiply");
        if (y != 0) expect(operation.Divide(a, b), x / y, "divide");
        if (HasFatalFailure()) return;
      }
    }
    EXPECT_EQ(expected.near_calls, 0);
  }
  std::printf("%d operations\n", cases);
  EXPECT_GT(cases, 100'000);
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryPair,
                         testing::Values("lns8_3", "lns8_madam", "lns7_2", "thirds"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST(LogOperation, WideFormatsAreTheNearestLogarithm) {
  std::mt19937_64 random(3);
  int cases = 0;
  for (const char* name : {"lns12_6", "lns16_10"}) {
    const Format format = Find(name);
    LogOperation operation(format, format, format, LogUnderflow::kZero);
    Expected expected(format, LogUnderflow::kZero);
    for (int i = 0; i < 20'000; ++i, ++cases) {
      const std::uint64_t a = random() & format.code_mask();
      // Half of them near each other, where differences cancel.
      const std::uint64_t b = (i % 2 == 0 ? random() : a + random() % 64) & format.code_mask();
      const long double x = Value(format, a), y = Value(format, b);
      if (const auto sum = expected.Code(x == -y ? 0 : x + y)) ASSERT_EQ(operation.Add(a, b), *sum);
      if (const auto difference = expected.Code(x == y ? 0 : x - y)) {
        ASSERT_EQ(operation.Subtract(a, b), *difference) << name << ' ' << a << ' ' << b;
      }
    }
    EXPECT_LT(expected.near_calls, 3);
  }
  EXPECT_EQ(cases, 40'000);
}

// Numbers between two logarithms, told from each other in the last bit of a double.
TEST(LogOperation, DecidesTheNearestOfCalls) {
  const Format format = Find("lns8_3");
  const Format fp64 = Catalogue().Find("fp64");
  LogOperation operation(format, format, format, LogUnderflow::kLeast);
  int cases = 0;
  for (int t = 0; t < 32; ++t) {
    const long double middle = std::exp2((t + 0.5L) / 8);
    const auto below = std::bit_cast<std::uint64_t>(std::nextafter(
        static_cast<double>(middle), static_cast<double>(middle) > middle ? 0 : 1e9));
    const auto nearest = std::bit_cast<std::uint64_t>(static_cast<double>(middle));
    const std::uint64_t low = std::min(below, nearest), high = std::max(below, nearest);
    EXPECT_EQ(operation.FromLinear(fp64, low), 64U + t);
    EXPECT_EQ(operation.FromLinear(fp64, high), 64U + t + 1);
    cases += 2;
  }
  EXPECT_EQ(cases, 64);
}

TEST(LogOperation, GoesToLinearFormatsAndBack) {
  const Catalogue catalogue;
  int cases = 0;
  for (const char* name : {"lns8_3", "lns12_6", "lns8_madam"}) {
    const Format format = Find(name);
    LogOperation operation(format, format, format, LogUnderflow::kLeast);
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
      const bool is_zero = DecodeLog(format, code).number_class == NumberClass::kZero;
      const auto x = static_cast<double>(Value(format, code));
      for (const Format& to : {catalogue.Find("fp32"), catalogue.Find("fp8_e4m3"),
                               catalogue.Find("q7.8"), catalogue.FindAlternative("posit16_2")}) {
        const RoundingChoice choice{.overflow = Overflow::kSaturate};
        const std::uint64_t linear = LogToLinear(format, code, to, choice).code;
        ASSERT_EQ(linear, Quantize(x, to, Rounding::kTiesToEven, Overflow::kSaturate).code)
            << name << ' ' << code << ' ' << to.name;
        ++cases;
        if (to.name != "fp32" || std::fabs(std::log2(std::fabs(x))) > 100) continue;
        const std::uint64_t back = is_zero ? format.zero_code() : code;
        ASSERT_EQ(operation.FromLinear(to, linear), back) << name << ' ' << code;
      }
    }
  }
  EXPECT_EQ(cases, (256 + 4096 + 256) * 4);
}

TEST(LogOperation, WithoutZeroTheLeastStandsIn) {
  const Format madam = Find("lns8_madam");
  const Format fp32 = Catalogue().Find("fp32");
  LogOperation operation(madam, madam, madam, LogUnderflow::kZero);
  EXPECT_EQ(operation.FromLinear(fp32, 0), 0U);
  EXPECT_EQ(operation.Subtract(0x25, 0x25), 0U);
  EXPECT_EQ(operation.FromLinear(fp32, 0xBE80'0000), 0x80U);  // -0.25: the least, negative.
  EXPECT_EQ(operation.FromLinear(fp32, 0x7F80'0000), 0x7FU);
  EXPECT_EQ(operation.FromLinear(fp32, 0x7FC0'0000), 0U);
  Format positive = Find("lns8_3");
  positive.has_sign = false;
  LogOperation without_sign(madam, madam, positive, LogUnderflow::kLeast);
  EXPECT_EQ(without_sign.FromLinear(fp32, 0xBE80'0000), 0U);
  LogOperation divides(positive, positive, positive, LogUnderflow::kLeast);
  EXPECT_EQ(divides.Divide(0x40, 0), 0x7FU);
  EXPECT_EQ(divides.Divide(0, 0), 0U);
}

TEST(LogOperation, RefusesOtherFormats) {
  const Format format = Find("lns8_3");
  ExpectInvalid([&] { LogOperation(format, Find("elma8_1"), format, LogUnderflow::kZero); },
                {"takes logarithmic formats, not 'elma8_1'"});
  ExpectInvalid([&] { Quantize(1.0, format, Rounding::kTiesToEven, Overflow::kSaturate); },
                {"'lns8_3' is of family logarithmic", "LogOperation"});
  LogOperation operation(format, format, format, LogUnderflow::kZero);
  const std::uint64_t one[] = {0x40};
  ExpectInvalid([&] { operation.Dot(one, {}); }, {"counts differ"});
}

}  // namespace
}  // namespace macroscope
