// The term is the number in units of the format's least one, for every code.
#include "models/code_sums/code_sums_unpack.h"

#include <gtest/gtest.h>

#include "tests/code_sums/code_sums_designs.h"
#include "tests/common/to_double.h"

namespace macroscope {
namespace {

TEST(CodeSumsUnpack, EveryNumberInFixedPoint) {
  std::size_t cases = 0, nans = 0;
  for (const char* b : {"int4", "uint4", "smag4", "q4.4", "int8", "fp4_e2m1", "fp6_e3m2",
                        "fp8_e4m3", "fp8_e5m2", "fp8_e4m3fnuz", "fp16"}) {
    const Design design = CodeSumsDesign(std::string("nf4,") + b);
    const CodeSumsShape shape = CodeSumsShape::Derive(design);
    const CodeSumsUnpack<Word64> unpack(shape);
    int most_bits = 0;
    for (std::uint64_t code = 0; code <= design.b.code_mask(); ++code, ++cases) {
      const double value = ToDouble(design.b, code);
      const auto out = unpack({code & 15, code});
      EXPECT_EQ(out.code, code & 15);
      ASSERT_EQ(out.nan, !std::isfinite(value)) << b << ' ' << code;
      nans += out.nan ? 1 : 0;
      const bool negative = BitOf(out.term, shape.term_bits - 1);
      const auto term = static_cast<std::int64_t>(
          negative ? out.term | ~LowMask<Word64>(shape.term_bits) : out.term);
      ASSERT_EQ(std::ldexp(static_cast<double>(term), design.b.min_quantum_exponent()),
                out.nan ? 0 : value)
          << b << ' ' << code;
      most_bits = std::max(most_bits, BitLength(static_cast<Word64>(term < 0 ? ~term : term)) + 1);
    }
    EXPECT_EQ(most_bits, shape.term_bits) << b;
  }
  std::printf("%zu cases, %zu not finite\n", cases, nans);
  EXPECT_GT(cases, 65'000u);
  EXPECT_GT(nans, 2'000u);
}

}  // namespace
}  // namespace macroscope
