#include "tests/common/stage_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/rtl_dut.h"
#include "sim/stimulus/corner_biased.h"
#include "sim/stimulus/exhaustive.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kRandomCases = 20000;

Design Parse(UnitKind unit, const std::string& operands, const std::string& accumulator,
             const std::string& overflow = "", const std::string& rounding = "",
             bool alternative = false) {
  DesignText text;
  text.unit = Name(unit);
  text.operands = operands;
  text.accumulator = accumulator;
  text.overflow = overflow;
  text.rounding = rounding;
  text.multiplier = alternative ? "wallace" : "";
  text.adder = alternative ? "sklansky" : "";
  return ParseDesign(text, Catalogue());
}

}  // namespace

std::vector<Design> StageTestDesigns(UnitKind unit) {
  switch (unit) {
    case UnitKind::kIntMac:
      return {Parse(unit, "int4", "fixed+2"), Parse(unit, "smag4,uint3", "fixed+0", "saturate"),
              Parse(unit, "int8", "fixed+12", "", "", true),
              Parse(unit, "smag8,int8", "fixed+4", "saturate"),
              Parse(unit, "uint32,int16", "fixed+30", "", "", true)};
    case UnitKind::kKulischMac:
      return {Parse(unit, "fp4_e2m1", "fixed+2"),
              Parse(unit, "fp8_e5m2", "fixed+12", "saturate", "", true),
              Parse(unit, "fp8_e4m3fnuz,int8", "fixed+0"),
              Parse(unit, "p3109_k8p4ue,e8m0", "fixed+3"),
              Parse(unit, "bf16,fp4_e2m1", "fixed+12")};
    case UnitKind::kFpFma:
      break;
  }
  return {Parse(unit, "fp4_e2m1", "fp6_e3m2"), Parse(unit, "fp8_e4m3fnuz", "fp16"),
          Parse(unit, "fp8_e5m2,int8", "fp8_e4m3", "", "", true),
          Parse(unit, "fp16", "fp16", "saturate", "toward_negative"),
          Parse(unit, "e8m0,bf16", "fp32", "", "to_odd", true)};
}

void ExpectStageAgrees(UnitKind kind, const std::string& stage) {
  std::size_t cases = 0;
  for (const Design& design : StageTestDesigns(kind)) {
    SCOPED_TRACE(DisplayName(design));
    const auto unit = MakeUnit(design);
    const auto& stages = unit->stages();
    const auto at = std::ranges::find(stages, stage, &StageShape::name);
    ASSERT_NE(at, stages.end()) << "no stage " << stage;
    const auto index = static_cast<int>(at - stages.begin());

    const bool all = unit->a_bits() + unit->b_bits() + unit->c_bits() <= 16;
    std::unique_ptr<OperandSource> source;
    if (all) {
      source = std::make_unique<Exhaustive>(design, unit->c_bits());
    } else {
      source = std::make_unique<CornerBiased>(design, unit->c_bits(), kSeed);
    }
    const std::size_t count = all ? std::size_t{1} << 16 : kRandomCases;
    const auto limbs = static_cast<std::size_t>(unit->c_limbs());
    std::vector<std::uint64_t> a(count), b(count), c(count * limbs);
    const std::size_t filled = source->Fill(a, b, c);
    ASSERT_GT(filled, 0u);

    RtlDut rtl(*unit, /*with_taps=*/true);
    for (std::size_t i = 0; i < filled; ++i) {
      PortsIn in{.valid = true, .a = a[i], .b = b[i]};
      in.c = Bits::FromLimbs(std::span(c).subspan(i * limbs, limbs));
      rtl.Outputs(in);
      const Bits law = unit->Trace(in.a, in.b, in.c)[static_cast<std::size_t>(index)];
      const std::optional<Bits> tap = rtl.Tap(index);
      ASSERT_TRUE(tap.has_value());
      ASSERT_EQ(law, *tap) << "a " << std::hex << in.a << " b " << in.b << " c " << in.c
                           << "\nlaw: " << Describe(*at, law) << "\nrtl: " << Describe(*at, *tap);
    }
    cases += filled;
  }
  std::printf("%zu cases, seed %llu\n", cases, static_cast<unsigned long long>(kSeed));
  EXPECT_GT(cases, 40000u);
}

}  // namespace macroscope
