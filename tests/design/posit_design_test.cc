// What the posit units take, and what they say of all else.
#include <gtest/gtest.h>

#include "tests/common/unit_text.h"

namespace macroscope {
namespace {

TEST(PositDesign, SurvivesItsText) {
  int designs = 0;
  for (const char* unit : {"posit_mul", "posit_add", "posit_fma", "posit_quire_mac"}) {
    for (const char* operands : {"posit8_2", "posit8_0,posit16_1"}) {
      const bool quire = std::string(unit) == "posit_quire_mac";
      const Design design =
          ParseDesign(UnitText(unit, operands, quire ? "fixed+5" : "posit16_2"), Catalogue());
      EXPECT_EQ(ParseDesign(ToText(design), Catalogue()), design);
      ++designs;
    }
    const Design plain = ParseDesign(UnitText(unit, "posit8_2"), Catalogue());
    EXPECT_EQ(ParseDesign(ToText(plain), Catalogue()), plain);
  }
  EXPECT_EQ(designs, 8);
  EXPECT_EQ(DisplayName(ParseDesign(UnitText("posit_quire_mac", "posit16_2"), Catalogue())),
            "posit_quire_mac posit16_2 -> quire");
  EXPECT_EQ(
      DisplayName(ParseDesign(UnitText("posit_quire_round", "posit16_2", "posit8_2"), Catalogue())),
      "posit_quire_round posit16_2 -> posit8_2");
}

TEST(PositDesign, OperandsOfOtherFamiliesAreRefused) {
  EXPECT_EQ(Refusal(UnitText("posit_mul", "posit8_2,fp16"), "operands"),
            "posit_mul takes and gives posits, and 'fp16' is a floating format; give a posit, as "
            "posit8_2, or use fp_mul");
  EXPECT_EQ(Refusal(UnitText("posit_quire_mac", "int8"), "operands"),
            "posit_quire_mac takes and gives posits, and 'int8' is an integer format; give a "
            "posit, as posit8_2, or use kulisch_mac");
  EXPECT_EQ(Refusal(UnitText("posit_add", "lns8_3"), "operands"),
            "posit_add takes and gives posits, and 'lns8_3' is of family logarithmic; give a "
            "posit, as posit8_2, or use fp_add");
  EXPECT_EQ(Refusal(UnitText("posit_fma", "mxfp4"), "operands"),
            "posit_fma takes and gives posits, and 'mxfp4' is a format of blocks; give a posit, "
            "as posit8_2, or use fp_fma");
  EXPECT_EQ(Refusal(UnitText("posit_mul", "posit8_2", "fp32"), "accumulator"),
            "posit_mul takes and gives posits, and 'fp32' is a floating format; give a posit, as "
            "posit8_2, or use fp_mul");
  EXPECT_NE(
      Refusal(UnitText("posit_mul", "posit2_0"), "operands").find("unknown format 'posit2_0'"),
      std::string::npos);
  EXPECT_EQ(Refusal(UnitText("posit_quire_round", "posit8_2,posit8_2"), "operands"),
            "posit_quire_round takes one posit, the one whose quire it rounds; leave 'posit8_2' "
            "out");
}

TEST(PositDesign, AccumulatorsThatCannotBe) {
  EXPECT_EQ(Refusal(UnitText("posit_fma", "posit8_2,posit8_0"), "accumulator"),
            "missing; operands of two posits leave open in which of them posit_fma gives its "
            "result");
  EXPECT_EQ(Refusal(UnitText("posit_quire_mac", "posit8_2,posit8_0", "quire"), "accumulator"),
            "a quire is of one posit, and the operands are posit8_2 and posit8_0; give fixed+G, G "
            "bits above their exact product");
  EXPECT_EQ(Refusal(UnitText("posit_quire_mac", "posit32_3"), "accumulator"),
            "the quire of posit32_3 has 1024 bits and a flag; the most is 1024 together");
  EXPECT_EQ(Refusal(UnitText("posit_quire_mac", "posit8_2", "posit16_2"), "accumulator"),
            "'posit16_2' is no accumulator of posit_quire_mac; give fixed+G (G guard bits above "
            "the product), fixedW or intW (W bits)");
  EXPECT_NE(Refusal(UnitText("posit_quire_mac", "posit8_2", "fixed90"), "accumulator")
                .find("is too narrow"),
            std::string::npos);
}

TEST(PositDesign, PositsLeaveNoChoiceOfRounding) {
  const struct {
    std::string DesignText::*field;
    const char *key, *value, *message;
  } rows[] = {
      {&DesignText::rounding, "rounding", "toward_zero",
       "posits round to nearest, ties to even, and in no other way; leave it out"},
      {&DesignText::rounding, "rounding", "port",
       "posits round to nearest, ties to even, and in no other way; leave it out"},
      {&DesignText::subnormals, "subnormals", "flush", "posits have no subnormals; leave it out"},
      {&DesignText::flags, "flags", "on", "posits raise no flags; leave it out"},
      {&DesignText::tininess, "tininess", "before_rounding",
       "posits have no subnormals, so that no result counts as tiny; leave it out"},
      {&DesignText::overflow, "overflow", "nan",
       "an accumulator posit8_2 has no nan; it can be saturate"},
      {&DesignText::leading_zeros, "leading_zeros", "anticipate",
       "posit_fma counts them; leave it out"},
      {&DesignText::path, "path", "dual", "posit_fma has a single path; leave it out"},
      {&DesignText::lanes, "lanes", "4", nullptr}};
  for (const auto& row : rows) {
    DesignText text = UnitText("posit_fma", "posit8_2");
    text.*row.field = row.value;
    const std::string message = Refusal(text, row.key);
    if (row.message != nullptr) EXPECT_EQ(message, row.message);
  }
  DesignText quire = UnitText("posit_quire_mac", "posit8_2");
  quire.rounding = "toward_zero";
  EXPECT_EQ(Refusal(quire, "rounding"),
            "posit_quire_mac is exact and rounds nothing; leave it out");
  DesignText mul = UnitText("posit_mul", "posit8_2");
  mul.form = "mac";
  EXPECT_EQ(Refusal(mul, "form"), "posit_mul accumulates nothing and has the operation form alone");
  DesignText add = UnitText("posit_add", "posit8_2");
  add.multiplier = "dadda";
  EXPECT_EQ(Refusal(add, "multiplier"), "posit_add has no multiplier; leave it out");
}

}  // namespace
}  // namespace macroscope
