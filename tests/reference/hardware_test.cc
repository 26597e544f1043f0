// Against this processor's additions, multiplications and fused multiply-adds: values and flags, in
// the four directions that it has. Its tininess is that after rounding (x86).
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

int ExpectedFlags(int raised) {
  return (raised & FE_INEXACT ? Flags::kInexact : 0) |
         (raised & FE_UNDERFLOW ? Flags::kUnderflow : 0) |
         (raised & FE_OVERFLOW ? Flags::kOverflow : 0) |
         (raised & FE_INVALID ? Flags::kInvalid : 0);
}

template <typename Float, typename Code>
class Comparison {
 public:
  Comparison(const char* unit, const char* format)
      : unit_(unit), format_(format), row_(Catalogue().Find(format)) {}

  // Compares `cases` random operations.
  void Run(const char* rounding, int direction, int cases) {
    const Design design = MakeDesign(unit_, format_, format_, rounding);
    Reference reference(design);
    int with_flags = 0;
    for (int i = 0; i < cases; ++i) {
      const Code a = Random();
      const Code b = design.unit == UnitKind::kFpAdd && i % 4 == 0 ? Near(Flipped(a)) : Random();
      const Code c = random_() % 4 == 0 ? Near(Flipped(Product(a, b))) : Random();
      std::uint8_t flags = 0;
      const Code z = static_cast<Code>(reference.Operate({a, b, c}, &flags).low());
      std::fesetround(direction);
      std::feclearexcept(FE_ALL_EXCEPT);
      const Float expected = Hosts(design.unit, std::bit_cast<Float>(a), std::bit_cast<Float>(b),
                                   std::bit_cast<Float>(c));
      const int raised = std::fetestexcept(FE_ALL_EXCEPT);
      std::fesetround(FE_TONEAREST);
      if (std::isnan(expected)) {
        ASSERT_EQ(z, row_.canonical_nan()) << std::hex << a << ' ' << b << ' ' << c;
      } else {
        ASSERT_EQ(z, std::bit_cast<Code>(expected)) << std::hex << a << ' ' << b << ' ' << c;
      }
      // What 0 * infinity + NaN raises, processors do not agree on.
      if (HasC(design) && std::isnan(std::bit_cast<Float>(c)) && IsNoProduct(a, b)) continue;
      ASSERT_EQ(flags, ExpectedFlags(raised)) << std::hex << a << ' ' << b << ' ' << c;
      ++with_flags;
      ++raised_[flags];
    }
    std::printf("%s %s: %d operations, %d with flags, seed %d, %s\n", unit_, format_, cases,
                with_flags, kSeed, rounding);
    ASSERT_GT(with_flags, cases / 2);
  }

  // How often the results had exactly these flags.
  int Count(int flags) const { return raised_[flags]; }

 private:
  // Volatile, lest the compiler moves the operation away from where it is observed.
  static Float Hosts(UnitKind unit, Float a, Float b, Float c) {
    volatile Float x = a, y = b, w = c, z = 0;
    if (unit == UnitKind::kFpAdd) {
      z = x + y;
    } else if (unit == UnitKind::kFpMul) {
      z = x * y;
    } else {
      z = std::fma(x, y, w);
    }
    return z;
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

  static Code Product(Code a, Code b) {
    return std::bit_cast<Code>(std::bit_cast<Float>(a) * std::bit_cast<Float>(b));
  }
  static bool IsNoProduct(Code a, Code b) {
    const Float x = std::bit_cast<Float>(a), y = std::bit_cast<Float>(b);
    return (std::isinf(x) && y == 0) || (x == 0 && std::isinf(y));
  }
  Code Flipped(Code code) const { return code ^ static_cast<Code>(row_.sign_mask()); }
  // So that a sum cancels, nearly or wholly.
  Code Near(Code code) { return static_cast<Code>(code + random_() % 5 - 2); }

  const char* unit_;
  const char* format_;
  Format row_;
  std::mt19937_64 random_{kSeed};
  int raised_[1 << kFlagBits] = {};
};

constexpr std::pair<const char*, int> kDirections[] = {{"ties_to_even", FE_TONEAREST},
                                                       {"toward_zero", FE_TOWARDZERO},
                                                       {"toward_negative", FE_DOWNWARD},
                                                       {"toward_positive", FE_UPWARD}};

class Hardware : public testing::TestWithParam<const char*> {
 protected:
  template <typename Float, typename Code>
  void Compare(const char* format, int cases) {
    Comparison<Float, Code> comparison(GetParam(), format);
    for (const auto& [rounding, direction] : kDirections) {
      comparison.Run(rounding, direction, cases);
      if (HasFatalFailure()) return;
    }
    // Every combination of flags that there is was among them; sums are never inexact and tiny.
    constexpr int kTiny = Flags::kUnderflow | Flags::kInexact;
    const bool can_be_tiny = std::string(GetParam()) != "fp_add";
    for (const int flags : {0, int{Flags::kInexact}, Flags::kOverflow | Flags::kInexact,
                            int{Flags::kInvalid}, kTiny}) {
      const bool occurs = flags != kTiny || can_be_tiny;
      EXPECT_EQ(comparison.Count(flags) > 100, occurs) << flags << ' ' << comparison.Count(flags);
    }
  }
};
INSTANTIATE_TEST_SUITE_P(Units, Hardware, testing::Values("fp_fma", "fp_add", "fp_mul"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST_P(Hardware, GivesTheSameInBinary32) { Compare<float, std::uint32_t>("fp32", 500'000); }
TEST_P(Hardware, GivesTheSameInBinary64) { Compare<double, std::uint64_t>("fp64", 250'000); }

// Conversion of binary64 to binary32, as the processor does it.
TEST(HardwareConversion, GivesTheSameBinary32) {
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
    std::feclearexcept(FE_ALL_EXCEPT);
    volatile float expected = static_cast<float>(value);
    const int raised = std::fetestexcept(FE_ALL_EXCEPT);
    std::fesetround(FE_TONEAREST);
    const Quantized result = Quantize(value, fp32, roundings[i % 4], Overflow::kInfinity);
    ASSERT_EQ(result.code, std::bit_cast<std::uint32_t>(float{expected})) << std::hex << code;
    ASSERT_EQ(result.flags, ExpectedFlags(raised)) << std::hex << code;
  }
  std::printf("%d conversions, seed %d\n", kCases, kSeed);
}

}  // namespace
}  // namespace macroscope
