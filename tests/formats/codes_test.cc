// Every code of every small format against its worked value.
#include <gtest/gtest.h>

#include <cstdlib>

#include "models/formats/decode.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

std::string ClassName(NumberClass number_class) {
  switch (number_class) {
    case NumberClass::kZero:
      return "zero";
    case NumberClass::kSubnormal:
      return "sub";
    case NumberClass::kNormal:
      return "norm";
    case NumberClass::kInfinity:
      return "inf";
    case NumberClass::kNan:
      break;
  }
  return "nan";
}

class Codes : public testing::TestWithParam<const char*> {};

TEST_P(Codes, DecodeToTheirWorkedValues) {
  const Format format = VectorFormat(GetParam());
  const auto rows = ReadCsv(std::string("codes/") + GetParam() + ".csv");
  ASSERT_EQ(rows.size(), format.code_mask() + 1);
  int decimals = 0;
  for (const Row& row : rows) {
    const Decoded value = Decode(format, Code(row.at("code")));
    EXPECT_EQ(HexValue(value), row.at("value_hex")) << row.at("code");
    if (row.contains("class")) {
      EXPECT_EQ(ClassName(value.number_class), row.at("class")) << row.at("code");
    }
    if (!row.contains("value_dec")) continue;
    // The file writes out more digits than a table should; both must say the same number.
    const std::string& expected = row.at("value_dec");
    if (expected[0] == '~' || !value.is_finite()) continue;
    const std::string text = DecimalValue(value);
    EXPECT_EQ(std::strtod(text.c_str() + (text[0] == '~'), nullptr),
              std::strtod(expected.c_str(), nullptr));
    ++decimals;
  }
  std::printf("%zu codes, %d with decimals\n", rows.size(), decimals);
}

INSTANTIATE_TEST_SUITE_P(AllFiles, Codes,
                         testing::Values("e2m1", "e2m3", "e3m2", "e3m4_ieee", "e4m3", "e4m3_ieee",
                                         "e4m3b11fnuz", "e4m3fnuz", "e5m2", "e5m2fnuz", "e8m0",
                                         "p3109_k8p1uf", "p3109_k8p3se", "p3109_k8p4se",
                                         "p3109_k8p4sf", "p3109_k8p4ue", "p3109_k8p5se", "q_e2m5",
                                         "q_e3m4", "q_e4m3", "q_e5m2"),
                         [](const auto& instance) { return std::string(instance.param); });

// The paper's flavour differs from the finite one in the code of -0 alone.
TEST(PaperFlavour, HasMinusZeroAsItsNan) {
  const Catalogue catalogue;
  int cases = 0;
  for (const char* name : {"fp8_e2m5", "fp8_e3m4"}) {
    const Format paper = catalogue.Find(name);
    const Format finite = catalogue.Find(std::string(name) + "finite");
    for (std::uint64_t code = 0; code < 256; ++code, ++cases) {
      if (code == 0x80) {
        EXPECT_EQ(Decode(paper, code).number_class, NumberClass::kNan);
      } else {
        EXPECT_EQ(Decode(paper, code), Decode(finite, code)) << name << ' ' << code;
      }
    }
  }
  EXPECT_EQ(cases, 512);
}

// value = integer * 2^-point, the integer by arithmetic on the whole code.
TEST(Integers, DecodeByTheirEncoding) {
  const Catalogue catalogue;
  int cases = 0;
  for (const char* name : {"int2", "int8", "uint8", "smag8", "q3.4", "uq4.4", "q4.4", "int13"}) {
    const Format format = catalogue.Find(name);
    const int width = format.width_bits();
    const auto size = std::int64_t{1} << width;
    for (std::int64_t code = 0; code < size; ++code, ++cases) {
      const bool top = code >= size / 2;
      std::int64_t integer = code;
      if (format.encoding == Encoding::kTwosComplement && top) integer = code - size;
      if (format.encoding == Encoding::kSignMagnitude && top) integer = size / 2 - code;
      const Decoded value = Decode(format, static_cast<std::uint64_t>(code));
      const auto significand = static_cast<std::int64_t>(value.significand);
      EXPECT_EQ(value.negative ? -significand : significand, integer) << name << ' ' << code;
      EXPECT_EQ(value.exponent, -format.point_bits);
    }
  }
  EXPECT_GT(cases, 8192);
  EXPECT_EQ(HexValue(Decode(catalogue.Find("smag8"), 0x80)), "-0");
  EXPECT_EQ(DecimalValue(Decode(catalogue.Find("q3.4"), 0x81)), "-7.9375");
}

TEST(Decode, IgnoresBitsAboveTheCode) {
  const Format format = Catalogue().Find("fp8_e4m3");
  EXPECT_EQ(Decode(format, 0xFFFF'FF38), Decode(format, 0x38));
}

}  // namespace
}  // namespace macroscope
