// The terms and the carry have the value of the operands, or its low bits, for every code.
#include "models/int_add/int_add_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/common/integer_result_designs.h"

namespace macroscope {
namespace {

std::int64_t ValueOf(const Format& format, std::uint64_t code) {
  const Decoded d = Decode(format, code);
  const auto magnitude = static_cast<std::int64_t>(d.significand);
  return d.negative ? -magnitude : magnitude;
}

TEST(IntAddUnpack, TermsHaveTheValueOfTheOperands) {
  std::size_t cases = 0;
  for (const Design& design : IntegerResultDesigns(UnitKind::kIntAdd, /*wide=*/false)) {
    const IntAddShape shape = IntAddShape::Derive(design);
    const IntAddUnpack unpack{shape};
    const std::uint64_t mask = LowMask<Word64>(shape.sum_bits());
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto out = unpack({a, b});
        const auto sum = static_cast<std::uint64_t>(ValueOf(design.a, a) + ValueOf(design.b, b));
        ASSERT_EQ((out.a + out.b + std::uint64_t{out.carry}) & mask, sum & mask)
            << DisplayName(design) << " a " << a << " b " << b;
        ASSERT_EQ((out.a | out.b) & ~mask, 0u);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 10000u);
}

// int8 + int8 into 8 bits that wrap is one adder of 8 bits.
TEST(IntAddUnpack, TermsAreAsNarrowAsTheResultLets) {
  DesignText text;
  text.unit = "int_add";
  text.operands = "int8";
  const auto sum_bits = [&](const char* result, const char* overflow) {
    text.accumulator = result;
    text.overflow = overflow;
    return IntAddShape::Derive(ParseDesign(text, Catalogue())).sum_bits();
  };
  EXPECT_EQ(sum_bits("int8", "wrap"), 8);
  EXPECT_EQ(sum_bits("int8", "saturate"), 9);
  EXPECT_EQ(sum_bits("fixed+0", "wrap"), 9);
  EXPECT_EQ(sum_bits("int32", "saturate"), 9);
}

}  // namespace
}  // namespace macroscope
