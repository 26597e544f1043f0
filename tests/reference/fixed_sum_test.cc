// Fixed-point accumulators against 128-bit integers, and their flags.
#include <gtest/gtest.h>

#include <random>

#include "models/formats/decode.h"
#include "models/reference/reference.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

using Wide = __int128;

constexpr int kSeed = 1;

// The product in units of the accumulator's least bit.
Wide Product(const Design& design, std::uint64_t a, std::uint64_t b) {
  const Decoded x = Decode(design.a, a), y = Decode(design.b, b);
  const Wide magnitude =
      static_cast<Wide>(x.significand * y.significand)
      << (x.exponent + y.exponent - ExactProduct(design.a, design.b).least_exponent);
  return x.negative != y.negative ? -magnitude : magnitude;
}

Wide SignExtended(const Bits& word, int width_bits) {
  Wide value = static_cast<Wide>(word.limb[1]) << 64 | word.limb[0];
  value &= (Wide{1} << width_bits) - 1;
  return value >> (width_bits - 1) & 1 ? value - (Wide{1} << width_bits) : value;
}

struct Case {
  const char* unit;
  const char* operands;
  const char* accumulator;

  friend std::ostream& operator<<(std::ostream& os, const Case& c) {
    return os << c.unit << " " << c.operands << " -> " << c.accumulator;
  }
};

class FixedSum : public testing::TestWithParam<Case> {};

TEST_P(FixedSum, AddsWrapsAndSaturates) {
  int cases = 0, beyond = 0;
  for (const char* overflow : {"wrap", "saturate"}) {
    const Design design =
        MakeDesign(GetParam().unit, GetParam().operands, GetParam().accumulator, "", overflow);
    const int width = design.accumulator.width_bits;
    const Wide modulus = Wide{1} << width, most = modulus / 2 - 1, least = -modulus / 2;
    std::mt19937_64 random(kSeed);
    Reference reference(design);
    for (int i = 0; i < 200'000; ++i) {
      const std::uint64_t a = random() & design.a.code_mask();
      const std::uint64_t b = random() & design.b.code_mask();
      if (!Decode(design.a, a).is_finite() || !Decode(design.b, b).is_finite()) continue;
      // Half of the sums start near an end of the range.
      Wide c = static_cast<Wide>(random()) << 64 | random();
      if (i % 2 == 0) c = (i % 4 == 0 ? most : least) + (c % 8);
      c &= modulus - 1;
      Bits word(static_cast<std::uint64_t>(c));
      word.limb[1] = static_cast<std::uint64_t>(c >> 64);
      Wide sum = SignExtended(word, width) + Product(design, a, b);
      beyond += sum > most || sum < least;
      if (design.overflow == Overflow::kSaturate) sum = std::min(std::max(sum, least), most);
      sum &= modulus - 1;
      const Bits z = reference.Operate({a, b, word});
      ASSERT_EQ(z.limb[0], static_cast<std::uint64_t>(sum));
      ASSERT_EQ(z.limb[1], static_cast<std::uint64_t>(sum >> 64));
      ++cases;
    }
  }
  std::printf("%d sums, %d beyond the range, seed %d\n", cases, beyond, kSeed);
  EXPECT_GT(cases, 100'000);
  EXPECT_GT(beyond, 100);
}

INSTANTIATE_TEST_SUITE_P(Designs, FixedSum,
                         testing::Values(Case{"int_mac", "int8", "fixed+0"},
                                         Case{"int_mac", "uint8", "fixed+0"},
                                         Case{"int_mac", "smag8,q3.4", "fixed+3"},
                                         Case{"int_mac", "int32", "fixed+1"},
                                         Case{"kulisch_mac", "fp8_e4m3", "fixed+12"},
                                         Case{"kulisch_mac", "fp8_e5m2,int8", "fixed+1"},
                                         Case{"kulisch_mac", "fp16", "fixed+2"},
                                         Case{"kulisch_mac", "fp4_e2m1,uq4.4", "fixed+0"}));

// Many operations at once give what one by one do, in words of several limbs.
TEST(FixedSumBulk, EqualsOneByOne) {
  const Design design = MakeDesign("kulisch_mac", "bf16", "fixed+12");
  const int bits = design.accumulator.width_bits + FlagBits(design.a, design.b);
  const int limbs = LimbsFor(bits);
  ASSERT_GT(limbs, 4);
  std::mt19937_64 random(kSeed);
  constexpr int kCases = 2000;
  std::vector<std::uint64_t> a(kCases), b(kCases), c(kCases * limbs), z(kCases * limbs);
  std::vector<std::uint8_t> flags(kCases, 1);
  for (auto& x : a) x = random() & 0xFFFF;
  for (auto& x : b) x = random() & 0xFFFF;
  for (auto& x : c) x = random();
  for (int i = 0; i < kCases; ++i) {
    c[i * limbs + limbs - 1] &= ~std::uint64_t{0} >> (64 * limbs - bits);
  }
  Reference reference(design);
  reference.Evaluate({kCases, a, b, c}, z, flags);
  for (int i = 0; i < kCases; ++i) {
    Bits word;
    std::copy_n(&c[i * limbs], limbs, word.limb.begin());
    const Bits one = reference.Operate({a[i], b[i], word});
    for (int j = 0; j < limbs; ++j) ASSERT_EQ(one.limb[j], z[i * limbs + j]) << i;
    EXPECT_EQ(flags[i], 0);
  }
  EXPECT_THROW(reference.Evaluate({kCases, a, b, c}, std::span(z).first(limbs)),
               std::invalid_argument);
}

// Flags above the word: nan, positive infinity, negative infinity, from its top upwards.
TEST(FixedSumFlags, StayAndLeaveTheWordAlone) {
  const Design design = MakeDesign("kulisch_mac", "fp8_e5m2,fp8_e4m3", "fixed+4");
  const int width = design.accumulator.width_bits;  // 55: flags at 55, 56, 57.
  ASSERT_EQ(width, 55);
  constexpr std::uint64_t kInfinity = 0x7C, kMinusInfinity = 0xFC, kOne = 0x38, kMinusOne = 0xB8;
  const std::uint64_t word = 0x12345;
  const auto nan = std::uint64_t{1} << width, plus = nan << 1, minus = nan << 2;
  Reference reference(design);
  const auto add = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return reference.Operate({a, b, c}).low();
  };
  EXPECT_EQ(add(kInfinity, kOne, word), word | plus);
  EXPECT_EQ(add(kInfinity, kMinusOne, word), word | minus);
  EXPECT_EQ(add(kMinusInfinity, kMinusOne, word), word | plus);
  EXPECT_EQ(add(kInfinity, 0x00, word), word | nan);  // Infinity times zero.
  EXPECT_EQ(add(0x7D, kOne, word), word | nan);       // NaN of the first format,
  EXPECT_EQ(add(0x3C, 0x7F, word), word | nan);       // and of the second.
  EXPECT_EQ(add(0x00, kOne, word | plus | nan), word | plus | nan);
  EXPECT_EQ(add(kMinusInfinity, kOne, word | plus), word | plus | minus);
  // The word goes on counting below its flags: 1 * 1 in units of 2^-25.
  EXPECT_EQ(add(0x3C, kOne, word | minus), (word + (1 << 25)) | minus);
  // A wrap does not reach the flags.
  EXPECT_EQ(add(0x3C, kOne, nan - 1), (std::uint64_t{1} << 25) - 1);
}

TEST(FixedSumFlags, DotCollectsThem) {
  const Design design = MakeDesign("kulisch_mac", "fp8_e5m2", "fixed+0");
  const int width = design.accumulator.width_bits;
  Reference reference(design);
  const std::vector<std::uint64_t> a = {0x7C, 0x3C, 0xFC}, b = {0x3C, 0x3C, 0x3C};
  const Bits z = reference.Dot(a, b);
  EXPECT_FALSE(z.Bit(width));
  EXPECT_TRUE(z.Bit(width + 1));
  EXPECT_TRUE(z.Bit(width + 2));
  EXPECT_EQ(z.low(), std::uint64_t{1} << 32);
}

}  // namespace
}  // namespace macroscope
