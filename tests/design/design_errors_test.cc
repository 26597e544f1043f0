// Each impossible design names the key at fault, what is wrong, and what would be right. Long for
// one file, but mostly the one list of designs.
#include <gtest/gtest.h>

#include <sstream>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "sim/config/design_keys.h"

namespace macroscope {
namespace {

struct Bad {
  std::string arguments;  // key=value ...
  const char* key;
  std::vector<std::string> words;
};

DesignText Text(const std::string& arguments) {
  DesignText text;
  std::istringstream words(arguments);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    DesignField(text, word.substr(0, equals)) = word.substr(equals + 1);
  }
  return text;
}

const std::vector<Bad>& BadDesigns() {
  static const std::vector<Bad> designs = {
      {"operands=int8", "unit", {"missing", "int_mac kulisch_mac fp_fma"}},
      {"unit=fpu operands=int8", "unit", {"unknown unit 'fpu'", "int_mac kulisch_mac fp_fma"}},
      {"unit=int_mac", "operands", {"missing", "fp8_e4m3,int8"}},
      {"unit=int_mac operands=int9000", "operands", {"unknown format 'int9000'", "int8", "intN"}},
      {"unit=fp_fma operands=int8,int8,int8", "operands", {"names 3 formats", "two"}},
      {"unit=fp_fma operands=int8,", "operands", {"unknown format ''"}},
      {"unit=int_mac operands=fp16", "operands", {"fp16 is floating", "kulisch_mac or a unit fp_"}},
      {"unit=int_mac operands=int8,fp16", "operands", {"fp16 is floating"}},
      {"unit=int_mac operands=int8 accumulator=fixed15",
       "accumulator",
       {"too narrow", "needs 16 bits", "fixed16"}},
      {"unit=int_mac operands=int8 accumulator=int12",
       "accumulator",
       {"int12 is too narrow", "needs 16 bits"}},
      {"unit=int_mac operands=int8 accumulator=fp16", "accumulator", {"'fp16'", "fixed+G", "intW"}},
      {"unit=int_mac operands=int8 accumulator=fixed+", "accumulator", {"'fixed+'", "fixed+G"}},
      {"unit=int_mac operands=int8 accumulator=fixed+-3", "accumulator", {"'fixed+-3'"}},
      {"unit=int_mac operands=q3.4 accumulator=int32",
       "accumulator",
       {"counts ones", "2^-8", "fixed32"}},
      {"unit=kulisch_mac operands=fp8_e4m3 accumulator=int64", "accumulator", {"2^-18", "fixed64"}},
      {"unit=kulisch_mac operands=fp8_e4m3 accumulator=fixed36", "accumulator", {"needs 37 bits"}},
      {"unit=kulisch_mac operands=fp32 accumulator=fixed1022",
       "accumulator",
       {"1022 bits and 3 flags", "1024"}},
      {"unit=kulisch_mac operands=fp64", "accumulator", {"1024", "has 4197"}},
      {"unit=fp_fma operands=fp16 accumulator=fixed+12",
       "accumulator",
       {"'fixed+12' is fixed point", "floating"}},
      {"unit=fp_fma operands=fp16 accumulator=int32", "accumulator", {"int32 is an integer"}},
      {"unit=fp_fma operands=fp16 accumulator=e8m0", "accumulator", {"e8m0 has no sign"}},
      {"unit=fp_fma operands=fp16 accumulator=fp99",
       "accumulator",
       {"unknown format 'fp99'", "fp32"}},
      {"unit=fp_fma operands=fp16 rounding=up",
       "rounding",
       {"unknown rounding 'up'", "toward_positive"}},
      {"unit=fp_fma operands=fp16 random_bits=4", "random_bits", {"only stochastic rounding"}},
      {"unit=fp_fma operands=fp16 rounding=stochastic random_bits=33",
       "random_bits",
       {"'33' is no number from 1 to 32"}},
      {"unit=fp_fma operands=fp16 subnormals=drop", "subnormals", {"keep flush_inputs"}},
      {"unit=int_mul operands=int8 subnormals=flush", "subnormals", {"exact and rounds nothing"}},
      {"unit=fp_fma operands=fp16 form=mac flags=on", "flags", {"the mac form gives sums"}},
      {"unit=kulisch_mac operands=fp16 flags=on", "flags", {"exact and rounds nothing"}},
      {"unit=int_add operands=int8 tininess=before_rounding", "tininess", {"rounds nothing"}},
      {"unit=fp_add operands=fp16 form=mac", "form", {"accumulates nothing"}},
      {"unit=fp_add operands=fp16,bf16", "accumulator", {"missing", "two formats"}},
      {"unit=fp_add operands=int8,fp16", "operands", {"int8 is an integer", "int_add"}},
      {"unit=int_add operands=int8,q4.4", "operands", {"one binary point", "int8 has 0"}},
      {"unit=convert operands=fp32", "accumulator", {"missing", "format that convert"}},
      {"unit=convert operands=fp32,fp16 accumulator=int8", "operands", {"a scale", "e8m0"}},
      {"unit=fp_add operands=fp16 multiplier=array", "multiplier", {"has no multiplier"}},
      {"unit=fp_mul operands=fp16 leading_zeros=anticipate", "leading_zeros", {"no sum"}},
      {"unit=int_mac operands=int8 path=dual", "path", {"a single path"}},
      {"unit=int_mac operands=int8 rounding=toward_zero", "rounding", {"exact and rounds nothing"}},
      {"unit=fp_fma operands=fp16 overflow=wrap",
       "overflow",
       {"fp32 has no wrap", "infinity or nan"}},
      {"unit=fp_fma operands=fp16 accumulator=fp8_e4m3 overflow=infinity",
       "overflow",
       {"nan or saturate"}},
      {"unit=fp_fma operands=fp16 accumulator=fp6_e3m2 overflow=nan", "overflow", {"be saturate"}},
      {"unit=int_mac operands=int8 overflow=infinity", "overflow", {"wrap or saturate"}},
      {"unit=int_mac operands=int8 overflow=clip", "overflow", {"unknown overflow 'clip'"}},
      {"unit=int_mac operands=int8 form=loop", "form", {"'loop'", "operation mac"}},
      {"unit=int_mac operands=int8 multiplier=booth", "multiplier", {"operator wallace"}},
      {"unit=int_mac operands=int8 adder=carry", "adder", {"operator sklansky"}},
      {"unit=int_mac operands=int8 cuts=5", "cuts", {"4 stages", "0 to 4 do"}},
      {"unit=int_mac operands=int8 form=mac cuts=4", "cuts", {"mac form", "0 to 3 do"}},
      {"unit=fp_fma operands=fp16 cuts=6", "cuts", {"6 stages", "0 to 5 do"}},
      {"unit=fp_fma operands=fp16 cuts=-1", "cuts", {"'-1' is no number"}},
      {"unit=fp_fma operands=fp16 cuts=mul", "cuts", {"no stage 'mul'", "unpack"}},
      {"unit=fp_fma operands=fp16 cuts=add+add", "cuts", {"'add' is named twice"}},
      {"unit=fp_fma operands=fp16 form=mac cuts=round", "cuts", {"accumulator register"}},
      {"unit=block_quantize operands=fp32", "accumulator", {"missing", "block format"}},
      {"unit=block_quantize operands=fp32 accumulator=fp8_e4m3",
       "accumulator",
       {"fp8_e4m3 is no block format", "mxfp4"}},
      {"unit=block_quantize operands=fp32 accumulator=nvfp4 scale_rule=floor",
       "scale_rule",
       {"nvfp4 has no power of two for a scale"}},
      {"unit=block_quantize operands=fp32 accumulator=vsq4 cuts=7", "cuts", {"6 stages"}},
      {"unit=block_quantize operands=int8 accumulator=mxfp4", "operands", {"integer", "fp32"}},
      {"unit=block_quantize operands=e8m0 accumulator=mxfp4", "operands", {"no sign"}},
      {"unit=block_quantize operands=fp64 accumulator=mxfp4", "operands", {"fp32 does not"}},
      {"unit=block_quantize operands=fp32,fp32 accumulator=mxfp4", "operands", {"one format"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 lanes=16",
       "lanes",
       {"'16' lanes", "has 32"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 block=65", "block", {"2 to 64"}},
      {"unit=block_quantize operands=fp32 accumulator=mx9 block=5", "block", {"sub-blocks of 2"}},
      {"unit=block_quantize operands=fp32 accumulator=flex16_5 lanes=65", "lanes", {"2 to 64"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 scale_rule=up",
       "scale_rule",
       {"unknown scale_rule 'up'", "floor ceil even rceil"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 rounding=port",
       "rounding",
       {"fixed direction"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 overflow=wrap",
       "overflow",
       {"has no wrap", "saturate"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 form=mac", "form", {"operation form"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 flags=on", "flags", {"no such choice"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 window=8", "window", {"sums nothing"}},
      {"unit=block_dot operands=fp64 lanes=64 accumulator=fp32",
       "lanes",
       {"64 lanes of fp64", "4096 bits", "2048 at most"}},
      {"unit=block_dot operands=bf16 accumulator=fp32 subnormals=flush",
       "subnormals",
       {"where each node rounds", "fp_tree", "leave it out"}},
      {"unit=block_dot operands=mxfp4 accumulator=fp32 reduction=fp_tree subnormals=flush",
       "subnormals",
       {"mxfp4 and mxfp4 have blocks", "leave it out"}},
      {"unit=block_dot operands=nf4,bf16 accumulator=fp32 values=nf4",
       "values",
       {"'nf4' is of family codebook", "integers and floating formats alone"}},
      {"unit=block_dot operands=nf4,bf16 accumulator=fp32 values=mxfp4",
       "values",
       {"'mxfp4' is a format of blocks"}},
      {"unit=block_dot operands=mxfp4,bf16 accumulator=fp32 values=bf16",
       "values",
       {"mxfp4 and bf16 are no codebooks", "leave it out"}},
      {"unit=block_dot operands=nf4,bf16 accumulator=fp32 values=uint8",
       "values",
       {"uint8 has no sign", "nf4 has negative values"}},
      {"unit=block_dot operands=nf4,bf16 accumulator=fp32 values=int25",
       "values",
       {"int25 is wider than the table", "24 significant bits"}},
      {"unit=block_dot operands=nf4,bf16 accumulator=fp32 values=fp64",
       "values",
       {"fp64 is wider than the table"}},
      {"unit=block_dot operands=nf4 lanes=64 accumulator=fp32 values=int33", "values", {"int33"}},
      {"unit=fp_fma operands=fp16 values=bf16", "values", {"leave it out, or use block_dot"}},
      {"unit=block_quantize operands=fp32 accumulator=mxfp4 values=bf16",
       "values",
       {"looks no codes up"}},
      {"unit=block_quantize operands=fp32 accumulator=nf4x64",
       "accumulator",
       {"nf4x64 is a block of codes", "as mxfp4"}},
      {"unit=fp_add operands=fp32 scale_rule=even", "scale_rule", {"block_quantize"}},
      {"unit=elma_mac operands=int8", "operands", {"log posits such as elma8_1", "int8"}},
      {"unit=elma_mac operands=lns8_3", "operands", {"log posits", "family logarithmic"}},
      {"unit=elma_mac operands=elma8_1,elma8_0", "operands", {"one format", "elma8_0"}},
      {"unit=elma_mac operands=elma4_1", "operands", {"no fraction bits", "powers of two"}},
      {"unit=elma_mac operands=elma24_1", "operands", {"20 index bits", "at most 16"}},
      {"unit=elma_mac operands=elma8_1 accumulator=fp16",
       "accumulator",
       {"'fp16' is no accumulator of elma_mac", "fixed+G", "elma8_1"}},
      {"unit=elma_mac operands=elma8_1 accumulator=fixed37", "accumulator", {"needs 38 bits"}},
      {"unit=elma_mac operands=elma8_1 multiplier=dadda", "multiplier", {"no multiplier"}},
      {"unit=elma_mac operands=elma8_1 method=table", "method", {"elma_mac", "log_add or log_mac"}},
      {"unit=fp_add operands=fp16 error=faithful", "error", {"fp_add", "leave it out"}},
      {"unit=log_add operands=fp16", "operands", {"logarithmic formats such as lns8_3", "fp16"}},
      {"unit=log_add operands=lns8_3,lns8_4", "operands", {"8 steps an octave", "16"}},
      {"unit=log_add operands=lns8_3,lns9_3", "operands", {"one format", "lns9_3"}},
      {"unit=log_add operands=lns8_madam", "operands", {"has no zero", "zero: flag"}},
      {"unit=log_add operands=lns8_3 accumulator=lns12_3",
       "accumulator",
       {"operands' format, lns8_3", "lns12_3"}},
      {"unit=log_add operands=lns8_3 method=linear", "method", {"no fixed-point sum", "log_mac"}},
      {"unit=log_add operands=lns8_3 method=square",
       "method",
       {"unknown method 'square'", "table interpolate"}},
      {"unit=log_add operands=lns8_3 error=faithful", "error", {"correct; leave it out"}},
      {"unit=log_add operands=lns8_3 method=interpolate error=none", "error", {"faithful"}},
      {"unit=log_add operands=lns8_3 method=interpolate error=small",
       "error",
       {"'small'", "correct, faithful, none, or a bound"}},
      {"unit=log_add operands=lns8_3 method=interpolate error=0.2",
       "method",
       {"error 0.20", "no tables of lines", "larger error"}},
      {"unit=log_add operands=lns8_3 method=cotransform error=none",
       "error",
       {"cotransform takes the least tables", "faithful"}},
      {"unit=log_add operands=lns8_3 method=cotransform error=0.1",
       "method",
       {"error 0.10", "no tables with co-transformation", "larger error"}},
      {"unit=log_add operands=lns3_0 method=cotransform",
       "method",
       {"distances of one bit", "another method"}},
      {"unit=log_add operands=lns8_3 cuts=cotransform",
       "cuts",
       {"no stage 'cotransform'", "unpack order lookup"}},
      {"unit=log_add operands=lns8_3 method=mitchell error=0.5",
       "error",
       {"units in the last place off", "another method"}},
      {"unit=log_add operands=lns24_14", "method", {"lns24_14", "index bits", "another method"}},
      {"unit=log_add operands=lns8_3 table_bits=8", "table_bits", {"follow from `error`"}},
      {"unit=log_add operands=lns8_3 adder=sklansky", "adder", {"log_add", "leave it out"}},
      {"unit=log_add operands=dbns8_3", "operands", {"log_add", "dbns8_3", "family double_base"}},
      {"unit=elma_mac operands=dbns8_3", "operands", {"log posits", "family double_base"}},
      {"unit=log_mac operands=dbns8_3,lns8_3", "operands", {"dbns8_3", "lns8_3", "their like"}},
      {"unit=log_mac operands=fp16,dbns8_3", "operands", {"dbns8_3", "fp16", "their like"}},
      {"unit=log_mac operands=dbns8_3 accumulator=dbns8_3",
       "accumulator",
       {"'dbns8_3' is no accumulator", "fixed+G"}},
      {"unit=log_mac operands=lns8_3 accumulator=dbns8_3", "accumulator", {"family double_base"}},
      {"unit=log_mac operands=dbns8_3 method=table", "method", {"table", "fixed point"}},
      {"unit=log_mac operands=dbns8_3 error=1", "error", {"exact", "table_bits"}},
      {"unit=log_mac operands=dbns8_3 table_entries=4", "table_entries", {"dbns8_3", "15"}},
      {"unit=log_mac operands=dbns8_3 table_bits=25", "table_bits", {"'25'", "1 to 24"}},
      {"unit=log_mac operands=dbns16_8 table_bits=23", "table_bits", {"32 bits", "at most 22"}},
      {"unit=log_mac operands=dbns16_2", "accumulator", {"1024"}},
      {"unit=convert operands=dbns8_3 accumulator=fp16", "operands", {"only log_mac takes"}},
      {"unit=convert operands=fp16 accumulator=dbns8_3", "accumulator", {"only log_mac takes"}},
      {"unit=posit_mul operands=dbns8_3", "operands", {"dbns8_3", "double_base"}},
      {"unit=code_sums operands=dbns8_3,int8", "operands", {"dbns8_3", "double_base"}},
      {"unit=log_mac operands=lns8_3 table_entries=3", "table_entries", {"'3'", "power of two"}},
      {"unit=log_mac operands=lns8_3 table_entries=16", "table_entries", {"8 steps an octave"}},
      {"unit=log_mac operands=lns8_3 table_entries=1 table_bits=4", "table_bits", {"is none"}},
      {"unit=log_mac operands=lns8_3 table_bits=40", "table_bits", {"1 to 24"}},
      {"unit=log_mac operands=lns8_3 error=1", "error", {"exact", "table_entries"}},
      {"unit=log_mac operands=lns8_3 method=mitchell", "method", {"fixed point are linear"}},
      {"unit=log_mac operands=lns8_3 accumulator=lns8_madam", "accumulator", {"has no zero"}},
      {"unit=log_mac operands=lns8_3 accumulator=lns8_4", "accumulator", {"16 steps an octave"}},
      {"unit=log_mac operands=lns8_3 accumulator=fp16", "accumulator", {"fp16", "lns8_3"}},
  };
  return designs;
}

TEST(DesignError, NamesKeyFaultAndRemedy) {
  const Catalogue catalogue;
  for (const Bad& bad : BadDesigns()) {
    const DesignText text = Text(bad.arguments);
    SCOPED_TRACE(bad.arguments);
    try {
      ParseDesign(text, catalogue);
      ADD_FAILURE() << "nothing thrown; key " << bad.key;
    } catch (const DesignError& error) {
      EXPECT_EQ(error.key(), bad.key);
      const std::string message = error.what();
      for (const std::string& word : bad.words) {
        EXPECT_NE(message.find(word), std::string::npos) << "'" << word << "' in: " << message;
      }
    }
  }
  std::printf("%zu designs\n", BadDesigns().size());
}

// Codebooks and values that users' formats could name.
TEST(DesignError, RefusesValuesThatATableDoesNotFit) {
  Catalogue catalogue;
  Format table{.name = "large", .family = Family::kCodebook};
  table.codebook.values = {-1000, 0, 1, 8};
  catalogue.Add(table);
  Format positive{.name = "no_zero", .has_sign = false, .exponent_bits = 8, .bias = 127};
  positive.specials = Specials::kNone;
  positive.has_subnormals = positive.has_zero = false;
  catalogue.Add(positive);
  table.name = "unsigned";
  table.codebook.values = {0, 1, 2, 4};
  catalogue.Add(table);
  const auto message = [&catalogue](const char* operands, const char* values) -> std::string {
    try {
      ParseDesign({.unit = "block_dot",
                   .operands = operands,
                   .accumulator = "fp32",
                   .lanes = "2",
                   .values = values},
                  catalogue);
    } catch (const DesignError& error) {
      EXPECT_EQ(error.key(), "values");
      return error.what();
    }
    return "";
  };
  EXPECT_NE(message("large,bf16", "fp8_e4m3").find("does not reach the greatest value of large"),
            std::string::npos);
  EXPECT_NE(message("unsigned,bf16", "no_zero").find("no_zero has no zero, and unsigned has"),
            std::string::npos);
  EXPECT_EQ(message("large,bf16", "int4"), "");
  EXPECT_EQ(message("unsigned,bf16", "uint8"), "");
}

// Accumulators that users' formats could name.
TEST(DesignError, RefusesAccumulatorsThatCannotHoldASum) {
  Catalogue catalogue;
  Format format = catalogue.Find("fp16");
  format.name = "flushing";
  format.has_subnormals = false;
  catalogue.Add(format);
  format.name = "zeroless";
  format.has_zero = false;
  catalogue.Add(format);
  for (const auto& [name, word] :
       {std::pair("flushing", "has no subnormals"), std::pair("zeroless", "has no zero")}) {
    DesignText text;
    text.unit = "fp_fma";
    text.operands = "fp16";
    text.accumulator = name;
    try {
      ParseDesign(text, catalogue);
      ADD_FAILURE() << name;
    } catch (const DesignError& error) {
      EXPECT_EQ(error.key(), "accumulator");
      EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace macroscope
