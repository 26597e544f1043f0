// Designs of block_dot that between them have every reduction, join, kind of scale and accumulator.
#pragma once

#include <string>
#include <vector>

#include "sim/config/design_arguments.h"

namespace macroscope {

// As on the command line, without the unit.
inline const std::vector<std::vector<std::string>>& BlockDotArguments() {
  static const std::vector<std::vector<std::string>> arguments = {
      // Fixed-point accumulators.
      {"operands=int4", "lanes=1", "accumulator=fixed+3"},
      {"operands=int8", "lanes=8", "accumulator=fixed+8", "overflow=saturate"},
      {"operands=smag4,uint3", "lanes=3", "accumulator=fixed+2", "multiplier=wallace"},
      {"operands=fp4_e2m1", "lanes=1", "accumulator=fixed+2"},
      {"operands=fp8_e4m3", "lanes=4", "accumulator=fixed+4", "adder=sklansky"},
      {"operands=fp8_e5m2,int8", "lanes=2", "accumulator=fixed+0", "overflow=saturate"},
      {"operands=mxfp4", "lanes=4", "accumulator=fixed+5"},
      {"operands=mxint8", "lanes=1", "accumulator=fixed+3"},
      {"operands=nvfp4", "lanes=32", "accumulator=fixed+6"},
      {"operands=vsq4", "lanes=16", "accumulator=fixed+8"},
      {"operands=vsq8,vsq4", "lanes=32", "accumulator=fixed+3", "adder=brent_kung"},
      {"operands=mx6", "lanes=16", "accumulator=fixed+3"},
      {"operands=mxfp8_e5m2", "lanes=2", "accumulator=fixed+3"},
      // Exact sums, one rounding.
      {"operands=fp8_e4m3", "lanes=1", "accumulator=fp16"},
      {"operands=int8", "lanes=1", "accumulator=fp32"},
      {"operands=int8", "lanes=4", "accumulator=bf16", "rounding=toward_negative"},
      {"operands=fp8_e5m2", "lanes=4", "accumulator=fp16", "multiplier=dadda"},
      {"operands=fp16", "lanes=2", "accumulator=fp32", "adder=kogge_stone"},
      {"operands=bf16", "lanes=1", "accumulator=fp32", "rounding=to_odd"},
      {"operands=mxfp4", "lanes=8", "accumulator=fp32"},
      {"operands=mxfp8_e4m3", "lanes=32", "accumulator=fp32", "rounding=toward_zero"},
      {"operands=mxfp6_e2m3,mxfp4", "lanes=4", "accumulator=fp16", "overflow=saturate"},
      {"operands=mxint8", "lanes=4", "accumulator=fp8_e5m2"},
      {"operands=mxint8,mxfp8_e4m3", "lanes=2", "accumulator=fp16", "rounding=toward_negative"},
      {"operands=msfp12", "lanes=16", "accumulator=fp32"},
      {"operands=mx9", "lanes=8", "accumulator=fp32", "rounding=toward_positive"},
      {"operands=mx4,mx6", "lanes=32", "accumulator=fp16"},
      {"operands=nvfp4", "lanes=32", "accumulator=fp32"},
      {"operands=vsq4", "lanes=32", "accumulator=fp32"},
      {"operands=mxfp4,fp8_e4m3", "lanes=4", "accumulator=fp32"},
      {"operands=flex16_5", "lanes=4", "accumulator=fp32"},
      {"operands=mxfp4", "lanes=4", "block=2", "accumulator=fp16"},
      // The accumulator after.
      {"operands=fp8_e4m3", "lanes=8", "accumulator=fp16", "join=after"},
      {"operands=int8", "lanes=2", "accumulator=fp16", "join=after", "rounding=toward_negative"},
      {"operands=mxfp4", "lanes=8", "accumulator=fp32", "join=after"},
      {"operands=mxfp8_e5m2", "lanes=4", "accumulator=fp32", "join=after"},
      {"operands=msfp16", "lanes=16", "accumulator=fp32", "join=after", "rounding=ties_to_away"},
      {"operands=nvfp4", "lanes=16", "accumulator=fp16", "join=after", "overflow=saturate"},
      {"operands=mx6", "lanes=2", "accumulator=fp8_e4m3", "join=after"},
      // Aligned to the greatest exponent.
      {"operands=fp16", "lanes=4", "reduction=max_exponent", "window=23", "rounding=toward_zero"},
      {"operands=fp16", "lanes=8", "accumulator=fp16", "reduction=max_exponent", "window=24"},
      {"operands=fp8_e4m3", "lanes=8", "accumulator=bf16", "reduction=max_exponent", "window=13",
       "rounding=toward_zero"},
      {"operands=fp8_e5m2", "lanes=4", "accumulator=fp16", "reduction=max_exponent", "window=10",
       "alignment=sticky"},
      {"operands=int8", "lanes=3", "accumulator=fp16", "reduction=max_exponent", "window=12"},
      {"operands=mxfp8_e4m3", "lanes=8", "accumulator=fp32", "reduction=max_exponent", "window=25",
       "rounding=toward_zero"},
      {"operands=mx9", "lanes=4", "accumulator=fp32", "reduction=max_exponent", "window=30"},
      {"operands=nvfp4", "lanes=64", "accumulator=fp32", "reduction=max_exponent", "window=35",
       "rounding=toward_zero"},
      {"operands=msfp12", "lanes=32", "accumulator=fp32", "reduction=max_exponent", "terms=blocks",
       "window=24", "alignment=sticky"},
      {"operands=fp8_e4m3", "lanes=4", "accumulator=fp32", "reduction=max_exponent", "window=8",
       "join=after"},
      {"operands=mxfp4", "lanes=32", "accumulator=fp16", "reduction=max_exponent", "terms=blocks",
       "window=5", "join=after", "rounding=toward_negative"},
      {"operands=fp4_e2m1", "lanes=2", "accumulator=fp32", "reduction=max_exponent", "window=2",
       "join=after"},
      // Rounded at each node.
      {"operands=fp16", "lanes=4", "accumulator=fp32", "reduction=fp_tree"},
      {"operands=fp8_e4m3", "lanes=3", "accumulator=fp16", "reduction=fp_tree"},
      {"operands=int4", "lanes=7", "accumulator=fp8_e4m3", "reduction=fp_tree",
       "rounding=toward_negative"},
      {"operands=mxfp4", "lanes=4", "accumulator=fp16", "reduction=fp_tree"},
      {"operands=nvfp4", "lanes=32", "accumulator=fp32", "reduction=fp_tree"},
      {"operands=mx6", "lanes=4", "accumulator=bf16", "reduction=fp_tree", "overflow=saturate"},
      {"operands=fp8_e5m2", "lanes=1", "accumulator=fp8_e5m2", "reduction=fp_tree"},
      {"operands=fp16", "lanes=4", "accumulator=fp32", "reduction=fp_tree", "subnormals=flush"},
      {"operands=bf16", "lanes=2", "accumulator=fp32", "reduction=fp_tree", "subnormals=flush"},
      {"operands=fp8_e5m2", "lanes=3", "accumulator=fp16", "reduction=fp_tree",
       "subnormals=flush_inputs"},
      {"operands=fp8_e4m3,int4", "lanes=4", "accumulator=fp8_e4m3", "reduction=fp_tree",
       "subnormals=flush_outputs", "rounding=toward_positive"},
      // Codes of codebooks, and scales with infinities.
      {"operands=nf4,bf16", "lanes=1", "accumulator=fp32"},
      {"operands=nf4,fp8_e4m3", "lanes=4", "accumulator=fp16", "values=fp8_e4m3"},
      {"operands=nf4,bf16", "lanes=4", "accumulator=fp32", "reduction=max_exponent", "window=24",
       "join=after"},
      {"operands=nf4,int8", "lanes=8", "accumulator=fixed+4", "values=int8"},
      {"operands=nf4x64,fp8_e4m3", "lanes=16", "accumulator=fp32", "values=fp8_e4m3"},
      {"operands=bnb_dynamic8,int8", "lanes=2", "accumulator=fp32", "values=int8"},
      {"operands=bnb_fp4", "lanes=2", "accumulator=fp32", "values=fp6_e3m2"},
      {"operands=af4x64,int8", "lanes=4", "accumulator=fp32", "values=int8", "join=after"},
      {"operands=fp8_e5m2,bnb_fp4x64", "lanes=4", "block=2", "accumulator=fp32", "values=fp16"},
      {"operands=int4x64,fp16", "lanes=4", "accumulator=fp32", "reduction=max_exponent",
       "window=25"},
      {"operands=nf4x64,int8", "lanes=2", "accumulator=fixed+2", "values=smag8"},
      {"operands=nf4x64,nf4", "lanes=4", "accumulator=fp32", "reduction=fp_tree"},
  };
  return arguments;
}

inline Design BlockDotDesign(std::vector<std::string> arguments, Form form = Form::kOperation) {
  arguments.push_back("unit=block_dot");
  return ParseDesignArguments(arguments, {}, form);
}

}  // namespace macroscope
