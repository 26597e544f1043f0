// The shifted product is |a*b| in units of the accumulator's last place, for every pair of codes of
// the small formats, and needs all its bits.
#include "models/kulisch_mac/kulisch_mac_align.h"

#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/kulisch_mac/kulisch_mac_designs.h"

namespace macroscope {
namespace {

// |a*b| / 2^(both quanta), by shifting each value up on its own.
Word128 Magnitude(const Format& format, std::uint64_t code) {
  const Decoded d = Decode(format, code);
  return Word128{d.significand} << (d.exponent - format.min_quantum_exponent());
}

TEST(KulischMacAlign, EveryPairOfCodes) {
  std::size_t cases = 0;
  for (const Design& design : SmallKulischDesigns()) {
    const KulischMacShape shape = KulischMacShape::Derive(design);
    if (shape.fixed.product_bits > 120) continue;  // e8m0: beyond this test's integers
    const KulischMacUnpack unpack{shape};
    const KulischMacMultiply<Word128> multiply{shape};
    const KulischMacAlign<Word128> align{shape};
    Word128 greatest = 0;
    for (std::uint64_t a = 0; a <= design.a.code_mask(); ++a) {
      for (std::uint64_t b = 0; b <= design.b.code_mask(); ++b, ++cases) {
        const auto product = multiply(unpack({a, b}));
        const auto out = align(product);
        const Word128 expected =
            product.flags != 0 ? Word128{0} : Magnitude(design.a, a) * Magnitude(design.b, b);
        ASSERT_TRUE(out.product == expected) << DisplayName(design) << " a " << a << " b " << b;
        ASSERT_EQ(out.flags, product.flags);
        greatest = std::max(greatest, out.product);
      }
    }
    // One bit is the sign's; the largest magnitude takes all others.
    EXPECT_EQ(BitLength(greatest), shape.fixed.product_bits - 1) << DisplayName(design);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 400000u);
}

}  // namespace
}  // namespace macroscope
