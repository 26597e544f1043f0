// block_dot with a fixed-point accumulator, against 128-bit integers: it wraps or saturates once an
// operation, and lanes without a number set flags.
#include <gtest/gtest.h>

#include <algorithm>

#include "models/reference/reference.h"
#include "tests/reference/dot_by_definition.h"
#include "tests/reference/lane_words.h"

namespace macroscope {
namespace {

using Wide = __int128;

constexpr int kSeed = 1;

Wide SignExtended(const Bits& word, int width_bits) {
  const Wide value = static_cast<Wide>(word.limb[1]) << 64 | word.limb[0];
  return static_cast<Wide>(static_cast<unsigned __int128>(value) << (128 - width_bits)) >>
         (128 - width_bits);
}

// The word of `value`, topped by its flags.
Bits Word(Wide value, int width_bits, std::uint64_t flags) {
  Bits word;
  word.limb[0] = static_cast<std::uint64_t>(value);
  word.limb[1] = static_cast<std::uint64_t>(value >> 64);
  word = word.Slice(0, width_bits);
  word.Insert(width_bits, 3, flags);
  return word;
}

class FixedDot : public testing::TestWithParam<const char*> {};

TEST_P(FixedDot, AddsUpAndFlags) {
  constexpr int kCases = 4000;
  int cases = 0, beyond = 0, flagged = 0;
  for (const char* overflow : {"wrap", "saturate"}) {
    const Design design = BlockDot(
        {.operands = GetParam(), .accumulator = "fixed+1", .overflow = overflow, .lanes = "16"});
    const DotByDefinition definition(design);
    const int width = design.accumulator.width_bits, flag_bits = FlagBits(design);
    ASSERT_LE(width, 120);
    const Wide most = (Wide{1} << (width - 1)) - 1;
    const int least = ExactDot(design).least_exponent;
    Reference reference(design);
    std::mt19937_64 random(kSeed);
    for (int i = 0; i < kCases; ++i, ++cases) {
      const Bits a = RandomWord(random, OperandABits(design));
      const Bits b = RandomWord(random, OperandBBits(design));
      Bits c = RandomWord(random, width + flag_bits);
      // Half of the sums start near an end of the range.
      if (i % 2 == 0) c = Word(i % 4 == 0 ? most - i : i - most, width, 0);
      const auto total = definition.SumOfProducts(a, b, least);
      Wide sum = SignExtended(c, width) + total.sum;
      beyond += sum > most || sum < -most - 1;
      if (design.overflow == Overflow::kSaturate) sum = std::clamp(sum, -most - 1, most);
      const unsigned flags = static_cast<unsigned>(c.Extract(width, flag_bits)) | total.nan |
                             total.positive_infinity << 1 | total.negative_infinity << 2;
      flagged += flags != 0;
      ASSERT_EQ(reference.Operate({a, b, c, 0}), Word(sum, width, flags))
          << DisplayName(design) << ": a " << a << " b " << b << " c " << c;
    }
  }
  std::printf("%d operations, %d beyond the range, %d with flags, seed %d\n", cases, beyond,
              flagged, kSeed);
  EXPECT_EQ(cases, 2 * kCases);
  EXPECT_GT(beyond, 10);
}

INSTANTIATE_TEST_SUITE_P(Operands, FixedDot,
                         testing::Values("fp4_e2m1", "int4,fp8_e4m3", "fp8_e5m2,fp4_e2m1", "nvfp4",
                                         "nvfp4,fp8_e5m2", "vsq4", "vsq8,int8", "smag4",
                                         "flex16_5,int4"));

// The total of many operations at once is that of the operations one by one, in words of several
// limbs; so is the floating one rounded once where none of its parts is rounded.
TEST(DotOfManyOperations, IsTheirExactSum) {
  constexpr int kOperations = 500;
  int totals = 0;
  for (const char* operands : {"fp8_e4m3", "nvfp4", "mxfp4,fp8_e5m2", "mx9", "int8"}) {
    for (const char* accumulator : {"fixed+9", "fp32"}) {
      const Design design =
          BlockDot({.operands = operands, .accumulator = accumulator, .lanes = "32"});
      std::mt19937_64 random(kSeed);
      Reference reference(design);
      CodeList all_a, all_b;
      Bits sum;
      for (int i = 0; i < kOperations; ++i) {
        // Small integers, whose sums are exact in binary32 too: of scales, those of one.
        const auto next = [&](const LaneOperand& operand, CodeList& all) {
          LaneCodes codes;
          for (int j = 0; j < operand.lanes; ++j) codes.elements.push_back(random() & 3);
          codes.scales.assign(operand.scales(),
                              operand.block.scale.fraction_bits == 3 ? 0x38 : 127);
          const Bits word = LaneWord(operand, codes);
          all.insert(all.end(), word.limb.begin(),
                     word.limb.begin() + LimbsFor(operand.word_bits()));
          return word;
        };
        const Bits a = next(design.dot.a, all_a), b = next(design.dot.b, all_b);
        sum = reference.Operate({a, b, sum, 0});
      }
      EXPECT_EQ(reference.Dot(all_a, all_b), sum) << DisplayName(design);
      EXPECT_NE(sum, Bits());
      all_a.pop_back();
      EXPECT_THROW(reference.Dot(all_a, all_b), std::invalid_argument);
      ++totals;
    }
  }
  std::printf("%d totals of %d operations, seed %d\n", totals, kOperations, kSeed);
  EXPECT_EQ(totals, 10);
}

TEST(DotOfManyOperations, IsRefusedWhereSumsAreNotExact) {
  for (const DesignText& text : {DesignText{.reduction = "fp_tree"},
                                 DesignText{.reduction = "max_exponent", .window = "40"}}) {
    DesignText whole = text;
    whole.operands = "int8";
    whole.lanes = "2";
    const CodeList words = {0x0101};
    EXPECT_THROW(Reference(BlockDot(whole)).Dot(words, words), std::invalid_argument);
  }
}

// Many at once are the same as one by one.
TEST(DotOfManyOperations, IsEvaluatedInBulk) {
  constexpr int kCases = 300;
  const Design design =
      BlockDot({.operands = "mxfp8_e5m2,int8", .accumulator = "fixed+5", .lanes = "64"});
  const std::size_t a_limbs = LimbsFor(OperandABits(design)),
                    b_limbs = LimbsFor(OperandBBits(design));
  const int bits = design.accumulator.width_bits + FlagBits(design);
  const std::size_t limbs = LimbsFor(bits);
  ASSERT_GT(a_limbs, 8u);
  ASSERT_GT(limbs, 4u);
  std::mt19937_64 random(kSeed);
  CodeList a, b, c;
  const auto append = [&](CodeList& all, int width_bits) {
    const Bits word = RandomWord(random, width_bits);
    all.insert(all.end(), word.limb.begin(), word.limb.begin() + LimbsFor(width_bits));
  };
  for (int i = 0; i < kCases; ++i) {
    append(a, OperandABits(design));
    append(b, OperandBBits(design));
    append(c, bits);
  }
  CodeList z(kCases * limbs);
  std::vector<std::uint8_t> flags(kCases, 1);
  Reference reference(design);
  const Operands all{kCases, a, b, c};
  reference.Evaluate(all, z, flags);
  for (int i = 0; i < kCases; ++i) {
    const Bits one = reference.Operate(all.At(i, {a_limbs, b_limbs, limbs}));
    ASSERT_TRUE(std::equal(&z[i * limbs], &z[i * limbs] + limbs, one.limb.begin())) << i;
    EXPECT_EQ(flags[i], 0);
  }
  EXPECT_THROW(reference.Evaluate({kCases, c, b, c}, z), std::invalid_argument);
}

}  // namespace
}  // namespace macroscope
