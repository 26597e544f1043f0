// binary32 numbers rounded into every other format.
#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "models/reference/reference.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

class Conversions : public testing::Test {
 protected:
  void Expect(const Row& row, const Format& to, const std::string& column, Rounding rounding,
              Overflow overflow) {
    const std::uint64_t code = Code(row.at("fp32_hex"));
    std::uint64_t expected = Code(row.at(column));
    // The vectors' NaN may have a sign; ours is the canonical one always.
    if (Decode(to, expected).number_class == NumberClass::kNan) expected = to.canonical_nan();
    EXPECT_EQ(Quantize(fp32_, code, to, rounding, overflow).code, expected)
        << to.name << ' ' << row.at("fp32_hex") << ' ' << column << ' ' << row.at("note");
    ++cases_;
  }

  const Format fp32_ = Catalogue().Find("fp32");
  int cases_ = 0;
};

TEST_F(Conversions, IntoSmallFormats) {
  for (const Row& row : ReadCsv("convert_fp32_to_small.csv")) {
    const Format to = VectorFormat(row.at("format"));
    Expect(row, to, "rne_sat", Rounding::kTiesToEven, Overflow::kSaturate);
    Expect(row, to, "rtz_sat", Rounding::kTowardZero, Overflow::kSaturate);
    Expect(row, to, "rna_sat", Rounding::kTiesToAway, Overflow::kSaturate);
    // P3109's finite formats clamp even without saturation, but for negative numbers that they
    // cannot be.
    const bool negative = Decode(fp32_, Code(row.at("fp32_hex"))).negative;
    const bool clamps = row.at("format").starts_with("p3109") && row.at("format").ends_with("f") &&
                        (to.has_sign || !negative);
    Expect(row, to, "rne_nonsat", Rounding::kTiesToEven,
           clamps ? Overflow::kSaturate : Overflow::kInfinity);
  }
  std::printf("%d conversions\n", cases_);
  EXPECT_EQ(cases_, 478 * 4);
}

TEST_F(Conversions, IntoSixteenBitsAndTf32) {
  const Catalogue catalogue;
  const Format bf16 = catalogue.Find("bf16"), fp16 = catalogue.Find("fp16");
  const Format tf32 = catalogue.Find("tf32");
  for (const Row& row : ReadCsv("convert_fp32_to_16.csv")) {
    Expect(row, bf16, "bf16_rne", Rounding::kTiesToEven, Overflow::kInfinity);
    Expect(row, bf16, "bf16_rtz", Rounding::kTowardZero, Overflow::kInfinity);
    Expect(row, fp16, "fp16_rne", Rounding::kTiesToEven, Overflow::kInfinity);
    Expect(row, fp16, "fp16_rne_satfinite", Rounding::kTiesToEven, Overflow::kSaturate);
    Expect(row, tf32, "tf32_rne(19b)", Rounding::kTiesToEven, Overflow::kInfinity);
    Expect(row, tf32, "tf32_rna(19b)", Rounding::kTiesToAway, Overflow::kInfinity);
    Expect(row, tf32, "tf32_rtz(19b)", Rounding::kTowardZero, Overflow::kInfinity);
  }
  std::printf("%d conversions\n", cases_);
  EXPECT_GE(cases_, 20 * 7);
}

}  // namespace
}  // namespace macroscope
