// What encoders of blocks promise, on random blocks and at every binade edge.
#include "models/reference/block_codec.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"
#include "models/reference/block_scale.h"

namespace macroscope {

static void PrintTo(const BlockFormat& format, std::ostream* os) { *os << format.name; }

namespace {

constexpr int kBlocks = 20'000;
constexpr unsigned kSeed = 1;

// Those whose scale the block's largest element alone decides.
std::vector<BlockFormat> PowerOfTwoBlocks() {
  std::vector<BlockFormat> formats;
  const Catalogue catalogue;
  for (const BlockFormat& f : catalogue.blocks()) {
    if (f.scale_is_power_of_two() && f.block_elements > 0) formats.push_back(f);
  }
  return formats;
}

class BlockCodec : public testing::TestWithParam<BlockFormat> {};
INSTANTIATE_TEST_SUITE_P(Formats, BlockCodec, testing::ValuesIn(PowerOfTwoBlocks()),
                         testing::PrintToStringParamName());

// Any scale, any finite elements but the one that symmetric encoders do not use.
BlockCodes RandomBlock(const BlockFormat& f, std::mt19937& random) {
  BlockCodes codes;
  // Products within binary32: the values of the scales' lower end have no code there.
  codes.scales = {20 + random() % 180};
  if (f.has_sub_blocks()) {
    for (int i = 0; i < f.block_elements / f.sub_block_elements; ++i) {
      codes.microexponents.push_back(random() & ((1u << f.sub_exponent_bits) - 1));
    }
  }
  for (int i = 0; i < f.block_elements; ++i) {
    std::uint64_t code;
    do {
      code = random() & f.element.code_mask();
    } while (!Decode(f.element, code).is_finite() ||
             (f.element.is_integer() && code == f.element.sign_mask()));
    codes.elements.push_back(code);
  }
  return codes;
}

bool TopBinadeIsWhole(const Format& element) {
  const double greatest = GreatestValue(element);
  const int fraction_bits =
      element.is_floating() ? element.fraction_bits : std::ilogb(greatest) + element.point_bits;
  return greatest + std::ldexp(1.0, std::ilogb(greatest) - fraction_bits) ==
         std::ldexp(2.0, std::ilogb(greatest));
}

// What a block can hold comes back as it went in, whichever codes hold it.
TEST_P(BlockCodec, RepresentableValuesComeBack) {
  const BlockFormat& f = GetParam();
  std::mt19937 random(kSeed);
  int values = 0;
  for (int n = 0; n < kBlocks; ++n) {
    const BlockCodes codes = RandomBlock(f, random);
    std::vector<float> block;
    for (int i = 0; i < f.block_elements; ++i) {
      block.push_back(static_cast<float>(DecodeElement(f, codes, i)));
    }
    for (const BlockScaleRule rule : {BlockScaleRule::kFloor, BlockScaleRule::kRceil}) {
      // Where the greatest element's significand is not all ones, kFloor may clip another's.
      if (rule == BlockScaleRule::kFloor && !TopBinadeIsWhole(f.element)) continue;
      const BlockCodes again = EncodeBlocks(f, {.rule = rule}, block);
      for (std::size_t i = 0; i < block.size(); ++i, ++values) {
        ASSERT_EQ(DecodeElement(f, again, i), block[i]) << "element " << i;
      }
    }
  }
  std::printf("%s: %d blocks, %d values, seed %u\n", f.name.c_str(), kBlocks, values, kSeed);
  EXPECT_GT(values, 0);
}

// By definition: the rules, for the largest elements around every power of two and around the
// greatest element's multiples, against a search through all scales.
TEST_P(BlockCodec, RulesHoldAtEveryBinadeEdge) {
  const BlockFormat& f = GetParam();
  const double greatest = GreatestValue(f.element);
  int cases = 0;
  for (int binade = -126; binade < 127; ++binade) {
    for (const double base : {1.0, greatest / std::exp2(std::ilogb(greatest)), 1.75}) {
      const auto edge = static_cast<float>(std::ldexp(base, binade));
      for (const float largest :
           {std::nextafter(edge, 0.0f), edge, std::nextafter(edge, INFINITY)}) {
        if (std::isinf(largest)) continue;
        int fits = -200;  // The least exponent at which the largest does not exceed the greatest.
        while (largest > std::ldexp(greatest, fits)) ++fits;
        int below = -200;  // The least at which its leading bit is not above the greatest's.
        while (std::ilogb(largest) > std::ilogb(greatest) + below) ++below;
        int ceil = -200;  // The least at which it is not above the greatest's leading bit.
        while (largest > std::ldexp(1.0, std::ilogb(greatest) + ceil)) ++ceil;
        EXPECT_EQ(ScaleExponent(BlockScaleRule::kRceil, f.element, largest), fits) << largest;
        EXPECT_EQ(ScaleExponent(BlockScaleRule::kFloor, f.element, largest), below) << largest;
        EXPECT_EQ(ScaleExponent(BlockScaleRule::kCeil, f.element, largest), ceil) << largest;
        const int even = ScaleExponent(BlockScaleRule::kEven, f.element, largest);
        EXPECT_TRUE(even == below || even == below + 1) << largest;
        ++cases;
      }
    }
  }
  std::printf("%s: %d largest elements\n", f.name.c_str(), cases);
  EXPECT_GT(cases, 0);
}

// No other code of an element is nearer, by the block's own scale.
TEST_P(BlockCodec, ElementsAreTheNearest) {
  const BlockFormat& f = GetParam();
  std::mt19937 random(kSeed);
  std::normal_distribution<float> normal(0, 3);
  int values = 0;
  for (int n = 0; n < 200; ++n) {
    std::vector<float> block;
    for (int i = 0; i < f.block_elements; ++i) block.push_back(normal(random));
    const BlockCodes codes = EncodeBlocks(f, {}, block);
    for (int i = 0; i < f.block_elements; ++i, ++values) {
      const double distance = std::abs(DecodeElement(f, codes, i) - block[i]);
      for (std::uint64_t code = 0; code <= f.element.code_mask(); ++code) {
        if (!Decode(f.element, code).is_finite()) continue;
        if (f.element.is_integer() && code == f.element.sign_mask()) continue;
        BlockCodes other = codes;
        other.elements[i] = code;
        ASSERT_LE(distance, std::abs(DecodeElement(f, other, i) - block[i])) << "element " << i;
      }
    }
  }
  std::printf("%s: %d values, seed %u\n", f.name.c_str(), values, kSeed);
  EXPECT_GT(values, 0);
}

TEST(BlockCodecTest, WhatIsNotFinite) {
  const Catalogue catalogue;
  const std::vector<float> values = {INFINITY, 1, NAN, -2};
  const BlockFormat mx = catalogue.FindBlock("mxfp8_e5m2");
  const BlockCodes nan = EncodeBlocks(mx, {}, values);
  EXPECT_EQ(nan.scales[0], 0xffu);
  EXPECT_TRUE(std::isnan(DecodeElement(mx, nan, 1)));
  // A scale without a NaN.
  const BlockFormat msfp = catalogue.FindBlock("msfp12");
  const BlockCodes greatest = EncodeBlocks(msfp, {}, values);
  EXPECT_EQ(greatest.scales[0], 254u);
  EXPECT_EQ(greatest.elements, (std::vector<std::uint64_t>{7, 0, 0, 0}));
}

TEST(BlockCodecTest, OverflowOfAnElement) {
  const BlockFormat f = Catalogue().FindBlock("mxfp8_e5m2");
  const std::vector<float> values = {1.9999f * 65536, 1};
  EXPECT_EQ(EncodeBlocks(f, {}, values).elements[0], f.element.max_finite());
  EXPECT_EQ(EncodeBlocks(f, {.saturates = false}, values).elements[0], f.element.infinity(false));
}

TEST(BlockCodecTest, TheLastBlockMayBeShorter) {
  const BlockFormat f = Catalogue().FindBlock("mx6");
  const BlockCodes codes = EncodeBlocks(f, {}, std::vector<float>(21, 1.5f));
  EXPECT_EQ(codes.scales.size(), 2u);
  EXPECT_EQ(codes.microexponents.size(), 11u);
  for (std::size_t i = 0; i < 21; ++i) EXPECT_EQ(DecodeElement(f, codes, i), 1.5);
}

TEST(BlockCodecTest, RefusesWhatItCannotDo) {
  const BlockFormat f = Catalogue().FindBlock("mxfp4");
  const std::vector<float> values(64, 1.0f);
  const std::vector<std::uint64_t> one_scale = {127};
  EXPECT_THROW(EncodeUnderScales(f, {}, values, 1, one_scale), std::invalid_argument);
  EXPECT_THROW(EncodeBlocks(f, {.rounding = Rounding::kPort}, values), std::invalid_argument);
  EXPECT_THROW(ScaleExponent(BlockScaleRule::kFloor, f.element, 0), std::invalid_argument);
}

}  // namespace
}  // namespace macroscope
