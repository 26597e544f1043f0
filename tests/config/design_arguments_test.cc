#include "sim/config/design_arguments.h"

#include "sim/config/design_keys.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class DesignArgumentsTest : public ConfigTest {
 protected:
  std::string Error(const std::vector<std::string>& arguments) const {
    return ErrorOf([&] { ParseDesignArguments(arguments); });
  }
};

TEST_F(DesignArgumentsTest, ReadsKeysAndValues) {
  const Design design = ParseDesignArguments(
      {"unit=fp_fma", "operands=fp8_e4m3,int8", "accumulator=fp16", "cuts=multiply+add"});
  EXPECT_EQ(design.unit, UnitKind::kFpFma);
  EXPECT_EQ(design.b.name, "int8");
  EXPECT_EQ(design.form, Form::kOperation);
  EXPECT_EQ(ParseDesignArguments({"unit=int_mac", "operands=int8"}, {}, Form::kMac).form,
            Form::kMac);
  EXPECT_EQ(
      ParseDesignArguments({"unit=int_mac", "operands=int8", "form=operation"}, {}, Form::kMac)
          .form,
      Form::kOperation);
}

TEST_F(DesignArgumentsTest, ReadsFormatsOfTheUsersOwn) {
  const auto file = Write(
      "f.yaml", "formats: [{name: fp7, family: floating, exponent_bits: 4, fraction_bits: 2}]\n");
  const std::vector<std::string> arguments = {"unit=fp_fma", "operands=fp7", "accumulator=fp16"};
  EXPECT_EQ(ParseDesignArguments(arguments, {file.string()}).a.width_bits(), 7);
  auto with_formats = arguments;
  with_formats.push_back("formats=" + file.string());
  EXPECT_EQ(ParseDesignArguments(with_formats).a.width_bits(), 7);
  ExpectStartsWith(Error(arguments), "command line: operands: unknown format 'fp7'");
}

TEST_F(DesignArgumentsTest, Slips) {
  ExpectStartsWith(Error({"unit=fp_fma", "operand=fp16"}),
                   "command line: operand: unknown key; the keys are unit, operands,");
  ExpectContains(Error({"unit=fp_fma", "operand=fp16"}), "did you mean 'operands'?");
  ExpectStartsWith(Error({"fp_fma"}), "command line: fp_fma: not key=value; the keys are unit,");
  ExpectStartsWith(Error({"unit="}), "command line: unit: empty; expected unit=VALUE");
  ExpectStartsWith(Error({"unit=fp_fma", "unit=int_mac"}),
                   "command line: unit: given twice, as 'fp_fma' and 'int_mac'");
  ExpectStartsWith(Error({"operands=fp16"}), "command line: unit: missing");
  ExpectContains(Error({"unit=fp_fam", "operands=fp16"}), "did you mean 'fp_fma'?");
  ExpectContains(Error({"unit=fp_fma", "operands=bf61"}), "did you mean 'bf16'?");
  ExpectContains(Error({"unit=fp_fma", "operands=fp16", "accumulator=fp23"}),
                 "did you mean 'fp32'?");
  ExpectContains(Error({"unit=fp_fma", "operands=fp16", "adder=skalnsky"}),
                 "did you mean 'sklansky'?");
}

TEST_F(DesignArgumentsTest, EveryDesignKeyIsKnown) {
  DesignText text;
  for (const std::string& key : DesignKeyNames()) DesignField(text, key) = key;
  EXPECT_EQ(text, (DesignText{.unit = "unit",
                              .operands = "operands",
                              .accumulator = "accumulator",
                              .rounding = "rounding",
                              .random_bits = "random_bits",
                              .overflow = "overflow",
                              .subnormals = "subnormals",
                              .flags = "flags",
                              .tininess = "tininess",
                              .form = "form",
                              .multiplier = "multiplier",
                              .adder = "adder",
                              .leading_zeros = "leading_zeros",
                              .path = "path",
                              .cuts = "cuts",
                              .lanes = "lanes",
                              .block = "block",
                              .reduction = "reduction",
                              .terms = "terms",
                              .window = "window",
                              .alignment = "alignment",
                              .join = "join",
                              .values = "values",
                              .scale_rule = "scale_rule",
                              .method = "method",
                              .error = "error",
                              .table_entries = "table_entries",
                              .table_bits = "table_bits"}));
}

}  // namespace
}  // namespace macroscope
