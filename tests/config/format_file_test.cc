#include "sim/config/format_file.h"

#include "models/formats/catalogue.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class FormatFileTest : public ConfigTest {
 protected:
  Format Load(const std::string& row) const {
    Catalogue catalogue;
    AddFormatFile(Write("f.yaml", "formats:\n  - " + row + "\n"), catalogue);
    return catalogue.formats().back();
  }
  std::string Error(const std::string& row) const {
    return ErrorOf([&] { Load(row); });
  }
};

TEST_F(FormatFileTest, TheExampleShowsEveryKey) {
  Catalogue catalogue;
  AddFormatFile(
      std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "formats" / "example.yaml",
      catalogue);
  Format floating;
  floating.name = "fp8_e5m2_b20";
  floating.exponent_bits = 5;
  floating.fraction_bits = 2;
  floating.bias = 20;
  floating.specials = Specials::kNegativeZeroNan;
  EXPECT_EQ(catalogue.Find("fp8_e5m2_b20"), floating);
  Format fixed;
  fixed.name = "smag10_p6";
  fixed.family = Family::kInteger;
  fixed.encoding = Encoding::kSignMagnitude;
  fixed.integer_width_bits = 10;
  fixed.point_bits = 6;
  EXPECT_EQ(catalogue.Find("smag10_p6"), fixed);
}

TEST_F(FormatFileTest, ACodebookCanBeABlocksElement) {
  Catalogue catalogue;
  AddFormatFile(
      Write("f.yaml",
            "formats:\n"
            "  - {name: two, family: codebook, values: [-1, 0.25]}\n"
            "  - {name: twos, family: block, element: two, block_elements: 8, scale: fp16}\n"
            "  - {name: nf4x64_fp32, family: block, like: nf4x64, scale: fp32}\n"),
      catalogue);
  EXPECT_EQ(catalogue.FindBlock("twos").element, catalogue.FindAlternative("two"));
  EXPECT_EQ(catalogue.FindBlock("twos").bits_per_element(), 3);
  EXPECT_EQ(catalogue.FindBlock("nf4x64_fp32").bits_per_element(), 4.5);
}

TEST_F(FormatFileTest, TheExampleShowsBlocks) {
  Catalogue catalogue;
  AddFormatFile(
      std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "formats" / "example.yaml",
      catalogue);
  BlockFormat like = catalogue.FindBlock("mxfp4");
  like.name = "mxfp4_b16";
  like.block_elements = 16;
  EXPECT_EQ(catalogue.FindBlock("mxfp4_b16"), like);
  const BlockFormat micro = catalogue.FindBlock("micro6_b32");
  EXPECT_EQ(micro.element, catalogue.Find("smag6"));
  EXPECT_EQ(micro.scale, catalogue.Find("int6"));
  EXPECT_TRUE(micro.scale_is_exponent);
  EXPECT_EQ(micro.sub_block_elements, 4);
  EXPECT_EQ(micro.sub_exponent_bits, 2);
}

TEST_F(FormatFileTest, SlipsInBlocks) {
  ExpectStartsWith(Error("{name: x, family: block, scale: e8m0}"),
                   "f.yaml:2: element: missing key");
  ExpectStartsWith(Error("{name: x, family: block, element: fp4_e2m1}"),
                   "f.yaml:2: scale: missing key");
  ExpectStartsWith(Error("{name: x, family: block, element: fp4_e2m2, scale: e8m0}"),
                   "f.yaml:2: element: unknown format 'fp4_e2m2'; there are ");
  ExpectStartsWith(Error("{name: x, family: block, like: mxfp5}"),
                   "f.yaml:2: like: unknown block format 'mxfp5'; there are ");
  ExpectStartsWith(Error("{name: x, family: block, like: mxfp4, bias: 3}"),
                   "f.yaml:2: bias: unknown key; the keys here are name, family, like,");
  ExpectStartsWith(Error("{name: x, family: block, like: mxfp4, scale: int8}"),
                   "f.yaml:2: formats: block format 'x': scale 'int8' has a sign;");
  ExpectStartsWith(Error("{name: x, family: block, element: posit8_2, scale: bf16}"),
                   "f.yaml:2: element: 'posit8_2' is of family posit");
  ExpectStartsWith(Error("{name: x, family: block, element: nf4, scale: nf4}"),
                   "f.yaml:2: scale: 'nf4' is of family codebook");
  ExpectStartsWith(Error("{name: mxfp4, family: block, like: nvfp4}"),
                   "f.yaml:2: formats: format 'mxfp4' exists already");
}

TEST_F(FormatFileTest, DefaultsAreThoseOfIeee) {
  const Format format = Load("{name: fp7, family: floating, exponent_bits: 4, fraction_bits: 2}");
  EXPECT_EQ(format.bias, 7);
  EXPECT_EQ(format.specials, Specials::kIeee);
  EXPECT_TRUE(format.has_sign && format.has_subnormals && format.has_zero);
  EXPECT_EQ(Load("{name: i9, family: integer, width_bits: 9}").encoding, Encoding::kTwosComplement);
}

TEST_F(FormatFileTest, EverySpecialsNameIsRead) {
  const std::string start =
      "{name: x, family: floating, exponent_bits: 4, fraction_bits: 2, specials: ";
  EXPECT_EQ(Load(start + "ieee}").specials, Specials::kIeee);
  EXPECT_EQ(Load(start + "top_code_nan}").specials, Specials::kTopCodeNan);
  EXPECT_EQ(Load(start + "none}").specials, Specials::kNone);
  EXPECT_EQ(Load(start + "negative_zero_nan}").specials, Specials::kNegativeZeroNan);
  EXPECT_EQ(Load(start + "extended}").specials, Specials::kExtended);
}

TEST_F(FormatFileTest, Slips) {
  ExpectStartsWith(Error("{name: x, family: floating}"), "f.yaml:2: exponent_bits: missing key");
  ExpectStartsWith(Error("{name: x, family: flaoting}"),
                   "f.yaml:2: family: unknown name 'flaoting'; the names are integer, floating, "
                   "block, posit, logarithmic, log_posit, codebook; "
                   "did you mean 'floating'?");
  ExpectStartsWith(Error("{name: x, family: integer, width_bits: 8, bias: 3}"),
                   "f.yaml:2: bias: unknown key; the keys here are name, family, width_bits,");
  ExpectStartsWith(Error("{name: x, family: integer, width_bits: 33}"),
                   "f.yaml:2: width_bits: 33 is out of range; expected an integer from 2 to 32");
  ExpectStartsWith(
      Error("name: x\n    family: floating\n    exponent_bits: 0\n    fraction_bits: 2"),
      "f.yaml:4: exponent_bits: 0 is out of range; expected an integer from 1 to 11");
  ExpectStartsWith(Error("{name: x, family: floating, exponent_bits: 4, fraction_bits: 2, "
                         "sign: maybe}"),
                   "f.yaml:2: sign: wrong type, 'maybe'; expected true or false");
  ExpectStartsWith(Error("{name: 'a,b', family: integer, width_bits: 8}"),
                   "f.yaml:2: name: 'a,b' is no name");
  ExpectStartsWith(Error("{name: fp16, family: integer, width_bits: 8}"), "f.yaml:2: formats: ");
  // A NaN needs a code: Validate's judgement, at the row's line.
  ExpectStartsWith(Error("{name: x, family: floating, exponent_bits: 4, fraction_bits: 0}"),
                   "f.yaml:2: formats: ");
}

}  // namespace
}  // namespace macroscope
