#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <random>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

std::string Decimal(const char* format, std::uint64_t code) {
  return DecimalValue(Decode(Catalogue().Find(format), code));
}

TEST(DecimalValue, IsExactWhereShort) {
  EXPECT_EQ(Decimal("fp32", 0x3F800000), "1");
  EXPECT_EQ(Decimal("fp16", 0xD7B5), "-123.3125");
  EXPECT_EQ(Decimal("fp8_e4m3", 0x7E), "448");
  EXPECT_EQ(Decimal("fp8_e4m3", 0x01), "0.001953125");
  EXPECT_EQ(Decimal("fp8_e4m3", 0x80), "-0");
  EXPECT_EQ(Decimal("fp8_e4m3", 0x7F), "nan");
  EXPECT_EQ(Decimal("fp8_e5m2", 0xFC), "-inf");
  EXPECT_EQ(Decimal("fp32", 0x501502F9), "10000000000");
  EXPECT_EQ(Decimal("fp64", 0x4480F0CF064DD592), "1e+22");
}

TEST(DecimalValue, SaysWhereItIsRounded) {
  EXPECT_EQ(Decimal("fp32", 0x7F7FFFFF), "~3.4028234663852886e+38");
  EXPECT_EQ(Decimal("fp32", 0x3DCCCCCD), "~0.10000000149011612");
  EXPECT_EQ(Decimal("fp64", 0x0000000000000001), "~4.9406564584124654e-324");
}

// 17 digits give every double back, and so does the hexadecimal text.
TEST(Texts, ReadBackToTheNumber) {
  const Format fp64 = Catalogue().Find("fp64");
  std::mt19937_64 random(1);
  constexpr int kCases = 100'000;
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t code = random();
    const double expected = std::bit_cast<double>(code);
    const Decoded value = Decode(fp64, code);
    if (!value.is_finite()) continue;
    const std::string decimal = DecimalValue(value);
    ASSERT_EQ(std::strtod(decimal.c_str() + (decimal[0] == '~'), nullptr), expected) << decimal;
    ASSERT_EQ(std::strtod(HexValue(value).c_str(), nullptr), expected) << HexValue(value);
  }
  std::printf("%d codes, seed 1\n", kCases);
}

}  // namespace
}  // namespace macroscope
