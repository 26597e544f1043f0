// Against the C library's fused multiply-add: values and flags, in the four directions that the
// processor has.
#include <gtest/gtest.h>

#include <bit>
#include <cfenv>
#include <cmath>
#include <random>

#include "models/formats/decode.h"
#include "models/reference/reference.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

constexpr int kSeed = 1;

template <typename Float, typename Code>
class Comparison {
 public:
  explicit Comparison(const char* format) : format_(format) { row_ = Catalogue().Find(format); }

  // Compares `cases` random operations.
  void Run(const char* rounding, int direction, int cases) {
    Reference reference(MakeDesign("fp_fma", format_, format_, rounding));
    int with_flags = 0;
    for (int i = 0; i < cases; ++i) {
      const Code a = Random(), b = Random();
      const Code c = random_() % 4 == 0 ? NearMinusProduct(a, b) : Random();
      std::uint8_t flags = 0;
      const Code z = static_cast<Code>(reference.Operate({a, b, c}, &flags).low());
      std::fesetround(direction);
      std::feclearexcept(FE_ALL_EXCEPT);
      volatile Float x = std::bit_cast<Float>(a), y = std::bit_cast<Float>(b);
      volatile Float w = std::bit_cast<Float>(c);
      volatile Float sum = std::fma(x, y, w);
      const int raised = std::fetestexcept(FE_ALL_EXCEPT);
      std::fesetround(FE_TONEAREST);
      const Float expected = sum;
      if (std::isnan(expected)) {
        ASSERT_EQ(z, row_.canonical_nan()) << std::hex << a << ' ' << b << ' ' << c;
      } else {
        ASSERT_EQ(z, std::bit_cast<Code>(expected)) << std::hex << a << ' ' << b << ' ' << c;
      }
      // What 0 * infinity + NaN raises, processors do not agree on.
      if (std::isnan(std::bit_cast<Float>(c))) continue;
      ASSERT_EQ(flags, ExpectedFlags(raised)) << std::hex << a << ' ' << b << ' ' << c;
      ++with_flags;
    }
    std::printf("%d operations, %d with flags, seed %d, %s\n", cases, with_flags, kSeed, rounding);
    ASSERT_GT(with_flags, cases / 2);
  }

 private:
  static int ExpectedFlags(int raised) {
    return (raised & FE_INEXACT ? Flags::kInexact : 0) |
           (raised & FE_UNDERFLOW ? Flags::kUnderflow : 0) |
           (raised & FE_OVERFLOW ? Flags::kOverflow : 0) |
           (raised & FE_INVALID ? Flags::kInvalid : 0);
  }

  // Any code; or an exponent near the ends or the middle, with a fraction of few or many ones.
  Code Random() {
    const Code any = static_cast<Code>(random_());
    if (random_() % 4 == 0) return any;
    const int top = (1 << row_.exponent_bits) - 1;
    const int middles[] = {0, row_.bias, row_.bias / 2, top - row_.bias / 2, top};
    const int spread = static_cast<int>(random_() % 7) - 3;
    const int field = std::clamp(middles[random_() % 5] + spread, 0, top);
    const Code ones = static_cast<Code>((Code{1} << row_.fraction_bits) - 1);
    Code fraction = any & ones;
    if (random_() % 2 == 0) fraction = Code{1} << random_() % row_.fraction_bits;
    if (random_() % 4 == 0) fraction = static_cast<Code>(fraction - 1) & ones;
    const Code sign = any & static_cast<Code>(row_.sign_mask());
    return sign | static_cast<Code>(Code(field) << row_.fraction_bits) | fraction;
  }

  // So that the sum cancels, nearly or wholly.
  Code NearMinusProduct(Code a, Code b) {
    const Float product = -(std::bit_cast<Float>(a) * std::bit_cast<Float>(b));
    return static_cast<Code>(std::bit_cast<Code>(product) + random_() % 5 - 2);
  }

  const char* format_;
  Format row_;
  std::mt19937_64 random_{kSeed};
};

constexpr std::pair<const char*, int> kDirections[] = {{"ties_to_even", FE_TONEAREST},
                                                       {"toward_zero", FE_TOWARDZERO},
                                                       {"toward_negative", FE_DOWNWARD},
                                                       {"toward_positive", FE_UPWARD}};

TEST(Hardware, MultipliesAndAddsBinary32TheSame) {
  Comparison<float, std::uint32_t> comparison("fp32");
  for (const auto& [rounding, direction] : kDirections) {
    comparison.Run(rounding, direction, 1'000'000);
    if (HasFatalFailure()) return;
  }
}

TEST(Hardware, MultipliesAndAddsBinary64TheSame) {
  Comparison<double, std::uint64_t> comparison("fp64");
  for (const auto& [rounding, direction] : kDirections) {
    comparison.Run(rounding, direction, 500'000);
    if (HasFatalFailure()) return;
  }
}

// Conversion of binary64 to binary32, as the processor does it.
TEST(Hardware, ConvertsBinary64ToBinary32TheSame) {
  const Format fp32 = Catalogue().Find("fp32");
  const Rounding roundings[] = {Rounding::kTiesToEven, Rounding::kTowardZero,
                                Rounding::kTowardNegative, Rounding::kTowardPositive};
  std::mt19937_64 random(kSeed);
  constexpr int kCases = 400'000;
  for (int i = 0; i < kCases; ++i) {
    // Exponents of binary32 and some beyond, at both ends.
    const std::uint64_t field = 1023 - 160 + random() % 300;
    const std::uint64_t kept = ~std::uint64_t{0} << (random() % 53);
    const std::uint64_t code = ((random() & kept) & 0x800F'FFFF'FFFF'FFFF) | field << 52;
    volatile double value = std::bit_cast<double>(code);
    std::fesetround(kDirections[i % 4].second);
    volatile float expected = static_cast<float>(value);
    std::fesetround(FE_TONEAREST);
    const Quantized result = Quantize(value, fp32, roundings[i % 4], Overflow::kInfinity);
    ASSERT_EQ(result.code, std::bit_cast<std::uint32_t>(float{expected})) << std::hex << code;
  }
  std::printf("%d conversions, seed %d\n", kCases, kSeed);
}

}  // namespace
}  // namespace macroscope
