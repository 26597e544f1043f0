// What magnitudes are mapped to: the formats' greatest values, less where sums would overflow.
#include "sim/stimulus/full_scale.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/stimulus/scaling.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

void ExpectScales(const FullScales& found, double a, double b) {
  EXPECT_EQ(found.a, a);
  EXPECT_EQ(found.b, b);
}

TEST(FullScale, IsTheGreatestValue) {
  const Catalogue catalogue;
  ExpectScales(GreatestValues(catalogue.Find("int8"), catalogue.Find("fp8_e4m3")), 127, 448);
  ExpectScales(GreatestValues(catalogue.Find("uint8"), catalogue.Find("q4.4")), 255, 15.9375);
}

TEST(FullScale, StaysWhereSumsHaveRoom) {
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp8_e4m3", "fp32"), 4096), 448, 448);
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp8_e4m3", "fp16"), 1), 128, 128);
  ExpectScales(FullScalesFor(MakeDesign("kulisch_mac", "fp8_e5m2", "fixed+12"), 1u << 20), 57344,
               57344);
}

TEST(FullScale, GivesWayToFloatingAccumulators) {
  // 65504 / sqrt(4096) = 1023.5 = 31.99^2
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp8_e4m3", "fp16"), 4096), 16, 16);
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp8_e5m2", "fp16"), 4096), 16, 16);
  // An integer cannot give way: 1023.5 / 127 = 8.06 is left for the other.
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "int8,fp8_e4m3", "fp16"), 4096), 127, 8);
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp8_e4m3,int8", "fp16"), 4096), 8, 127);
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "int8", "fp16"), 4096), 127, 127);
}

TEST(FullScale, KeepsFormatsThatHaveLittleRange) {
  // 16 times its least normal number, 1, is more than its greatest, 6.
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp4_e2m1", "fp6_e3m2"), 4096), 6, 6);
  // 448 / 64 = 7 asks for 2 each; 16 times the least normal number, 1/4, is 4.
  ExpectScales(FullScalesFor(MakeDesign("fp_fma", "fp6_e3m2", "fp8_e4m3"), 4096), 4, 4);
}

TEST(FullScale, KeepsEveryRandomSumFinite) {
  int checked = 0;
  for (const char* operands : {"fp8_e4m3", "fp8_e5m2", "fp16", "bf16", "fp32"}) {
    for (const char* accumulator : {"fp16", "bf16", "fp32"}) {
      for (const std::uint64_t products : {1, 100, 10'000}) {
        const Design design = MakeDesign("fp_fma", operands, accumulator);
        const FullScales scales = FullScalesFor(design, products);
        const double most =
            ValueOf(design.accumulator.format, design.accumulator.format.max_finite());
        EXPECT_LE(scales.a * scales.b * std::sqrt(static_cast<double>(products)), most)
            << operands << " " << accumulator << " " << products;
        ++checked;
      }
    }
  }
  EXPECT_EQ(checked, 45);
}

}  // namespace
}  // namespace macroscope
