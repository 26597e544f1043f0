// convert's law against its RTL where its shape differs: each way to shift, each last stage,
// scales, and the semantics that change the hardware.
#include <gtest/gtest.h>

#include <memory>

#include "models/common/unit.h"
#include "sim/cosim/rtl_dut.h"
#include "sim/stimulus/corner_biased.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

struct Point {
  const char* operands;
  const char* to;
  const char* rounding = "";
  const char* overflow = "";
  const char* subnormals = "";
};

constexpr Point kPoints[] = {
    {"fp8_e4m3", "fp32"},                                        // always up
    {"fp4_e2m1,e8m0", "fp6_e3m2", "to_odd"},                     // up and down
    {"fp64", "fp4_e2m1", "port", "saturate", "flush"},           // far down
    {"fp8_e5m2", "p3109_k8p4ue", "toward_positive"},             // no sign
    {"fp16", "p3109_k8p1uf", "port", "saturate"},                // no sign, no fraction
    {"fp32", "e8m0", "stochastic"},                              // no zero
    {"fp16", "gap_e3m2", "stochastic"},                          // no subnormals
    {"bf16", "gap_e3m3fnuz", "port", "nan", "flush_outputs"},    //
    {"fp8_e4m3,e8m0", "gap_e3m2u", "ties_to_away", "saturate"},  //
    {"fp16", "nozero_e3m1", "port"},                             //
    {"p3109_k8p4se", "fp16", "", "saturate"},                    // infinity clamps
    {"fp16", "int8", "port", "wrap"},                            // low bits of large numbers
    {"fp8_e5m2,e8m0", "uint8", "stochastic", "wrap"},            //
    {"int16,p3109_k8p1uf", "smag8", "port", "saturate"},         //
    {"fp32", "uq4.4", "ties_to_even", "saturate"},               //
};

TEST(ConvertGridCosim, LawAndRtlAgree) {
  constexpr std::size_t kSamples = 20000;
  const Catalogue catalogue = ConvertCatalogue();
  std::size_t cases = 0;
  for (const Point& point : kPoints) {
    DesignText text = ConvertText(point.operands, point.to);
    text.rounding = point.rounding;
    text.overflow = point.overflow;
    text.subnormals = point.subnormals;
    const Design design = ParseDesign(text, catalogue);
    SCOPED_TRACE(DisplayName(design));
    const auto unit = MakeUnit(design);
    CornerBiased source(design, 0, /*seed=*/1);
    OperandBlock block(kSamples, unit->limbs());
    ASSERT_EQ(source.Fill(block.Buffers(kSamples)), kSamples);
    RtlDut rtl(*unit, RtlFlavour::kTapped);
    for (std::size_t i = 0; i < kSamples; ++i, ++cases) {
      PortsIn in;
      static_cast<Operation&>(in) = block.At(i);
      in.valid = true;
      rtl.Outputs(in);
      const std::vector<Bits> law = unit->Trace(in);
      for (std::size_t stage = 0; stage < law.size(); ++stage) {
        const Bits tap = rtl.Tap(static_cast<int>(stage)).value();
        const StageShape& shape = unit->stages()[stage];
        ASSERT_EQ(law[stage], tap)
            << std::hex << "a " << in.a << " b " << in.b << " r " << in.r << ", " << shape.name
            << "\nlaw: " << Describe(shape, law[stage]) << "\nrtl: " << Describe(shape, tap);
      }
    }
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 200000u);
}

}  // namespace
}  // namespace macroscope
