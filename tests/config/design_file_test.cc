#include "sim/config/design_file.h"

#include "sim/config/design_arguments.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class DesignFileTest : public ConfigTest {
 protected:
  std::string Error(const std::string& content) const {
    return ErrorOf([&] { LoadDesign(Write("d.yaml", content)); });
  }
};

TEST_F(DesignFileTest, ReadsADesign) {
  const auto file = Write("d.yaml",
                          "# Comments are welcome.\n"
                          "design:\n"
                          "  unit: block_dot\n"
                          "  operands: [fp8_e4m3, int8]\n"
                          "  lanes: 8\n"
                          "  reduction: max_exponent\n"
                          "  window: 25\n");
  const Design design = LoadDesign(file);
  EXPECT_EQ(design.unit, UnitKind::kBlockDot);
  EXPECT_EQ(design.b.name, "int8");
  EXPECT_EQ(design.dot.lanes, 8);
  EXPECT_EQ(design.dot.window_bits, 25);
  EXPECT_EQ(design.form, Form::kOperation);
  EXPECT_EQ(LoadDesign(file, Form::kMac).form, Form::kMac);
  EXPECT_TRUE(IsDesignFile(file));
}

TEST_F(DesignFileTest, ReadsFormatsBesideIt) {
  Write("f.yaml", "formats: [{name: fp7, family: floating, exponent_bits: 4, fraction_bits: 2}]\n");
  const auto file =
      Write("d.yaml",
            "formats:\n"
            "  - f.yaml\n"
            "  - {name: e8m13, family: floating, exponent_bits: 8, fraction_bits: 13}\n"
            "design: {unit: fp_fma, operands: fp7, accumulator: e8m13}\n");
  const Design design = LoadDesign(file);
  EXPECT_EQ(design.a.width_bits(), 7);
  EXPECT_EQ(design.accumulator.format.fraction_bits, 13);
}

TEST_F(DesignFileTest, Slips) {
  ExpectStartsWith(Error("formats: [{name: x7, family: integer, width_bits: 7}]\n"),
                   "d.yaml:1: design: missing key; it must be given here");
  ExpectStartsWith(Error("desing: {unit: fp_fma}\n"),
                   "d.yaml:1: desing: unknown key; the keys here are formats, design");
  ExpectContains(Error("desing: {unit: fp_fma}\n"), "did you mean 'design'?");
  ExpectStartsWith(Error("design:\n  unit: fp_fma\n  operand: fp16\n"),
                   "d.yaml:3: operand: unknown key; the keys here are unit, operands,");
  ExpectStartsWith(Error("design:\n  unit: block_dot\n  operands: fp16\n  reduction: exakt\n"),
                   "d.yaml:4: reduction: unknown reduction 'exakt'");
  ExpectContains(Error("design:\n  unit: block_dot\n  operands: fp16\n  reduction: exakt\n"),
                 "did you mean 'exact'?");
  ExpectContains(Error("design:\n  unit: fp_fma\n  operands: bf61\n"), "did you mean 'bf16'?");
  // A key that is missing is missed where the design begins.
  ExpectStartsWith(Error("design:\n  operands: fp16\n"), "d.yaml:1: unit: missing; give one of");
  ExpectStartsWith(Error("design:\n  unit: fp_fma\n  operands: [fp16, fp16, fp16]\n"),
                   "d.yaml:3: operands: a pair of 3 formats; expected two: [X, Y]");
  ExpectStartsWith(Error("design:\n  unit: [fp_fma, fp_add]\n"),
                   "d.yaml:2: unit: wrong type, a list; expected a single value");
  ExpectStartsWith(Error("design: fp_fma\n"), "d.yaml:1: design: wrong type, a single value");
  ExpectStartsWith(Error("formats: [none.yaml]\ndesign: {unit: fp_fma}\n"),
                   "d.yaml:1: formats: 'none.yaml' does not exist");
  ExpectStartsWith(Error("design: [\n"), "d.yaml:");
  ExpectStartsWith(ErrorOf([&] { LoadDesign(folder_ / "none.yaml"); }),
                   "none.yaml: cannot be read");
}

TEST_F(DesignFileTest, ASweepIsNone) {
  const auto sweep = Write("s.yaml", "title: t\ndesigns: [{unit: fp_fma, operands: fp16}]\n");
  EXPECT_FALSE(IsDesignFile(sweep));
  ExpectStartsWith(ErrorOf([&] { LoadDesign(sweep); }), "s.yaml:1: title: unknown key");
}

TEST_F(DesignFileTest, ArgumentsReplaceWhatItSays) {
  const auto file = Write("d.yaml",
                          "formats: [{name: fp7, family: floating, exponent_bits: 4, "
                          "fraction_bits: 2}]\n"
                          "design:\n"
                          "  unit: fp_fma\n"
                          "  operands: fp7\n"
                          "  accumulator: fp16\n")
                        .string();
  EXPECT_EQ(ParseDesignArguments({file}), LoadDesign(file));
  const Design design = ParseDesignArguments({file, "accumulator=fp32", "cuts=1"});
  EXPECT_EQ(design.a.name, "fp7");
  EXPECT_EQ(design.accumulator.format.name, "fp32");
  EXPECT_NE(design.structure.cuts, 0u);
  const auto error = [&](const std::vector<std::string>& arguments) {
    return ErrorOf([&] { ParseDesignArguments(arguments); });
  };
  // What is wrong is told where it stands.
  ExpectStartsWith(error({file, "accumulator=fp23"}), "command line: accumulator: unknown format");
  ExpectStartsWith(error({file, "unit=int_mac"}), "d.yaml:4: operands: int_mac takes integers");
  ExpectStartsWith(error({file, "cuts=1", "cuts=2"}),
                   "command line: cuts: given twice, as '1' and '2'");
  ExpectStartsWith(error({"unit=fp_fma", file}),
                   "command line: " + std::string("d.yaml: not key=value"));
  ExpectStartsWith(error({(folder_ / "none.yaml").string()}), "none.yaml: cannot be read");
}

}  // namespace
}  // namespace macroscope
