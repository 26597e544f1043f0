// Aligning loses nothing but what sticky remembers: the two terms, put back together, are product
// and addend, for every operation of a small design. And the window is as narrow as it can be.
#include "models/fp_fma/fp_fma_align.h"

#include <gtest/gtest.h>

#include "models/fp_fma/fp_fma_laws.h"
#include "models/reference/reference.h"
#include "sim/stimulus/corner_biased.h"
#include "tests/fp_fma/fp_fma_designs.h"

namespace macroscope {
namespace {

TEST(FpFmaAlign, TermsAreProductAndAddend) {
  std::size_t cases = 0;
  for (const char* accumulator : {"fp4_e2m1", "fp6_e3m2", "fp8_e5m2"}) {
    const Design design = FpFmaDesign("fp4_e2m1", accumulator);
    const FpFmaShape shape = FpFmaShape::Derive(design);
    const FpFmaUnpack unpack{shape};
    const FpFmaMultiply<Word64> multiply{shape};
    const FpFmaAlign<Word64> align{shape};
    const Format& f = design.accumulator.format;
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b) {
        for (std::uint64_t c = 0; c <= f.code_mask(); ++c, ++cases) {
          const double addend = ToDouble(f, c);
          const double product = ToDouble(design.a, a) * ToDouble(design.b, b);
          const auto out = align({.product = multiply(unpack({a, b})), .addend = c});
          ASSERT_EQ(out.nan, std::isnan(addend));
          ASSERT_EQ(out.infinity && !out.nan, std::isinf(addend));
          if (!std::isfinite(addend)) continue;
          ASSERT_GE(out.exponent, 1);
          const int weight = out.exponent - f.bias - shape.window_bits;
          const double large = std::ldexp(static_cast<double>(out.large), weight);
          const double small = std::ldexp(static_cast<double>(out.small), weight);
          const double unit = std::ldexp(1.0, weight);
          // Which of the two is the large one shows in its value alone.
          const bool addend_is_large = large == std::fabs(addend) && small <= std::fabs(product);
          const double other = std::fabs(addend_is_large ? product : addend);
          if (!addend_is_large) ASSERT_EQ(large, std::fabs(product));
          if (out.sticky) {
            ASSERT_TRUE(small < other && other < small + unit);
          } else {
            ASSERT_EQ(small, other);
          }
          ASSERT_EQ(out.subtract, std::signbit(product) != std::signbit(addend));
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 80000u);
}

// The laws with a window of `less` bits fewer, against the reference.
std::size_t Mismatches(const Design& design, int less) {
  FpFmaShape shape = FpFmaShape::Derive(design);
  shape.window_bits -= less;
  const FpFmaLaws<Word128> laws{shape};
  Reference reference(design);
  CornerBiased source(design, design.accumulator.format.width_bits(), /*seed=*/1);
  constexpr std::size_t kCases = 200000;
  OperandBlock block(kCases, OperandLimbs());
  source.Fill(block.Buffers(kCases));
  std::vector<std::uint64_t> z(kCases);
  std::vector<std::uint8_t> flags(kCases);
  reference.Evaluate(block.First(kCases), z, flags);
  std::size_t mismatches = 0;
  for (std::size_t i = 0; i < kCases; ++i) {
    const Operation in = block.At(i);
    const auto aligned = laws.align(
        {.product = laws.multiply(laws.unpack({in.a.low(), in.b.low()})), .addend = in.c.low()});
    const auto out = laws.round(laws.normalize(laws.add(aligned, in.r)), in.r);
    if (static_cast<std::uint64_t>(out.z) != z[i] || out.flags != flags[i]) ++mismatches;
  }
  return mismatches;
}

TEST(FpFmaAlign, OneBitOfTheWindowFewerFails) {
  const struct {
    const char *operands, *accumulator;
  } designs[] = {{"fp8_e4m3", "fp8_e4m3"},  {"fp8_e5m2", "fp8_e5m2"}, {"fp16", "fp16"},
                 {"bf16", "bf16"},          {"fp32", "fp32"},         {"fp8_e4m3fnuz", "fp16"},
                 {"fp8_e5m2fnuz", "fp32"},  {"int8", "fp16"},         {"int8", "fp32"},
                 {"fp16,fp8_e3m4", "fp16"}, {"bf16", "fp32"},         {"fp8_e2m5", "fp16"},
                 {"fp6_e3m2", "fp6_e3m2"}};
  for (const auto& [operands, accumulator] : designs) {
    const Design design = FpFmaDesign(operands, accumulator);
    SCOPED_TRACE(DisplayName(design));
    EXPECT_EQ(Mismatches(design, 0), 0u);
    EXPECT_GT(Mismatches(design, 1), 0u);
  }
}

}  // namespace
}  // namespace macroscope
