// The product's parts against products of decoded values, for every pair of codes of the small
// formats; infinities and NaNs raise the flags that IEEE 754's product would be.
#include "models/kulisch_mac/kulisch_mac_multiply.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/decode.h"
#include "tests/common/to_double.h"
#include "tests/kulisch_mac/kulisch_mac_designs.h"

namespace macroscope {
namespace {

TEST(KulischMacMultiply, EveryPairOfCodes) {
  std::size_t cases = 0;
  for (const Design& design : SmallKulischDesigns()) {
    const KulischMacShape shape = KulischMacShape::Derive(design);
    const KulischMacUnpack unpack{shape};
    const KulischMacMultiply<Word64> multiply{shape};
    const int quantum = design.a.min_quantum_exponent() + design.b.min_quantum_exponent();
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto out = multiply(unpack({a, b}));
        const double expected = ToDouble(design.a, a) * ToDouble(design.b, b);
        const std::uint64_t flags = std::isnan(expected)   ? 1
                                    : std::isinf(expected) ? (expected > 0 ? 2 : 4)
                                                           : 0;
        ASSERT_EQ(out.flags, flags) << DisplayName(design) << " a " << a << " b " << b;
        if (flags != 0) {
          ASSERT_EQ(out.significand, 0u);
          continue;
        }
        // Products of at most 8-bit operands are exact in double.
        const double magnitude = std::ldexp(static_cast<double>(out.significand),
                                            out.exponent - shape.least_exponent + quantum);
        ASSERT_EQ(out.sign ? -magnitude : magnitude, expected)
            << DisplayName(design) << " a " << a << " b " << b;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

}  // namespace
}  // namespace macroscope
