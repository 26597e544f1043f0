// Worked conversions of binary32 through the unit.
#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "models/formats/decode.h"
#include "tests/convert/convert_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

class ConvertVectors : public testing::Test {
 protected:
  void Expect(const Row& row, const Format& to, const std::string& column, const char* rounding,
              const char* overflow) {
    DesignText text = ConvertText("fp32", to.name);
    text.rounding = rounding;
    text.overflow = overflow;
    const auto unit = MakeUnit(ParseDesign(text, Catalogue()));
    std::uint64_t expected = Code(row.at(column));
    // The vectors' NaN may have a sign; ours is the canonical one always.
    if (Decode(to, expected).number_class == NumberClass::kNan) expected = to.canonical_nan();
    const Bits z = unit->Trace({.a = Code(row.at("fp32_hex"))}).back();
    EXPECT_EQ(z.Extract(kFlagBits, unit->z_bits()), expected)
        << to.name << ' ' << row.at("fp32_hex") << ' ' << column << ' ' << row.at("note");
    ++cases_;
  }
  int cases_ = 0;
};

TEST_F(ConvertVectors, IntoSmallFormats) {
  for (const Row& row : ReadCsv("convert_fp32_to_small.csv")) {
    const Format to = VectorFormat(row.at("format"));
    Expect(row, to, "rne_sat", "ties_to_even", "saturate");
    Expect(row, to, "rtz_sat", "toward_zero", "saturate");
    Expect(row, to, "rna_sat", "ties_to_away", "saturate");
  }
  std::printf("%d conversions\n", cases_);
  EXPECT_EQ(cases_, 478 * 3);
}

TEST_F(ConvertVectors, IntoSixteenBitsAndTf32) {
  const Catalogue catalogue;
  const Format bf16 = catalogue.Find("bf16"), fp16 = catalogue.Find("fp16");
  const Format tf32 = catalogue.Find("tf32");
  for (const Row& row : ReadCsv("convert_fp32_to_16.csv")) {
    Expect(row, bf16, "bf16_rne", "ties_to_even", "infinity");
    Expect(row, bf16, "bf16_rtz", "toward_zero", "infinity");
    Expect(row, fp16, "fp16_rne", "ties_to_even", "infinity");
    Expect(row, fp16, "fp16_rne_satfinite", "ties_to_even", "saturate");
    Expect(row, tf32, "tf32_rne(19b)", "ties_to_even", "infinity");
    Expect(row, tf32, "tf32_rna(19b)", "ties_to_away", "infinity");
    Expect(row, tf32, "tf32_rtz(19b)", "toward_zero", "infinity");
  }
  std::printf("%d conversions\n", cases_);
  EXPECT_GE(cases_, 20 * 7);
}

}  // namespace
}  // namespace macroscope
