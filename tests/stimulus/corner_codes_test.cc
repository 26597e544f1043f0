#include "sim/stimulus/corner_codes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

bool Has(const CornerCodes& corners, Corner corner, std::uint64_t code) {
  return std::ranges::count(corners.codes(corner), code) == 1;
}

TEST(CornerCodesTest, NamesTheCornersOfFp16) {
  const CornerCodes corners(Catalogue().Find("fp16"));
  for (const std::uint64_t code : {0x7c00, 0xfc00, 0x7e00, 0x7c01, 0xffff}) {
    EXPECT_TRUE(Has(corners, Corner::kSpecial, code)) << std::hex << code;
  }
  EXPECT_TRUE(Has(corners, Corner::kZero, 0) && Has(corners, Corner::kZero, 0x8000));
  for (const std::uint64_t code : {0x0001, 0x8001, 0x03ff, 0x0400, 0x83ff, 0x7bff, 0xfbff}) {
    EXPECT_TRUE(Has(corners, Corner::kExtreme, code)) << std::hex << code;
  }
  for (const std::uint64_t code : {0x3c00, 0x3bff, 0x3c01, 0xbc00, 0x0010}) {
    EXPECT_TRUE(Has(corners, Corner::kPowerOfTwo, code)) << std::hex << code;
  }
  for (const std::uint64_t code : {0x0100, 0xfeff, 0x00ff, 0xff00}) {
    EXPECT_TRUE(Has(corners, Corner::kWalkingBit, code)) << std::hex << code;
  }
}

TEST(CornerCodesTest, NamesTheCornersOfIntegers) {
  const CornerCodes corners(Catalogue().Find("int8"));
  EXPECT_TRUE(corners.codes(Corner::kSpecial).empty());
  for (const std::uint64_t code : {0x7f, 0x80, 0x81, 0x7e, 0x01, 0xff}) {
    EXPECT_TRUE(Has(corners, Corner::kExtreme, code)) << std::hex << code;
  }
  for (const std::uint64_t code : {0x40, 0xc0, 0x3f, 0x41}) {
    EXPECT_TRUE(Has(corners, Corner::kPowerOfTwo, code)) << std::hex << code;
  }
}

TEST(CornerCodesTest, HoldsForEveryFormatOfTheCatalogue) {
  const Catalogue catalogue;
  int formats = 0;
  for (const Format& format : catalogue.formats()) {
    const CornerCodes corners(format);
    for (const std::uint64_t code : corners.codes(Corner::kSpecial)) {
      EXPECT_FALSE(Decode(format, code).is_finite()) << format.name << " " << code;
    }
    EXPECT_EQ(corners.codes(Corner::kSpecial).empty(), !format.has_nan()) << format.name;
    for (const std::uint64_t code : corners.codes(Corner::kZero)) {
      EXPECT_EQ(Decode(format, code).number_class, NumberClass::kZero) << format.name;
    }
    Random random(1);
    for (int i = 0; i < 1000; ++i) EXPECT_LE(corners.Draw(random), format.code_mask());
    ++formats;
  }
  EXPECT_GT(formats, 20);
}

}  // namespace
}  // namespace macroscope
