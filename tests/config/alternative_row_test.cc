#include "models/formats/catalogue.h"
#include "sim/config/format_file.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class AlternativeRowTest : public ConfigTest {
 protected:
  Format Load(const std::string& row) const {
    Catalogue catalogue;
    AddFormatFile(Write("f.yaml", "formats:\n  - " + row + "\n"), catalogue);
    return catalogue.alternatives().back();
  }
  std::string Error(const std::string& row) const {
    return ErrorOf([&] { Load(row); });
  }
};

Catalogue Example() {
  Catalogue catalogue;
  AddFormatFile(
      std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "formats" / "example.yaml",
      catalogue);
  return catalogue;
}

TEST_F(AlternativeRowTest, Posits) {
  const Format example = Example().FindAlternative("posit6_mine");
  EXPECT_TRUE(example.is_posit());
  EXPECT_EQ(example.posit.width_bits, 6);
  EXPECT_EQ(example.posit.exponent_bits, 1);
  const Format standard = Load("{name: x, family: posit, width_bits: 12}");
  EXPECT_EQ(standard.posit.width_bits, 12);
  EXPECT_EQ(standard.posit.exponent_bits, 2);
}

TEST_F(AlternativeRowTest, SlipsInPosits) {
  ExpectStartsWith(Error("{name: x, family: posit}"), "f.yaml:2: width_bits: missing key");
  for (const char* width : {"2", "33", "-8"}) {
    ExpectStartsWith(Error(std::string("{name: x, family: posit, width_bits: ") + width + "}"),
                     std::string("f.yaml:2: width_bits: ") + width +
                         " is out of range; expected an integer from 3 to 32");
  }
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 4, exponent_bits: 5}"),
                   "f.yaml:2: formats: format 'x': exponent_bits is 5, which exceeds its width of "
                   "4 bits; it can be 0 to 4");
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 32, exponent_bits: 10}"),
                   "f.yaml:2: formats: format 'x': exponent_bits is 10; it can be 0 to 9");
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 8, bias: 3}"),
                   "f.yaml:2: bias: unknown key; the keys here are name, family, width_bits,");
  ExpectStartsWith(Error("{name: posit8_1, family: posit, width_bits: 8}"),
                   "f.yaml:2: formats: format 'posit8_1' exists already");
}

TEST_F(AlternativeRowTest, Logarithms) {
  const Catalogue example = Example();
  const LogLayout mine{7, 8, 0, true, LogZero::kFlag};
  EXPECT_EQ(example.FindAlternative("lns9_mine").log, mine);
  EXPECT_EQ(example.FindAlternative("lns9_mine").width_bits(), 9);
  EXPECT_EQ(example.FindAlternative("root3").log, (LogLayout{7, 3, 64, false, LogZero::kNone}));
  // The defaults are the catalogue's.
  const Format format = Load("{name: x, family: logarithmic, integer_bits: 4, fraction_bits: 3}");
  EXPECT_EQ(format.log, Catalogue().FindAlternative("lns8_3").log);
  EXPECT_TRUE(format.has_sign);
  const Format madam = Load(
      "{name: x, family: logarithmic, logarithm_bits: 7, steps_per_octave: 8, bias: 0, zero: "
      "none}");
  EXPECT_EQ(madam.log, Catalogue().FindAlternative("lns8_madam").log);
  EXPECT_FALSE(Load("{name: x, family: logarithmic, logarithm_bits: 7, steps_per_octave: 8, "
                    "sign: false}")
                   .has_sign);
}

TEST_F(AlternativeRowTest, SlipsInLogarithms) {
  const std::string start = "{name: x, family: logarithmic, ";
  ExpectStartsWith(Error(start + "sign: true}"), "f.yaml:2: logarithm_bits: missing key");
  ExpectStartsWith(Error(start + "integer_bits: 4}"), "f.yaml:2: fraction_bits: missing key");
  ExpectStartsWith(Error(start + "fraction_bits: 4}"),
                   "f.yaml:2: fraction_bits: stands without integer_bits; give both,");
  ExpectStartsWith(Error(start + "integer_bits: 4, fraction_bits: 3, logarithm_bits: 7}"),
                   "f.yaml:2: logarithm_bits: stands beside integer_bits; give integer_bits");
  ExpectStartsWith(Error(start + "integer_bits: 31, fraction_bits: 20}"),
                   "f.yaml:2: formats: format 'x': logarithm_bits is 51; it can be 2 to 31");
  ExpectStartsWith(Error(start + "logarithm_bits: 7, steps_per_octave: 0}"),
                   "f.yaml:2: steps_per_octave: 0 is out of range; expected an integer from 1");
  ExpectStartsWith(Error(start + "integer_bits: 4, fraction_bits: 3, zero: no}"),
                   "f.yaml:2: zero: unknown name 'no'; the names are least_code, flag, none");
  ExpectStartsWith(Error(start + "integer_bits: 20, fraction_bits: 3}"),
                   "f.yaml:2: formats: format 'x': its numbers go from 2^(");
}

TEST_F(AlternativeRowTest, LogPosits) {
  const Format example = Example().FindAlternative("elma10_mine");
  EXPECT_EQ(example.posit, (PositLayout{10, 1}));
  EXPECT_EQ(example.log_posit, (LogPositTables{7, 7, 9}));
  const Format usual = Load("{name: x, family: log_posit, width_bits: 8}");
  EXPECT_EQ(usual.posit, Catalogue().FindAlternative("elma8_1").posit);
  EXPECT_EQ(usual.log_posit, Catalogue().FindAlternative("elma8_1").log_posit);
  ExpectStartsWith(Error("{name: x, family: log_posit, width_bits: 8, logarithm_bits: 2}"),
                   "f.yaml:2: formats: format 'x': logarithm_bits is 2, fewer than its 4");
  ExpectStartsWith(Error("{name: x, family: log_posit, width_bits: 3, exponent_bits: 4}"),
                   "f.yaml:2: formats: format 'x': exponent_bits is 4, which exceeds its width");
}

TEST_F(AlternativeRowTest, Codebooks) {
  const Codebook example = Example().FindAlternative("ternary_and_two").codebook;
  EXPECT_EQ(example.values, (std::vector<float>{-1, 0, 1, 2}));
  EXPECT_EQ(example.thresholds, (std::vector<float>{-0.5F, 0.5F, 1.5F}));
  const Codebook any = Load(
                           "{name: x, family: codebook, values: [0x1p-2, 0, 1e-3, 8], sign: true, "
                           "ascending: false}")
                           .codebook;
  EXPECT_EQ(any.values, (std::vector<float>{0.25F, 0, 1e-3F, 8}));
  EXPECT_TRUE(any.has_sign);
  EXPECT_FALSE(any.is_ascending);
  // Halfway between two numbers of binary32, by way of binary64 it would go to the other one.
  EXPECT_EQ(Load("{name: x, family: codebook, values: [0, 1.00000017881393432617187499]}")
                .codebook.values[1],
            1.00000011920928955078125F);
}

TEST_F(AlternativeRowTest, SlipsInCodebooks) {
  const auto error = [&](const std::string& rest) {
    return Error("{name: x, family: codebook, values: " + rest + "}");
  };
  ExpectStartsWith(Error("{name: x, family: codebook}"), "f.yaml:2: values: missing key");
  ExpectStartsWith(error("[0, 1, 1, 2]"),
                   "f.yaml:2: formats: format 'x': value 2 (1.000000) equals value 1; no two can");
  ExpectStartsWith(error("[0, 2, 1, 3]"),
                   "f.yaml:2: formats: format 'x': value 2 (1.000000) is below the one before it; "
                   "sort them, or give ascending: false");
  ExpectStartsWith(error("[0, one]"), "f.yaml:2: values: 'one' is no binary32 number; expected");
  ExpectStartsWith(error("[0, 1e60]"), "f.yaml:2: values: '1e60' is no binary32 number; expected");
  ExpectStartsWith(error("[0, 1, 2]"),
                   "f.yaml:2: formats: format 'x': it has 3 values; there can be a power of two");
  ExpectStartsWith(error("[0, 1], width_bits: 1"), "f.yaml:2: width_bits: unknown key; the keys");
}

}  // namespace
}  // namespace macroscope
