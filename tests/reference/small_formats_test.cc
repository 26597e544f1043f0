// a*b + c of small formats, where a double holds the exact sum, against rounding by looking.
#include <gtest/gtest.h>

#include <random>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"
#include "tests/reference/value_table.h"

namespace macroscope {
namespace {

constexpr int kSeed = 1;

struct Case {
  const char* operands;
  const char* accumulator;

  friend std::ostream& operator<<(std::ostream& os, const Case& c) {
    return os << c.operands << " -> " << c.accumulator;
  }
};

// Every accumulator's quantum and range lie within 53 bits of the product's.
constexpr Case kCases[] = {
    {"fp8_e4m3", "fp8_e4m3"}, {"fp8_e4m3fnuz", "fp8_e4m3fnuz"}, {"fp8_e3m4", "fp8_e3m4"},
    {"fp8_e2m5", "fp8_e4m3"}, {"p3109_k8p4se", "p3109_k8p4se"}, {"fp8_e4m3ieee", "fp8_e4m3ieee"},
    {"fp6_e3m2", "fp6_e3m2"}, {"fp4_e2m1", "fp4_e2m1"},         {"fp6_e2m3,int4", "fp8_e5m2"},
    {"int8", "fp16"},         {"smag8,uint4", "fp8_e4m3"},      {"fp4_e2m1,fp8_e4m3", "fp16"}};

// The value that a special or zero operand gives, or NaN; doubles follow IEEE 754 as we do.
double Value(const Format& format, std::uint64_t code) {
  const Decoded value = Decode(format, code);
  if (value.number_class == NumberClass::kNan) return std::nan("");
  if (value.number_class == NumberClass::kInfinity) return value.negative ? -HUGE_VAL : HUGE_VAL;
  return ToDouble(value);
}

class SmallFormats : public testing::TestWithParam<Case> {};

TEST_P(SmallFormats, RoundTheExactSumOnce) {
  std::mt19937_64 random(kSeed);
  int cases = 0;
  for (const Rounding rounding : kDeterministic) {
    const Design design = MakeDesign("fp_fma", GetParam().operands, GetParam().accumulator,
                                     std::string(Name(rounding)));
    const Format& z_format = design.accumulator.format;
    const ValueTable table(z_format);
    Reference reference(design);
    const std::uint64_t positive = design.overflow == Overflow::kInfinity ? z_format.infinity(false)
                                   : design.overflow == Overflow::kNan    ? z_format.canonical_nan()
                                                                          : z_format.max_finite();
    const std::uint64_t negative = design.overflow == Overflow::kInfinity ? z_format.infinity(true)
                                   : design.overflow == Overflow::kNan    ? z_format.canonical_nan()
                                                                          : z_format.min_finite();
    const int repeats = design.a.width_bits() + design.b.width_bits() > 12 ? 2 : 50;
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        for (int i = 0; i < repeats; ++i, ++cases) {
          const std::uint64_t c = random() & z_format.code_mask();
          const double exact = Value(design.a, a) * Value(design.b, b) + Value(z_format, c);
          std::uint64_t expected = 0;
          if (std::isnan(exact)) {
            expected = z_format.canonical_nan();
          } else if (std::isinf(exact)) {
            expected = exact > 0 ? positive : negative;
          } else if (exact == 0) {
            // A sum of zeros of unlike signs, or an exact cancellation, has the direction's sign.
            const double product = Value(design.a, a) * Value(design.b, b);
            const bool minus =
                std::signbit(exact) || (rounding == Rounding::kTowardNegative &&
                                        std::signbit(product) != std::signbit(Value(z_format, c)));
            expected = minus && z_format.has_negative_zero() ? z_format.sign_mask() : 0;
          } else {
            expected = table.Round(exact, rounding, positive, negative);
          }
          ASSERT_EQ(reference.Operate({a, b, c}).low(), expected)
              << std::hex << a << ' ' << b << ' ' << c << ' ' << Name(rounding);
        }
      }
    }
  }
  std::printf("%d operations, all pairs, seed %d\n", cases, kSeed);
  EXPECT_GT(cases, 10'000);
}

INSTANTIATE_TEST_SUITE_P(Pairs, SmallFormats, testing::ValuesIn(kCases), [](const auto& instance) {
  std::string name = std::string(instance.param.operands) + "_to_" + instance.param.accumulator;
  std::ranges::replace(name, ',', '_');
  return name;
});

}  // namespace
}  // namespace macroscope
