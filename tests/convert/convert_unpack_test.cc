// Sign, exponent and significand have the value of the operand and its scale, for every code.
#include "models/convert/convert_unpack.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/decode.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

double Magnitude(const Format& format, std::uint64_t code) {
  const Decoded d = Decode(format, code);
  if (d.number_class == NumberClass::kNan) return NAN;
  if (d.number_class == NumberClass::kInfinity) return INFINITY;
  return std::ldexp(static_cast<double>(d.significand), d.exponent);
}

TEST(ConvertUnpack, HasTheValueOfTheOperandTimesItsScale) {
  std::size_t cases = 0;
  const Catalogue catalogue = ConvertCatalogue();
  for (const char* a : {"int4", "uint4", "smag8", "q4.4", "fp4_e2m1", "fp8_e5m2", "fp8_e4m3",
                        "fp8_e4m3fnuz", "p3109_k8p4ue", "e8m0", "gap_e3m2", "nozero_e3m2u"}) {
    for (const char* scale : {"", ",e8m0", ",p3109_k8p1uf"}) {
      const Design design = ParseDesign(ConvertText(std::string(a) + scale, "fp8_e4m3"), catalogue);
      const ConvertShape shape = ConvertShape::Derive(design);
      const ConvertUnpack unpack(shape);
      const Format& to = shape.accumulator;
      // Of the significand's last bit.
      const int unit = shape.height_offset + to.min_quantum_exponent() + to.fraction_bits -
                       (shape.significand_bits - 1);
      for (std::uint64_t x = 0; x <= design.a.code_mask(); ++x) {
        for (std::uint64_t y = 0; y <= (shape.scaled ? design.b.code_mask() : 0); ++y, ++cases) {
          const double value = Magnitude(design.a, x) * (shape.scaled ? Magnitude(design.b, y) : 1);
          const auto out = unpack({x, y});
          ASSERT_EQ(out.nan, std::isnan(value)) << DisplayName(design) << ' ' << x << ' ' << y;
          ASSERT_TRUE(out.nan || out.infinity == std::isinf(value));
          if (!std::isfinite(value)) continue;
          ASSERT_EQ(std::ldexp(static_cast<double>(out.significand), out.exponent + unit), value)
              << DisplayName(design) << ' ' << x << ' ' << y;
          ASSERT_EQ(out.sign, Decode(design.a, x).negative);
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

}  // namespace
}  // namespace macroscope
