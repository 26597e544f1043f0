// All pairs of a code of a codebook and an 8-bit activation, on all engines. c is corner-biased.
#include <gtest/gtest.h>

#include "models/formats/catalogue.h"
#include "tests/agreement/agreement.h"

namespace macroscope {
namespace {

struct Pair {
  const char *name, *operands, *values, *accumulator;
};

class CodebookPairs : public testing::TestWithParam<Pair> {};

INSTANTIATE_TEST_SUITE_P(
    Designs, CodebookPairs,
    testing::Values(Pair{"nf4_e4m3_fp16", "nf4,fp8_e4m3", "fp8_e4m3", "fp16"},
                    Pair{"nf4_e4m3_fp32", "nf4,fp8_e4m3", "bf16", "fp32"},
                    Pair{"nf4_int8_fixed", "nf4,int8", "int8", "fixed+4"},
                    Pair{"nf4_int8_fp32", "nf4,int8", "bf16", "fp32"},
                    Pair{"bnb_fp4_int8_fixed", "bnb_fp4,int8", "smag5", "fixed+4"},
                    Pair{"dynamic8_int8_fixed", "bnb_dynamic8,int8", "int8", "fixed+4"},
                    Pair{"dynamic8_int8_fp32", "bnb_dynamic8,int8", "int8", "fp32"}),
    [](const auto& test) { return test.param.name; });

TEST_P(CodebookPairs, EveryPair) {
  const Pair& pair = GetParam();
  const Design design = ParseDesign({.unit = "block_dot",
                                     .operands = pair.operands,
                                     .accumulator = pair.accumulator,
                                     .lanes = "1",
                                     .values = pair.values},
                                    Catalogue());
  ExpectAgreement(design, {"law", "reference", "systemc", "rtl", "netlist"}, 0, /*pairs=*/true);
}

}  // namespace
}  // namespace macroscope
