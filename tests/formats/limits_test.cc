// Fields and limits of the catalogue's floating formats against worked values.
#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

TEST(Limits, MatchTheTable) {
  const auto rows = ReadCsv("formats.csv");
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("name"));
    const Format format = VectorFormat(row.at("name"));
    EXPECT_EQ(format.width_bits(), std::stoi(row.at("bits")));
    EXPECT_EQ(format.exponent_bits, std::stoi(row.at("E")));
    EXPECT_EQ(format.fraction_bits, std::stoi(row.at("M")));
    EXPECT_EQ(format.bias, std::stoi(row.at("bias")));
    const std::uint64_t least_normal = std::uint64_t{1} << format.fraction_bits;
    EXPECT_EQ(HexValue(Decode(format, format.max_finite())), row.at("max_hex"));
    EXPECT_EQ(HexValue(Decode(format, least_normal)), row.at("min_normal"));
    EXPECT_EQ(HexValue(Decode(format, 1)), row.at("min_subnormal"));
    EXPECT_EQ(format.has_nan(), row.at("nan_code") != "-");
    EXPECT_EQ(format.has_infinity(), row.at("inf_code") != "-");
    if (format.has_nan()) {
      EXPECT_EQ(format.canonical_nan(), Code(row.at("nan_code")));
      EXPECT_EQ(Decode(format, format.canonical_nan()).number_class, NumberClass::kNan);
    }
    if (format.has_infinity()) {
      EXPECT_EQ(format.infinity(false), Code(row.at("inf_code")));
    }
  }
  EXPECT_EQ(rows.size(), 24U);
}

// What the limits say, against all codes.
TEST(Limits, BoundEveryCode) {
  int cases = 0;
  const Catalogue catalogue;
  for (const Format& format : catalogue.formats()) {
    if (format.width_bits() > 16) continue;
    SCOPED_TRACE(format.name);
    int least_exponent = 1 << 20, negative_zeros = 0, nans = 0, infinities = 0;
    std::uint64_t max_finite = 0;
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++cases) {
      const Decoded value = Decode(format, code);
      nans += value.number_class == NumberClass::kNan;
      infinities += value.number_class == NumberClass::kInfinity;
      negative_zeros += value.is_finite() && value.significand == 0 && value.negative;
      if (!value.is_finite()) continue;
      least_exponent = std::min(least_exponent, value.exponent);
      const int shift = value.exponent - format.min_quantum_exponent();
      EXPECT_LE(shift, format.max_shift());
      EXPECT_LT(value.significand >> format.significand_bits(), 1U);
      if (!value.negative) max_finite = std::max(max_finite, code);
    }
    EXPECT_EQ(least_exponent, format.min_quantum_exponent());
    EXPECT_EQ(max_finite, format.max_finite());
    EXPECT_EQ(negative_zeros, int{format.has_negative_zero()});
    EXPECT_EQ(nans > 0, format.has_nan());
    EXPECT_EQ(infinities, format.has_infinity() ? 1 + int{format.has_sign} : 0);
    EXPECT_EQ(Decode(format, format.min_finite()).negative, format.is_signed());
  }
  std::printf("%d codes\n", cases);
  EXPECT_GT(cases, 200'000);
}

}  // namespace
}  // namespace macroscope
