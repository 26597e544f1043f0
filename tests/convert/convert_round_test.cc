// The last stage against the reference's rounding of the same number: every significand, guard,
// sticky and exponent of small targets of each kind, in every rounding and overflow.
#include "models/convert/convert_round.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/reference/quantize.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

using Law = ConvertRound<Word64>;

// The number that enters the stage, a sticky bit as a quarter of the last guard bit.
double ValueOf(const ConvertShape& shape, const Law::In& in) {
  const Format& to = shape.accumulator;
  double units = static_cast<double>(in.significand << shape.guard_bits | in.guard);
  if (in.sticky) units += 0.25;
  int exponent = to.min_quantum_exponent() - shape.guard_bits;
  if (to.is_integer()) {
    units += in.exponent != 0 ? std::ldexp(1.0, shape.precision + shape.guard_bits) : 0;
  } else {
    exponent += std::max(0, in.exponent - int{to.has_subnormals});
  }
  return std::ldexp(in.sign ? -units : units, exponent);
}

// Every input of the stage whose hidden bit goes with its exponent.
template <typename Visitor>
void EveryInput(const ConvertShape& shape, Visitor&& visit) {
  const Format& to = shape.accumulator;
  const int exponents = to.is_integer() ? 2 : (1 << to.exponent_bits) + 2;
  for (int exponent = 0; exponent < exponents; ++exponent) {
    for (std::uint64_t x = 0; x < std::uint64_t{1} << (shape.precision + shape.guard_bits); ++x) {
      for (int bits = 0; bits < 4; ++bits) {
        Law::In in;
        in.sign = in.infinity_sign = (bits & 1) != 0;
        in.sticky = (bits & 2) != 0;
        in.exponent = exponent;
        in.significand = x >> shape.guard_bits;
        in.guard = x & LowMask<Word64>(shape.guard_bits);
        const bool hidden = (in.significand >> (shape.precision - 1) & 1) != 0;
        const bool lowest = exponent == 0 && (!to.has_subnormals || !hidden);
        if (to.is_floating() && !lowest && (!hidden || exponent == 0)) continue;
        visit(in);
      }
    }
  }
}

TEST(ConvertRound, EveryRoundingOfEveryNumber) {
  std::size_t cases = 0;
  const Catalogue catalogue = ConvertCatalogue();
  std::vector<std::string> targets = {"int3",         "uint3",        "smag3",
                                      "q2.2",         "fp4_e2m1",     "fp6_e3m2",
                                      "p3109_k8p4ue", "p3109_k8p1uf", "e8m0"};
  for (const Format& format : FormatsWithoutSubnormals()) targets.push_back(format.name);
  for (const std::string& to : targets) {
    for (const std::string& rounding : RoundingNames()) {
      for (const std::string& overflow : OverflowNames()) {
        DesignText text = ConvertText("fp32", to);
        text.rounding = rounding;
        text.overflow = overflow;
        if (rounding == "stochastic") text.random_bits = "2";
        Design design;
        try {
          design = ParseDesign(text, catalogue);
        } catch (const DesignError&) {
          continue;  // Not every overflow goes with every format.
        }
        SCOPED_TRACE(DisplayName(design));
        const ConvertShape shape = ConvertShape::Derive(design);
        const Law law(shape);
        const std::uint64_t operands =
            design.rounding == Rounding::kPort ? kPortModes : 1U << design.random_bits;
        EveryInput(shape, [&](const Law::In& in) {
          for (std::uint64_t r = 0; r < operands && !testing::Test::HasFailure(); ++r, ++cases) {
            const Rounding mode =
                design.rounding == Rounding::kPort ? static_cast<Rounding>(r) : design.rounding;
            const double value = ValueOf(shape, in);
            const Quantized expected =
                Quantize(value, shape.accumulator, mode, design.overflow, r, design.random_bits);
            const auto out = law(in, r);
            EXPECT_EQ(out.z, expected.code) << value << " r " << r;
            EXPECT_EQ(int{out.flags}, int{expected.flags}) << value << " r " << r;
          }
        });
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

}  // namespace
}  // namespace macroscope
