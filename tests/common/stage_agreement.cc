// Long for one file, but mostly the one list of designs.
#include "tests/common/stage_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "models/common/unit.h"
#include "sim/config/design_arguments.h"
#include "sim/cosim/rtl_dut.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kRandomCases = 20000;
constexpr int kMostBitsOfAll = 16;

// What each design is given beside its unit, as on the command line.
const std::vector<std::vector<std::string>>& Arguments(UnitKind unit) {
  static const std::map<UnitKind, std::vector<std::vector<std::string>>> arguments = {
      {UnitKind::kIntMac,
       {{"operands=int4", "accumulator=fixed+2"},
        {"operands=smag4,uint3", "accumulator=fixed+0", "overflow=saturate"},
        {"operands=int8", "multiplier=wallace", "adder=sklansky"},
        {"operands=smag8,int8", "accumulator=fixed+4", "overflow=saturate",
         "multiplier=booth_radix4"},
        {"operands=uint32,int16", "accumulator=fixed+30", "multiplier=dadda",
         "adder=kogge_stone"}}},
      {UnitKind::kKulischMac,
       {{"operands=fp4_e2m1", "accumulator=fixed+2"},
        {"operands=fp8_e5m2", "overflow=saturate", "multiplier=wallace", "adder=sklansky"},
        {"operands=fp8_e4m3fnuz,int8", "accumulator=fixed+0", "adder=brent_kung"},
        {"operands=p3109_k8p4ue,e8m0", "accumulator=fixed+3"},
        {"operands=bf16,fp4_e2m1", "multiplier=array", "adder=ripple"}}},
      {UnitKind::kFpFma,
       {{"operands=fp4_e2m1", "accumulator=fp6_e3m2"},
        {"operands=fp8_e4m3fnuz", "accumulator=fp16", "flags=off"},
        {"operands=fp8_e5m2,int8", "accumulator=fp8_e4m3", "multiplier=wallace", "adder=sklansky",
         "tininess=before_rounding"},
        {"operands=fp16", "accumulator=fp16", "overflow=saturate", "rounding=toward_negative",
         "path=dual"},
        {"operands=fp16", "accumulator=fp16", "rounding=port", "leading_zeros=anticipate"},
        {"operands=bf16", "accumulator=fp32", "rounding=stochastic", "random_bits=11",
         "subnormals=flush", "path=dual", "leading_zeros=anticipate"},
        {"operands=e8m0,bf16", "accumulator=fp32", "rounding=to_odd", "multiplier=wallace"}}},
      {UnitKind::kFpAdd,
       {{"operands=fp4_e2m1"},
        {"operands=fp8_e5m2", "rounding=port", "path=dual"},
        {"operands=fp8_e4m3,fp16", "accumulator=fp8_e5m2", "rounding=stochastic"},
        {"operands=fp16", "rounding=toward_negative", "leading_zeros=anticipate"},
        {"operands=fp32", "subnormals=flush", "path=dual", "adder=kogge_stone"}}},
      {UnitKind::kFpMul,
       {{"operands=fp4_e2m1"},
        {"operands=fp8_e4m3,int8", "accumulator=fp16", "rounding=port"},
        {"operands=fp16", "rounding=stochastic", "multiplier=booth_radix4"},
        {"operands=fp16", "accumulator=fp8_e5m2", "tininess=before_rounding"},
        {"operands=fp32", "subnormals=flush_outputs", "multiplier=dadda"}}},
      {UnitKind::kIntAdd,
       {{"operands=int4"},
        {"operands=smag4,uint3", "accumulator=fixed4", "overflow=saturate"},
        {"operands=int8", "accumulator=int8", "adder=kogge_stone"},
        {"operands=uint8", "accumulator=fixed8", "overflow=saturate"},
        {"operands=int32", "adder=sklansky"}}},
      {UnitKind::kIntMul,
       {{"operands=int4"},
        {"operands=smag4,uint3", "accumulator=fixed4", "overflow=saturate"},
        {"operands=int8", "accumulator=int8", "multiplier=booth_radix4"},
        {"operands=uint8", "accumulator=fixed9", "overflow=saturate"},
        {"operands=int12", "multiplier=dadda", "adder=kogge_stone"},
        {"operands=int32"}}},
      {UnitKind::kConvert,
       {{"operands=fp8_e4m3", "accumulator=int8"},
        {"operands=fp16", "accumulator=fp8_e5m2", "rounding=port"},
        {"operands=fp32,e8m0", "accumulator=fp4_e2m1", "rounding=stochastic"},
        {"operands=fp32", "accumulator=e8m0"},
        {"operands=int16", "accumulator=fp8_e4m3fnuz", "tininess=before_rounding"},
        {"operands=posit8_2", "accumulator=fp8_e5m2", "rounding=port"},
        {"operands=posit16_1", "accumulator=int8", "overflow=wrap"},
        {"operands=fp16", "accumulator=posit8_0"},
        {"operands=posit6_3", "accumulator=posit16_2"},
        {"operands=int8", "accumulator=posit5_1"},
        {"operands=lns8_3", "accumulator=fp8_e4m3", "rounding=port"},
        {"operands=lns12_6", "accumulator=int8", "rounding=toward_negative"},
        {"operands=lns4_1", "accumulator=e8m0", "rounding=stochastic"},
        {"operands=lns6_0", "accumulator=fp16"},
        {"operands=fp16", "accumulator=lns8_3"},
        {"operands=posit8_1", "accumulator=lns12_6"},
        {"operands=fp8_e5m2", "accumulator=lns8_madam"},
        {"operands=e8m0", "accumulator=lns6_0"},
        {"operands=elma8_1", "accumulator=fp8_e4m3", "rounding=port"},
        {"operands=elma5_4", "accumulator=int8"},
        {"operands=fp16", "accumulator=elma8_1"},
        {"operands=posit8_1", "accumulator=elma6_2"},
        {"operands=e8m0", "accumulator=elma8_8"},
        {"operands=nf4", "accumulator=bf16"},
        {"operands=bnb_dynamic8", "accumulator=int8", "rounding=toward_zero"},
        {"operands=fp16", "accumulator=nf4"},
        {"operands=int8", "accumulator=bnb_fp4"},
        {"operands=fp8_e4m3fnuz", "accumulator=bnb_fp4"},
        {"operands=smag8", "accumulator=af4"},
        {"operands=uint8", "accumulator=bnb_dynamic8"}}},
      {UnitKind::kBlockQuantize,
       {{"operands=fp8_e5m2", "accumulator=mxfp4", "block=2"},
        {"operands=fp32", "accumulator=mxfp4"},
        {"operands=fp32", "accumulator=mxfp8_e4m3", "scale_rule=rceil", "overflow=nan"},
        {"operands=bf16", "accumulator=mxfp8_e5m2", "scale_rule=ceil", "overflow=infinity",
         "rounding=toward_positive", "block=8"},
        {"operands=fp16", "accumulator=mxfp6_e3m2", "scale_rule=even", "block=8"},
        {"operands=fp32", "accumulator=mxint8", "rounding=ties_to_away", "block=8"},
        {"operands=fp32", "accumulator=mx9"},
        {"operands=bf16", "accumulator=mx4", "scale_rule=rceil"},
        {"operands=fp16", "accumulator=mx6", "rounding=to_odd"},
        {"operands=bf16", "accumulator=msfp16", "scale_rule=even"},
        {"operands=fp32", "accumulator=flex16_5", "lanes=4", "scale_rule=ceil"},
        {"operands=fp8_e4m3", "accumulator=nvfp4", "block=2"},
        {"operands=fp32", "accumulator=nvfp4"},
        {"operands=bf16", "accumulator=nvfp4", "block=4", "rounding=toward_positive"},
        {"operands=fp8_e5m2", "accumulator=vsq4", "block=2"},
        {"operands=bf16", "accumulator=vsq4", "block=4", "rounding=to_odd"},
        {"operands=fp16", "accumulator=vsq8", "block=4"},
        {"operands=fp32", "accumulator=vsq8", "block=8"}}},
      {UnitKind::kElmaMac,
       {{"operands=elma8_1", "accumulator=elma8_1"},
        {"operands=elma8_1", "accumulator=fixed+5", "overflow=saturate", "adder=sklansky"},
        {"operands=elma4_0", "accumulator=elma4_0"},
        {"operands=elma6_2", "accumulator=elma6_2"},
        {"operands=elma8_0", "accumulator=elma8_0", "overflow=saturate"},
        {"operands=elma12_1", "accumulator=elma12_1"}}},
      {UnitKind::kCodeSums,
       {{"operands=nf4,int8"},
        {"operands=bnb_fp4,fp8_e4m3", "accumulator=fixed+2", "adder=sklansky"},
        {"operands=af4,fp8_e5m2", "accumulator=fixed+0"},
        {"operands=nf4,uint4", "accumulator=fixed+20"}}},
      {UnitKind::kLogAdd,
       {{"operands=lns8_3"},
        {"operands=lns8_4", "method=interpolate"},
        {"operands=lns8_3", "method=interpolate", "error=2"},
        {"operands=lns8_4", "method=bipartite"},
        {"operands=lns12_6", "method=bipartite"},
        {"operands=lns12_6", "method=bipartite", "error=2"},
        {"operands=lns8_3", "method=cotransform"},
        {"operands=lns8_4", "method=cotransform", "error=2"},
        {"operands=lns8_3", "method=cotransform", "error=correct"},
        {"operands=lns12_6", "method=cotransform"},
        {"operands=lns16_10", "method=cotransform"},
        {"operands=lns8_3", "method=mitchell"},
        {"operands=lns12_6", "method=interpolate"},
        {"operands=lns16_10", "method=interpolate"},
        {"operands=lns12_6", "method=mitchell"}}},
      {UnitKind::kLogMac,
       {{"operands=lns8_3", "accumulator=fixed+3"},
        {"operands=lns8_madam", "table_entries=2", "overflow=saturate", "accumulator=fixed+0"},
        {"operands=lns8_madam,lns8_3", "table_entries=1", "adder=sklansky"},
        {"operands=lns12_6", "table_entries=16", "table_bits=7"},
        {"operands=dbns8_3"},
        {"operands=dbns4_2", "table_bits=1", "overflow=saturate", "accumulator=fixed+0"},
        {"operands=dbns6_3,dbns8_4", "table_bits=5", "accumulator=fixed+3", "adder=sklansky"},
        {"operands=lns8_3", "accumulator=lns8_3", "method=linear"},
        {"operands=lns8_madam", "accumulator=lns12_3", "method=linear", "table_entries=2"},
        {"operands=lns8_3", "accumulator=lns8_3"},
        {"operands=lns8_madam", "accumulator=lns12_3", "method=interpolate"},
        {"operands=lns8_madam", "accumulator=lns12_3", "method=bipartite"},
        {"operands=lns8_madam", "accumulator=lns12_3", "method=cotransform"},
        {"operands=lns12_6", "accumulator=lns12_6", "method=cotransform", "error=2"},
        {"operands=lns12_6", "accumulator=lns12_6", "method=mitchell"}}},
      {UnitKind::kBlockDot,
       {{"operands=int4", "lanes=3", "accumulator=fixed+2", "overflow=saturate"},
        {"operands=fp8_e5m2", "lanes=2", "accumulator=fixed+4", "multiplier=dadda",
         "adder=sklansky"},
        {"operands=nvfp4", "lanes=4", "block=2", "accumulator=fixed+6"},
        {"operands=fp8_e4m3", "lanes=1", "accumulator=fp16"},
        {"operands=int8", "lanes=4", "accumulator=bf16", "rounding=toward_negative"},
        {"operands=mx6", "lanes=4", "block=2", "accumulator=fp16"},
        {"operands=vsq4", "lanes=4", "accumulator=fp32", "join=after"},
        {"operands=mxfp8_e5m2", "lanes=4", "block=2", "accumulator=fp16", "window=12",
         "reduction=max_exponent", "alignment=sticky"},
        {"operands=mx9", "lanes=4", "accumulator=fp32", "reduction=max_exponent", "window=9",
         "join=after", "rounding=toward_zero"},
        {"operands=fp8_e4m3fnuz", "lanes=3", "accumulator=fp16", "reduction=fp_tree"},
        {"operands=fp8_e5m2", "lanes=3", "accumulator=fp8_e5m2", "reduction=fp_tree",
         "subnormals=flush"},
        {"operands=nf4,bnb_dynamic8", "lanes=1", "accumulator=fp16", "values=fp8_e4m3"},
        {"operands=fp8_e5m2,af4x64", "lanes=4", "block=2", "accumulator=fp32", "values=int8"}}},
      {UnitKind::kPositMul,
       {{"operands=posit3_0"},
        {"operands=posit8_0", "multiplier=dadda"},
        {"operands=posit8_2,posit5_0", "accumulator=posit16_1", "adder=sklansky"},
        {"operands=posit8_7"},
        {"operands=posit16_2", "multiplier=booth_radix4", "adder=kogge_stone"}}},
      {UnitKind::kPositAdd,
       {{"operands=posit3_2"},
        {"operands=posit8_1", "adder=sklansky"},
        {"operands=posit8_0,posit6_3", "accumulator=posit16_2"},
        {"operands=posit8_8"},
        {"operands=posit32_2", "adder=brent_kung"}}},
      {UnitKind::kPositFma,
       {{"operands=posit4_0"},
        {"operands=posit5_2", "multiplier=wallace", "adder=sklansky"},
        {"operands=posit8_2", "accumulator=posit16_2"},
        {"operands=posit6_0,posit8_1", "accumulator=posit5_4"},
        {"operands=posit16_1"}}},
      {UnitKind::kPositQuireMac,
       {{"operands=posit3_0"},
        {"operands=posit8_0,posit5_2", "accumulator=fixed+0", "overflow=saturate"},
        {"operands=posit8_2", "multiplier=dadda", "adder=sklansky"},
        {"operands=posit16_1"}}},
      {UnitKind::kPositQuireRound,
       {{"operands=posit3_0"},
        {"operands=posit8_0", "accumulator=posit5_2"},
        {"operands=posit8_2", "adder=sklansky"},
        {"operands=posit16_1"}}},
  };
  return arguments.at(unit);
}

}  // namespace

std::vector<Design> StageTestDesigns(UnitKind unit) {
  std::vector<Design> designs;
  for (std::vector<std::string> arguments : Arguments(unit)) {
    arguments.push_back("unit=" + std::string(Name(unit)));
    designs.push_back(ParseDesignArguments(arguments, {}, Form::kOperation));
  }
  return designs;
}

void ExpectStageAgrees(UnitKind kind, const std::string& stage, std::size_t least_cases) {
  std::size_t cases = 0;
  bool in_some = false;
  for (const Design& design : StageTestDesigns(kind)) {
    SCOPED_TRACE(DisplayName(design));
    const auto unit = MakeUnit(design);
    const auto& stages = unit->stages();
    const auto at = std::ranges::find_if(
        stages, [&](const StageShape& s) { return s.name == stage || s.rtl_module == stage; });
    // Which stages a dot product has depends on its reduction; some blocks' scales need no
    // division; one method of sums of logarithms has a stage of its own, and so have conversions
    // between two families.
    if (at == stages.end() && (kind == UnitKind::kBlockDot || kind == UnitKind::kBlockQuantize ||
                               kind == UnitKind::kElmaMac || kind == UnitKind::kLogAdd ||
                               kind == UnitKind::kLogMac || kind == UnitKind::kConvert)) {
      continue;
    }
    ASSERT_NE(at, stages.end()) << "no stage " << stage;
    in_some = true;
    const auto index = static_cast<int>(at - stages.begin());

    const bool all =
        unit->a_bits() + unit->b_bits() + unit->c_bits() + unit->r_bits() <= kMostBitsOfAll;
    std::unique_ptr<OperandSource> source;
    if (all) {
      source = std::make_unique<Exhaustive>(design, unit->c_bits());
    } else {
      source = MakeRandomSource(design, unit->c_bits(), kSeed);
    }
    OperandBlock block(all ? std::size_t{1} << kMostBitsOfAll : kRandomCases, unit->limbs());
    const std::size_t filled = source->Fill(block.Buffers(block.capacity()));
    ASSERT_GT(filled, 0u);

    RtlDut rtl(*unit, RtlFlavour::kTapped);
    for (std::size_t i = 0; i < filled; ++i) {
      PortsIn in;
      static_cast<Operation&>(in) = block.At(i);
      in.valid = true;
      rtl.Outputs(in);
      const Bits law = unit->Trace(in)[static_cast<std::size_t>(index)];
      const std::optional<Bits> tap = rtl.Tap(index);
      ASSERT_TRUE(tap.has_value());
      ASSERT_EQ(law, *tap) << Describe(*unit, in) << "\nlaw: " << Describe(*at, law)
                           << "\nrtl: " << Describe(*at, *tap);
    }
    cases += filled;
  }
  std::printf("%zu cases, seed %llu\n", cases, static_cast<unsigned long long>(kSeed));
  EXPECT_TRUE(in_some) << "no design has a stage " << stage;
  EXPECT_GE(cases, least_cases);
}

}  // namespace macroscope
