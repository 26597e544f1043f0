// The designs that the engines are held against each other on: small enough to be built in a second
// each, and every unit, form, placement of registers and architecture among them.
// Long for one file, but only two lists of designs.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "sim/config/design_keys.h"

namespace macroscope {

struct TestDesign {
  std::string name;  // For GoogleTest.
  DesignText text;

  Design design() const { return ParseDesign(text, Catalogue()); }
  friend void PrintTo(const TestDesign& test, std::ostream* os) { *os << test.name; }
};

inline DesignText Text(const std::string& unit, const std::string& operands,
                       const std::string& accumulator, const std::string& form = "operation",
                       const std::string& cuts = "0", const std::string& architecture = "operator",
                       const std::string& overflow = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  text.form = form;
  text.cuts = cuts;
  text.multiplier = architecture;
  text.adder = architecture == "operator" ? "operator" : "sklansky";
  text.overflow = overflow;
  return text;
}

// "unit=fp_add operands=fp16 ..." as on the command line.
inline DesignText Text(const std::string& arguments) {
  DesignText text;
  std::istringstream words(arguments);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    DesignField(text, word.substr(0, equals)) = word.substr(equals + 1);
  }
  return text;
}

// Operation form, for bulk comparison; at most 2^20 operations each where all are tried.
inline std::vector<TestDesign> BulkDesigns() {
  return {
      {"int_mac_int4", Text("int_mac", "int4", "fixed+2")},
      {"int_mac_mixed_wallace",
       Text("int_mac", "smag4,uint3", "fixed+3", "operation", "0", "wallace")},
      {"int_mac_saturating",
       Text("int_mac", "int4", "fixed+1", "operation", "0", "operator", "saturate")},
      {"int_mac_pipelined", Text("int_mac", "int5,uint4", "fixed+2", "operation", "3")},
      {"int_mac_wide", Text("int_mac", "int32", "fixed+80")},
      {"kulisch_mac_fp4", Text("kulisch_mac", "fp4_e2m1", "fixed+2")},
      {"kulisch_mac_fp6", Text("kulisch_mac", "fp6_e3m2,fp6_e2m3", "fixed+4")},
      {"kulisch_mac_e5m2_wallace",
       Text("kulisch_mac", "fp8_e5m2", "fixed+12", "operation", "2", "wallace")},
      {"fp_fma_fp4", Text("fp_fma", "fp4_e2m1", "fp4_e2m1")},
      {"fp_fma_fp6", Text("fp_fma", "fp6_e3m2", "fp6_e3m2")},
      {"fp_fma_fp4_fp8_wallace",
       Text("fp_fma", "fp4_e2m1,int4", "fp8_e4m3", "operation", "0", "wallace")},
      {"fp_fma_pipelined", Text("fp_fma", "fp4_e2m1", "fp8_e5m2", "operation", "5")},
      {"fp_fma_e4m3fnuz_fp16", Text("fp_fma", "fp8_e4m3fnuz", "fp16")},
      {"fp_fma_bf16_fp32", Text("fp_fma", "bf16", "fp32", "operation", "1")},
      {"fp_fma_port", Text("unit=fp_fma operands=fp6_e3m2 accumulator=fp6_e3m2 rounding=port "
                           "path=dual leading_zeros=anticipate")},
      {"fp_fma_stochastic", Text("unit=fp_fma operands=fp4_e2m1 accumulator=fp8_e4m3 "
                                 "rounding=stochastic random_bits=4 cuts=2")},
      {"fp_fma_flush", Text("unit=fp_fma operands=fp8_e5m2 accumulator=fp8_e5m2 subnormals=flush "
                            "rounding=toward_negative multiplier=booth_radix4")},
      {"fp_add_port", Text("unit=fp_add operands=fp8_e5m2 rounding=port cuts=2")},
      {"fp_add_dual", Text("unit=fp_add operands=fp16 path=dual leading_zeros=anticipate")},
      {"fp_mul_port", Text("unit=fp_mul operands=fp8_e4m3 rounding=port tininess=before_rounding")},
      {"fp_mul_fp16", Text("unit=fp_mul operands=fp16 multiplier=dadda adder=kogge_stone cuts=1")},
      {"int_add_mixed", Text("unit=int_add operands=smag8,uint7 accumulator=fixed8 "
                             "overflow=saturate cuts=1")},
      {"int_mul_int8", Text("unit=int_mul operands=int8 multiplier=booth_radix4")},
      {"convert_fp16_fp8", Text("unit=convert operands=fp16 accumulator=fp8_e4m3 rounding=port")},
      {"convert_scaled", Text("unit=convert operands=bf16,e8m0 accumulator=int8 cuts=1")},
      {"convert_posit_fp16",
       Text("unit=convert operands=posit16_1 accumulator=fp16 rounding=port cuts=1")},
      {"convert_fp16_posit", Text("unit=convert operands=fp16 accumulator=posit16_1 cuts=2")},
      {"convert_posits", Text("unit=convert operands=posit16_2 accumulator=posit8_0")},
      {"convert_log_fp8", Text("unit=convert operands=lns12_6 accumulator=fp8_e4m3 rounding=port")},
      {"convert_fp16_log", Text("unit=convert operands=fp16 accumulator=lns12_6 cuts=1")},
      {"convert_log_posit_fp8",
       Text("unit=convert operands=elma8_1 accumulator=fp8_e4m3 rounding=port cuts=1")},
      {"convert_fp8_log_posit", Text("unit=convert operands=fp8_e5m2 accumulator=elma8_1 cuts=1")},
      {"convert_codes", Text("unit=convert operands=bnb_dynamic8 accumulator=bf16 cuts=1")},
      {"convert_fp16_codes", Text("unit=convert operands=fp16 accumulator=nf4 cuts=1")},
      {"block_dot_mxfp4", Text("unit=block_dot operands=mxfp4 lanes=4 accumulator=fp16 cuts=1")},
      {"block_dot_fixed", Text("unit=block_dot operands=nvfp4 lanes=32 accumulator=fixed+4")},
      {"block_dot_window", Text("unit=block_dot operands=fp8_e4m3 lanes=4 accumulator=fp16 "
                                "reduction=max_exponent window=13 cuts=2")},
      {"block_dot_tree",
       Text("unit=block_dot operands=fp4_e2m1 lanes=3 accumulator=fp8_e4m3 reduction=fp_tree")},
      {"block_dot_flush", Text("unit=block_dot operands=fp8_e5m2 lanes=2 accumulator=fp8_e5m2 "
                               "reduction=fp_tree subnormals=flush")},
      {"posit_mul_8_2", Text("unit=posit_mul operands=posit8_2 cuts=2")},
      {"posit_add_mixed", Text("unit=posit_add operands=posit8_0,posit6_2 accumulator=posit9_1 "
                               "adder=sklansky")},
      {"posit_fma_6_1", Text("unit=posit_fma operands=posit6_1 multiplier=dadda")},
      {"posit_fma_8_2_16_2", Text("unit=posit_fma operands=posit8_2 accumulator=posit16_2 cuts=3")},
      {"posit_quire_mac_8_0", Text("unit=posit_quire_mac operands=posit8_0 cuts=1")},
      {"posit_quire_round_8_2", Text("unit=posit_quire_round operands=posit8_2 cuts=1")},
      {"block_dot_codebook", Text("unit=block_dot operands=nf4x64,fp8_e4m3 lanes=4 "
                                  "accumulator=fp16 values=fp8_e4m3 cuts=1")},
      {"code_sums_nf4", Text("unit=code_sums operands=nf4,int8 cuts=1")},
      {"code_sums_fp8",
       Text("unit=code_sums operands=bnb_fp4,fp8_e4m3 accumulator=fixed+4 adder=sklansky")},
      {"block_quantize_pair",
       Text("unit=block_quantize operands=fp8_e5m2 accumulator=mxfp4 block=2 scale_rule=rceil")},
      {"block_quantize_mxfp8", Text("unit=block_quantize operands=bf16 accumulator=mxfp8_e4m3 "
                                    "block=4 scale_rule=even cuts=2")},
      {"block_quantize_mx6", Text("unit=block_quantize operands=fp16 accumulator=mx6 block=4")},
      {"block_quantize_nvfp4",
       Text("unit=block_quantize operands=fp8_e4m3 accumulator=nvfp4 block=2")},
      {"block_quantize_vsq8",
       Text("unit=block_quantize operands=bf16 accumulator=vsq8 block=4 cuts=5")},
      {"elma_mac_8", Text("unit=elma_mac operands=elma8_1 cuts=1")},
      {"elma_mac_8_code", Text("unit=elma_mac operands=elma8_1 accumulator=elma8_1")},
      {"elma_mac_8_2_saturating",
       Text("unit=elma_mac operands=elma8_2 accumulator=fixed+3 overflow=saturate adder=sklansky")},
      {"log_add_8", Text("unit=log_add operands=lns8_3")},
      {"log_add_8_lines", Text("unit=log_add operands=lns8_4 method=interpolate cuts=3")},
      {"log_add_8_mitchell", Text("unit=log_add operands=lns8_3 method=mitchell")},
      {"log_add_8_cotransform", Text("unit=log_add operands=lns8_4 method=cotransform cuts=1")},
      {"log_add_8_bipartite", Text("unit=log_add operands=lns8_4 method=bipartite cuts=2")},
      {"log_add_12_lines", Text("unit=log_add operands=lns12_6 method=interpolate error=2")},
      {"log_mac_8", Text("unit=log_mac operands=lns8_3 accumulator=fixed+4 cuts=2")},
      {"log_mac_madam_hybrid",
       Text("unit=log_mac operands=lns8_madam table_entries=4 overflow=saturate")},
      {"log_mac_8_code", Text("unit=log_mac operands=lns8_3 accumulator=lns8_3 method=linear")},
      {"log_mac_double_base",
       Text("unit=log_mac operands=dbns8_3 accumulator=fixed+4 cuts=2 adder=sklansky")},
      {"log_mac_two_double_bases",
       Text("unit=log_mac operands=dbns6_3,dbns8_4 table_bits=4 overflow=saturate")},
      {"log_mac_8_logs", Text("unit=log_mac operands=lns8_3 accumulator=lns8_3")},
      {"log_mac_6_cotransform",
       Text("unit=log_mac operands=lns6_2 accumulator=lns6_2 method=cotransform cuts=2")},
      {"log_mac_6_lines",
       Text("unit=log_mac operands=lns6_2 accumulator=lns6_2 method=interpolate error=1.5")},
  };
}

// Both forms with registers in different places, for cycle by cycle comparison.
inline std::vector<TestDesign> ClockedDesigns() {
  std::vector<TestDesign> designs;
  const struct {
    const char *unit, *operands, *accumulator;
  } units[] = {{"int_mac", "int8", "fixed+12"},
               {"kulisch_mac", "fp8_e3m4", "fixed+6"},
               {"fp_fma", "fp8_e4m3", "fp16"}};
  for (const auto& [unit, operands, accumulator] : units) {
    for (const char* form : {"operation", "mac"}) {
      for (const char* cuts : {"0", "1", "3", "5"}) {
        if (*cuts == '5' && std::string(unit) != "fp_fma") continue;  // Of six stages.
        designs.push_back({std::string(unit) + "_" + form + "_" + cuts,
                           Text(unit, operands, accumulator, form, cuts)});
      }
    }
  }
  const std::pair<const char*, const char*> others[] = {
      {"fp_fma_port", "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 rounding=port cuts=3"},
      {"fp_fma_mac_port",
       "unit=fp_fma operands=fp8_e4m3 accumulator=fp16 form=mac rounding=port cuts=3"},
      {"fp_fma_mac_stochastic",
       "unit=fp_fma operands=fp8_e4m3 accumulator=fp8_e5m2 form=mac rounding=stochastic cuts=2"},
      {"fp_add", "unit=fp_add operands=fp16 rounding=port cuts=3"},
      {"fp_mul", "unit=fp_mul operands=fp8_e5m2 rounding=stochastic cuts=2"},
      {"int_add", "unit=int_add operands=int8 cuts=3"},
      {"int_mul", "unit=int_mul operands=int8 cuts=2"},
      {"convert", "unit=convert operands=fp16,e8m0 accumulator=fp8_e4m3 cuts=2"},
      {"convert_to_posit", "unit=convert operands=fp16 accumulator=posit16_1 cuts=2"},
      {"convert_to_log", "unit=convert operands=fp8_e5m2 accumulator=lns8_3 cuts=3"},
      {"convert_from_log",
       "unit=convert operands=lns8_3 accumulator=fp8_e4m3 rounding=stochastic cuts=3"},
      {"convert_to_log_posit", "unit=convert operands=fp8_e5m2 accumulator=elma8_1 cuts=3"},
      {"convert_to_codes", "unit=convert operands=fp16 accumulator=bnb_fp4 cuts=2"},
      {"convert_from_codes", "unit=convert operands=nf4 accumulator=bf16 cuts=1"},
      {"block_dot", "unit=block_dot operands=mxfp4 lanes=4 accumulator=fp16 cuts=4"},
      {"block_dot_mac", "unit=block_dot operands=mx6 lanes=4 accumulator=fp16 form=mac cuts=3"},
      {"block_dot_mac_after",
       "unit=block_dot operands=fp8_e4m3 lanes=2 accumulator=fp16 join=after form=mac cuts=2"},
      {"block_dot_mac_fixed",
       "unit=block_dot operands=int8 lanes=4 accumulator=fixed+4 form=mac cuts=3"},
      {"block_dot_mac_window",
       "unit=block_dot operands=fp16 lanes=4 accumulator=fp32 form=mac "
       "reduction=max_exponent window=23 cuts=align+add"},
      {"block_dot_codebook",
       "unit=block_dot operands=nf4,int8 lanes=4 accumulator=fp16 cuts=lookup+multiply"},
      {"block_dot_mac_codebook",
       "unit=block_dot operands=bnb_fp4x64,fp8_e4m3 lanes=4 accumulator=fp16 form=mac "
       "values=fp6_e3m2 cuts=lookup+reduce"},
      {"block_quantize", "unit=block_quantize operands=bf16 accumulator=mxfp4 block=8 cuts=3"},
      {"block_quantize_divides",
       "unit=block_quantize operands=bf16 accumulator=nvfp4 block=4 cuts=divide+round"},
      {"code_sums", "unit=code_sums operands=nf4,fp8_e5m2 accumulator=fixed+3 cuts=2"},
      {"code_sums_mac", "unit=code_sums operands=nf4,int8 form=mac cuts=1"},
      {"code_sums_mac_uncut", "unit=code_sums operands=nf4,fp8_e4m3 accumulator=fixed+4 form=mac"},
      {"posit_mul", "unit=posit_mul operands=posit8_2 cuts=2"},
      {"posit_add", "unit=posit_add operands=posit16_1 cuts=3"},
      {"posit_fma", "unit=posit_fma operands=posit8_2 accumulator=posit16_2 cuts=4"},
      {"posit_fma_mac", "unit=posit_fma operands=posit8_2 form=mac cuts=3"},
      {"posit_fma_mac_uncut", "unit=posit_fma operands=posit8_0 accumulator=posit16_1 form=mac"},
      {"posit_quire_mac", "unit=posit_quire_mac operands=posit8_1 cuts=3"},
      {"posit_quire_mac_mac", "unit=posit_quire_mac operands=posit8_2 form=mac cuts=3"},
      {"posit_quire_round", "unit=posit_quire_round operands=posit8_1 cuts=2"},
      {"elma_mac", "unit=elma_mac operands=elma8_1 accumulator=elma8_1 cuts=4"},
      {"elma_mac_mac", "unit=elma_mac operands=elma8_1 form=mac cuts=2"},
      {"elma_mac_mac_code",
       "unit=elma_mac operands=elma8_1 accumulator=elma8_1 form=mac cuts=linear+add+accumulate"},
      {"log_add", "unit=log_add operands=lns8_3 cuts=3"},
      {"log_add_cotransform", "unit=log_add operands=lns8_3 method=cotransform cuts=5"},
      {"log_mac", "unit=log_mac operands=lns8_3 accumulator=fixed+4 cuts=5"},
      {"log_mac_mac", "unit=log_mac operands=lns8_madam accumulator=fixed+4 form=mac cuts=3"},
      {"log_mac_mac_code",
       "unit=log_mac operands=lns8_3 accumulator=lns8_3 method=linear form=mac cuts=accumulate"},
      {"log_mac_double_base", "unit=log_mac operands=dbns8_3 cuts=3"},
      {"log_mac_double_base_mac",
       "unit=log_mac operands=dbns6_3,dbns8_4 accumulator=fixed+4 form=mac cuts=5"},
      {"log_mac_logs", "unit=log_mac operands=lns8_3 accumulator=lns8_3 cuts=4"},
      {"log_mac_logs_mac",
       "unit=log_mac operands=lns8_3 accumulator=lns8_3 form=mac cuts=multiply+lookup+refine"},
      {"log_mac_cotransform_mac",
       "unit=log_mac operands=lns8_3 accumulator=lns8_3 method=cotransform form=mac "
       "cuts=multiply+cotransform+lookup"}};
  for (const auto& [name, arguments] : others) designs.push_back({name, Text(arguments)});
  return designs;
}

}  // namespace macroscope
