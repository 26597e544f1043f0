// Sign, exponent and significand have the value of the operand, for every code of every format of
// at most 8 bits; what is not a number is told apart.
#include "models/kulisch_mac/kulisch_mac_unpack.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/decode.h"
#include "tests/kulisch_mac/kulisch_mac_designs.h"

namespace macroscope {
namespace {

TEST(KulischMacUnpack, EveryCodeKeepsItsValue) {
  std::size_t cases = 0;
  for (const Design& design : SmallKulischDesigns()) {
    const KulischMacUnpack unpack{KulischMacShape::Derive(design)};
    const Format& f = design.a;
    const int least = f.is_floating() && f.has_subnormals ? 1 : 0;
    for (std::uint64_t code = 0; code <= f.code_mask(); ++code, ++cases) {
      const auto out = unpack({code, code}).a;
      const Decoded d = Decode(f, code);
      SCOPED_TRACE(f.name + " " + std::to_string(code));
      ASSERT_EQ(out.nan, d.number_class == NumberClass::kNan);
      ASSERT_EQ(out.infinity, d.number_class == NumberClass::kInfinity);
      if (out.nan) continue;
      ASSERT_EQ(out.sign, d.negative);
      if (out.infinity) continue;
      ASSERT_EQ(std::ldexp(static_cast<double>(out.significand),
                           out.exponent - least + f.min_quantum_exponent()),
                std::ldexp(static_cast<double>(d.significand), d.exponent));
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 4000u);
}

}  // namespace
}  // namespace macroscope
