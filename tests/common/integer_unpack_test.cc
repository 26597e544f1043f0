// The factors and the sign beside them have the value of the operands, for every code.
#include "models/common/integer_unpack.h"

#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/common/integer_designs.h"

namespace macroscope {
namespace {

std::int64_t ValueOf(const Format& format, std::uint64_t code) {
  const Decoded d = Decode(format, code);
  const auto magnitude = static_cast<std::int64_t>(d.significand);
  return d.negative ? -magnitude : magnitude;
}

TEST(IntegerUnpack, FactorsHaveTheValueOfTheOperands) {
  std::size_t cases = 0;
  for (const Design& design : SmallIntegerDesigns()) {
    const IntegerShape shape = IntegerShape::Derive(design);
    const IntegerUnpack unpack{shape};
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto out = unpack({a, b});
        const std::int64_t x = FactorValue(shape, out.a, shape.a_bits);
        const std::int64_t y = FactorValue(shape, out.b, shape.b_bits);
        ASSERT_EQ(out.negate ? -x * y : x * y, ValueOf(design.a, a) * ValueOf(design.b, b))
            << DisplayName(design) << " a " << a << " b " << b;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 2000u);
}

}  // namespace
}  // namespace macroscope
