// Significand, guard and sticky are the number, cut at the target's places, for every code.
#include "models/convert/convert_shift.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/decode.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

class ConvertShiftTest : public testing::Test {
 protected:
  // Expects `out` to be `magnitude` cut below its guard bits, in units of 2^quantum.
  static void ExpectCut(const ConvertShape& shape, const ConvertShift<Word64>::Out& out,
                        double magnitude, int quantum) {
    const auto kept = static_cast<double>(out.significand << shape.guard_bits | out.guard);
    const double exact = std::ldexp(magnitude, shape.guard_bits - quantum);
    EXPECT_EQ(kept, std::floor(exact)) << magnitude;
    EXPECT_EQ(out.sticky, kept != exact) << magnitude;
  }
  static void ExpectFloating(const ConvertShape& shape, const ConvertShift<Word64>::Out& out,
                             double magnitude) {
    const Format& to = shape.accumulator;
    const int lowest = to.min_quantum_exponent() + to.fraction_bits;
    const int above = std::max(0, out.exponent - int{to.has_subnormals});
    ExpectCut(shape, out, magnitude, to.min_quantum_exponent() + above);
    // As far up as it can be.
    const bool hidden = (out.significand >> to.fraction_bits & 1) != 0;
    EXPECT_EQ(hidden, magnitude >= std::ldexp(1.0, lowest)) << magnitude;
    if (!hidden) EXPECT_EQ(out.exponent, 0) << magnitude;
  }
};

TEST_F(ConvertShiftTest, CutsEveryCodeAtTheTargetsPlaces) {
  std::size_t cases = 0;
  const Catalogue catalogue = ConvertCatalogue();
  for (const char* a : {"int4", "uint4", "smag8", "int16", "fp4_e2m1", "fp6_e3m2", "fp8_e5m2",
                        "fp8_e4m3", "e8m0", "bf16", "gap_e3m2"}) {
    for (const char* to : {"fp4_e2m1", "fp6_e2m3", "fp8_e5m2", "fp8_e4m3", "fp16", "bf16", "e8m0",
                           "p3109_k8p4ue", "gap_e3m2", "int4", "uint4", "smag8", "q4.4", "int16"}) {
      for (const char* rounding : {"ties_to_even", "stochastic"}) {
        DesignText text = ConvertText(a, to);
        text.rounding = rounding;
        const Design design = ParseDesign(text, catalogue);
        const ConvertShape shape = ConvertShape::Derive(design);
        const ConvertUnpack unpack(shape);
        const ConvertShift<Word64> shift{shape};
        for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code) {
          const Decoded d = Decode(design.a, code);
          if (!d.is_finite()) continue;
          SCOPED_TRACE(DisplayName(design));
          const double magnitude = std::ldexp(static_cast<double>(d.significand), d.exponent);
          const auto out = shift(unpack({code, 0}));
          if (shape.accumulator.is_floating()) {
            ExpectFloating(shape, out, magnitude);
          } else {
            const int quantum = shape.accumulator.min_quantum_exponent();
            const bool beyond = magnitude >= std::ldexp(1.0, quantum + shape.precision);
            EXPECT_EQ(out.exponent, int{beyond}) << magnitude;
            if (!beyond) ExpectCut(shape, out, magnitude, quantum);
          }
          if (HasFailure()) return;
          ++cases;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1000000u);
}

}  // namespace
}  // namespace macroscope
