// Which conversions there are between families of formats, and what is said of those that are not.
#include <gtest/gtest.h>

#include "models/design/conversion.h"
#include "tests/common/unit_text.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertDesign, SurvivesItsText) {
  const struct {
    const char *from, *to;
    Conversion conversion;
    bool has_flags;
  } rows[] = {{"fp16", "int8", Conversion::kToNumber, true},
              {"posit8_2", "fp16", Conversion::kToNumber, true},
              {"fp16", "posit8_2", Conversion::kToPosit, false},
              {"posit16_1", "posit8_2", Conversion::kToPosit, false},
              {"bf16", "lns8_3", Conversion::kToLogarithm, false},
              {"posit8_2", "lns8_3", Conversion::kToLogarithm, false},
              {"lns8_3", "fp16", Conversion::kFromLogarithm, true},
              {"elma8_1", "fp16", Conversion::kFromLogarithm, true},
              {"posit8_2", "elma8_1", Conversion::kToLogPosit, false},
              {"nf4", "bf16", Conversion::kFromCodebook, false},
              {"fp32", "nf4", Conversion::kToCodebook, false}};
  for (const auto& row : rows) {
    const Design design = ParseDesign(ConvertText(row.from, row.to), Catalogue());
    EXPECT_EQ(ParseDesign(ToText(design), Catalogue()), design);
    EXPECT_EQ(ConversionOf(design), row.conversion) << row.from << " to " << row.to;
    EXPECT_EQ(design.flags == FlagOutput::kOn, row.has_flags) << row.from << " to " << row.to;
  }
}

TEST(ConvertDesign, WaysThatThereAreNot) {
  EXPECT_EQ(Refusal(ConvertText("lns8_3", "posit8_2"), "accumulator"),
            "convert has no way from lns8_3, which is of family logarithmic, to posit8_2, which is "
            "of family posit; go by way of a floating format, as fp16");
  EXPECT_EQ(Refusal(ConvertText("posit8_2", "nf4"), "accumulator"),
            "convert has no way from posit8_2, which is of family posit, to nf4, which is of "
            "family codebook; go by way of a floating format, as fp16");
  EXPECT_EQ(Refusal(ConvertText("nf4", "lns8_3"), "accumulator"),
            "convert has no way from nf4, which is of family codebook, to lns8_3, which is of "
            "family logarithmic; go by way of a floating format, as fp16");
  EXPECT_EQ(Refusal(ConvertText("elma8_1", "posit8_2"), "accumulator"),
            "convert has no way from elma8_1, which is of family log_posit, to posit8_2, which is "
            "of family posit; go by way of a floating format, as fp16");
  EXPECT_EQ(Refusal(ConvertText("fp16", "mxfp4"), "accumulator"),
            "mxfp4 is a format of blocks, and convert takes and gives one number; use "
            "block_quantize");
  EXPECT_NE(Refusal(ConvertText("fp16", "posit2_0"), "accumulator").find("unknown format"),
            std::string::npos);
}

TEST(ConvertDesign, ScalesAndFormatsThatDoNotGoTogether) {
  EXPECT_EQ(Refusal(ConvertText("posit8_2,e8m0", "fp16"), "operands"),
            "a scale goes with integers and floating formats, and posit8_2 is of family posit; "
            "leave it out");
  EXPECT_EQ(Refusal(ConvertText("fp16,e8m0", "lns8_3"), "accumulator"),
            "a scale goes with integers and floating formats, and lns8_3 is of family "
            "logarithmic; leave e8m0 out");
  EXPECT_EQ(Refusal(ConvertText("fp64", "nf4"), "operands"),
            "fp64 is wider than the values of nf4, which are of binary32; take at most 24 "
            "significant bits and 8 exponent bits, as fp32");
  EXPECT_EQ(Refusal(ConvertText("e8m0", "nf4"), "operands"),
            "e8m0 has no zero, which a NaN counts as; take a format with a zero");
  EXPECT_EQ(Refusal(ConvertText("fp32", "lns8_3"), "operands"),
            "the table of the logarithms of the significands of fp32 for lns8_3 has 23 index bits "
            "and entries of 4; it can have at most 16 index bits, entries of 32, and 1048576 bits; "
            "go by way of a narrower format");
  EXPECT_EQ(Refusal(ConvertText("lns8_3", "fp64"), "operands"),
            "the table of the significands by the logarithms of lns8_3 for fp64 has 3 index bits "
            "and entries of 56; it can have at most 16 index bits, entries of 32, and 1048576 "
            "bits; go by way of a narrower format");
}

TEST(ConvertDesign, KeysThatMeanNothing) {
  const auto with = [](DesignText text, std::string DesignText::*key, const char* value) {
    text.*key = value;
    return text;
  };
  EXPECT_EQ(Refusal(with(ConvertText("fp16", "posit8_2"), &DesignText::rounding, "toward_zero"),
                    "rounding"),
            "posit8_2 takes the nearest number, and in no other way; leave it out");
  EXPECT_EQ(Refusal(with(ConvertText("fp16", "lns8_3"), &DesignText::flags, "on"), "flags"),
            "lns8_3 raises no flags; leave it out");
  EXPECT_EQ(Refusal(with(ConvertText("nf4", "bf16"), &DesignText::flags, "on"), "flags"),
            "a table of nf4 raises no flags; leave it out");
  EXPECT_EQ(Refusal(with(ConvertText("nf4", "bf16"), &DesignText::rounding, "port"), "rounding"),
            "convert rounds in one fixed direction; choose another");
  EXPECT_EQ(
      Refusal(with(ConvertText("fp16", "nf4"), &DesignText::subnormals, "flush"), "subnormals"),
      "nf4 has no subnormals; leave it out");
  EXPECT_EQ(Refusal(with(ConvertText("lns8_3", "int8"), &DesignText::overflow, "wrap"), "overflow"),
            "an accumulator int8 has no wrap; it can be saturate");
}

}  // namespace
}  // namespace macroscope
