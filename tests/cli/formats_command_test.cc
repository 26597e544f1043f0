#include <nlohmann/json.hpp>

#include "models/formats/catalogue.h"
#include "tests/cli/run_macroscope.h"

namespace macroscope {
namespace {

using FormatsCommandTest = CliTest;

TEST_F(FormatsCommandTest, ListsTheCatalogue) {
  const Outcome outcome = Run("formats");
  EXPECT_EQ(outcome.exit_code, 0);
  for (const char* name : {"int8", "fp32", "tf32", "fp8_e4m3", "fp8_e5m2fnuz", "e8m0"}) {
    ExpectContains(outcome.out, name);
  }
  EXPECT_EQ(outcome.out.find('\033'), std::string::npos) << "colour in a file";
  const auto rows = nlohmann::json::parse(Run("formats --json").out);
  EXPECT_GT(rows.size(), 20u);
  EXPECT_EQ(LinesOf(Run("formats --csv").out), static_cast<long>(rows.size()) + 1);
}

TEST_F(FormatsCommandTest, ShowsBlockFormats) {
  ExpectContains(Run("formats").out, "mxfp8_e4m3");
  const auto rows = nlohmann::json::parse(Run("formats --blocks --json").out);
  EXPECT_EQ(rows.size(), Catalogue().blocks().size());
  EXPECT_EQ(rows[0]["name"], "mxfp8_e5m2");
  EXPECT_EQ(rows[0]["bits/element"], "8.25");
  const Outcome outcome = Run("formats mx6");
  EXPECT_EQ(outcome.exit_code, 0);
  ExpectContains(outcome.out, "sub_block_elements");
  ExpectContains(outcome.out, "adding exponents");
  ExpectContains(Run("formats nvfp4").out, "a multiplication");
}

TEST_F(FormatsCommandTest, ShowsOneFormatWhole) {
  const Outcome outcome = Run("formats fp8_e4m3");
  EXPECT_EQ(outcome.exit_code, 0);
  ExpectContains(outcome.out, "top_code_nan");
  ExpectContains(outcome.out, "448");         // The greatest.
  ExpectContains(outcome.out, "0 1111 111");  // The NaN's bits.
  const auto rows = nlohmann::json::parse(Run("formats fp8_e4m3 --json").out);
  ASSERT_EQ(rows.size(), 256u);
  EXPECT_EQ(rows[0x38]["value"], "1");
  EXPECT_EQ(rows[0x7e]["value"], "448");
  EXPECT_EQ(rows[0x7f]["class"], "nan");
  EXPECT_EQ(rows[0x01]["class"], "subnormal");
  EXPECT_EQ(rows[0x01]["exactly"], "0x1p-9");
  EXPECT_EQ(rows[0x80]["value"], "-0");
  EXPECT_EQ(LinesOf(Run("formats int4 --csv").out), 17);
}

TEST_F(FormatsCommandTest, ShowsAlternatives) {
  const auto posit = nlohmann::json::parse(Run("formats posit8_2 --json").out);
  ASSERT_EQ(posit.size(), 256u);
  EXPECT_EQ(posit[0x7f]["exactly"], "0x1p+24");
  EXPECT_EQ(posit[0x80]["class"], "nan");
  ExpectContains(Run("formats posit8_2").out, "quire bits");
  ExpectContains(Run("formats posit8_2").out, "NaR");
  const auto logarithm = nlohmann::json::parse(Run("formats lns8_3 --json").out);
  EXPECT_EQ(logarithm[0x41]["exactly"], "2^(1/8)");
  EXPECT_EQ(logarithm[0x41]["value"], "~1.09050773267");
  EXPECT_EQ(logarithm[0xc8]["value"], "-2");
  EXPECT_EQ(logarithm[0x00]["class"], "zero");
  ExpectContains(Run("formats lns8_madam").out, "none: the least number stands in for it");
  ExpectContains(Run("formats elma8_1").out, "product_bits (alpha)");
  const auto double_base = nlohmann::json::parse(Run("formats dbns8_3 --json").out);
  ASSERT_EQ(double_base.size(), 256u);
  EXPECT_EQ(double_base[0x3b]["value"], "3456");
  EXPECT_EQ(double_base[0x3b]["bits"], "0 0111 011");
  EXPECT_EQ(double_base[0x44]["class"], "zero");
  EXPECT_EQ(double_base[0xc4]["class"], "nan");
  ExpectContains(Run("formats dbns16_4").out, "2^-1023 * 3^-8");
  const auto codebook = nlohmann::json::parse(Run("formats nf4 --json").out);
  ASSERT_EQ(codebook.size(), 16u);
  EXPECT_EQ(codebook[7]["value"], "0");
  EXPECT_EQ(codebook[15]["value"], "1");
  ExpectContains(Run("formats").out, "af4_b4096");
}

TEST_F(FormatsCommandTest, ShowsTheLimitsOfWideFormats) {
  const Outcome outcome = Run("formats fp16");
  EXPECT_EQ(outcome.exit_code, 0);
  ExpectContains(outcome.out, "65504");
  ExpectContains(outcome.out, "canonical NaN");
  EXPECT_LT(LinesOf(outcome.out), 40);
  EXPECT_EQ(Run("formats q3.12").exit_code, 0);
}

TEST_F(FormatsCommandTest, ShowsTheUsersOwn) {
  const std::string file = std::string(MACROSCOPE_SOURCE_DIR) + "/configs/formats/example.yaml";
  const Outcome outcome = Run("formats fp8_e5m2_b20 --formats " + file);
  EXPECT_EQ(outcome.exit_code, 0);
  ExpectContains(outcome.out, "negative_zero_nan");
  ExpectContains(Run("formats --formats " + file).out, "smag10_p6");
}

TEST_F(FormatsCommandTest, Slips) {
  const Outcome unknown = Run("formats fp8_e4m4");
  ExpectError(unknown, "command line: formats: unknown format 'fp8_e4m4'; there are int4");
  ExpectContains(unknown.err, "did you mean 'fp8_e4m3'?");
  ExpectError(Run("formats --formats none.yaml"), "none.yaml: cannot be read");
  Write("mine.yaml", "formats:\n  - {name: x, family: floating,\n     exponent_bit: 3}\n");
  ExpectError(Run("formats --formats mine.yaml"), "mine.yaml:3: exponent_bit: unknown key;");
  ExpectError(Run("formats --csv --json"), "command line: --");
}

TEST_F(FormatsCommandTest, AFullDiskIsAnError) {
  Run("formats > /dev/full 2> error; echo $? > code; true");
  EXPECT_EQ(Read("code"), "2\n");
  EXPECT_EQ(Read("error"), "stdout: cannot be written\n");
}

}  // namespace
}  // namespace macroscope
