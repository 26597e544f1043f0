// What holds of block_dot without computing it anew: one lane is the scalar unit, the order of
// lanes means nothing to an exact sum, and a wide window is exact.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "models/reference/reference.h"
#include "tests/reference/lane_words.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

constexpr int kSeed = 1;

int AccumulatorBits(const Design& design) {
  const Accumulator& accumulator = design.accumulator;
  return accumulator.is_fixed ? accumulator.width_bits + FlagBits(design)
                              : accumulator.format.width_bits();
}

struct Scalar {
  const char* unit;
  const char* operands;
  const char* accumulator;

  friend std::ostream& operator<<(std::ostream& os, const Scalar& c) {
    return os << c.unit << " " << c.operands << " -> " << c.accumulator;
  }
};

class DotOfOneLane : public testing::TestWithParam<Scalar> {};

TEST_P(DotOfOneLane, IsTheScalarUnit) {
  constexpr int kCases = 20'000;
  const auto& [unit, operands, accumulator] = GetParam();
  int cases = 0;
  for (const Rounding rounding : kDeterministic) {
    const bool fixed = std::string(accumulator).starts_with("fixed");
    if (fixed && rounding != Rounding::kTiesToEven) continue;
    for (const char* overflow : {"", "saturate"}) {
      const Design one =
          MakeDesign(unit, operands, accumulator, std::string(Name(rounding)), overflow);
      const Design dot = BlockDot({.operands = operands,
                                   .accumulator = accumulator,
                                   .rounding = std::string(Name(rounding)),
                                   .overflow = overflow,
                                   .lanes = "1"});
      ASSERT_EQ(AccumulatorBits(one), AccumulatorBits(dot));
      Reference one_reference(one), dot_reference(dot);
      std::mt19937_64 random(kSeed);
      for (int i = 0; i < kCases; ++i, ++cases) {
        const Operation in = {random() & one.a.code_mask(), random() & one.b.code_mask(),
                              RandomWord(random, AccumulatorBits(one)), 0};
        ASSERT_EQ(dot_reference.Operate(in), one_reference.Operate(in))
            << DisplayName(dot) << ": a " << in.a << " b " << in.b << " c " << in.c;
      }
    }
  }
  std::printf("%d operations, seed %d\n", cases, kSeed);
  EXPECT_GE(cases, 2 * kCases);
}

INSTANTIATE_TEST_SUITE_P(
    Units, DotOfOneLane,
    testing::Values(Scalar{"fp_fma", "fp8_e4m3", "fp16"}, Scalar{"fp_fma", "fp8_e5m2", "fp8_e5m2"},
                    Scalar{"fp_fma", "fp16,int8", "fp32"}, Scalar{"fp_fma", "fp16", "fp16"},
                    Scalar{"fp_fma", "bf16", "fp32"}, Scalar{"fp_fma", "smag4", "fp8_e4m3"},
                    Scalar{"int_mac", "int8", "fixed+4"},
                    Scalar{"int_mac", "smag8,q3.4", "fixed+0"},
                    Scalar{"kulisch_mac", "fp8_e4m3", "fixed+3"},
                    Scalar{"kulisch_mac", "fp8_e5m2", "fixed+12"},
                    Scalar{"kulisch_mac", "bf16,int8", "fixed+1"}));

// The word with its groups of lanes, or its lanes where they have no scale, in another order:
// their elements, microexponents and scales.
Bits Reordered(const LaneOperand& operand, const Bits& word, const std::vector<int>& order) {
  Bits moved;
  // The parts of one kind, `parts` of them to a group.
  const auto move = [&](int parts, int width_bits, auto position) {
    for (std::size_t group = 0; group < order.size(); ++group) {
      for (int i = 0; i < parts; ++i) {
        moved.Insert(position(static_cast<int>(group) * parts + i), width_bits,
                     word.Extract(position(order[group] * parts + i), width_bits));
      }
    }
  };
  const int groups = static_cast<int>(order.size());
  move(operand.lanes / groups, operand.block.element.width_bits(),
       [&](int i) { return operand.element_position(i); });
  move(operand.microexponents() / groups, operand.micro_bits(),
       [&](int i) { return operand.micro_position(i); });
  move(operand.scales() / groups, operand.scale_bits(),
       [&](int i) { return operand.scale_position(i); });
  return moved;
}

TEST(DotLaws, TheOrderOfLanesMeansNothingToAnExactSum) {
  constexpr int kCases = 400;
  int cases = 0;
  for (const char* operands : {"fp8_e5m2", "int8", "mxfp8_e4m3", "nvfp4", "vsq4", "mx9"}) {
    for (const char* accumulator : {"fp32", "fp16"}) {
      const Design design =
          BlockDot({.operands = operands, .accumulator = accumulator, .lanes = "64"});
      const LaneOperand& operand = design.dot.a;
      std::vector<int> order(operand.is_block() ? operand.scales() : operand.lanes);
      std::iota(order.begin(), order.end(), 0);
      Reference reference(design);
      std::mt19937_64 random(kSeed);
      for (int i = 0; i < kCases; ++i, ++cases) {
        const Bits a = RandomWord(random, operand.word_bits());
        const Bits b = RandomWord(random, operand.word_bits());
        const Bits c = RandomWord(random, design.accumulator.format.width_bits());
        std::shuffle(order.begin(), order.end(), random);
        ASSERT_EQ(
            reference.Operate({a, b, c, 0}),
            reference.Operate({Reordered(operand, a, order), Reordered(operand, b, order), c, 0}))
            << DisplayName(design);
      }
    }
  }
  std::printf("%d operations, seed %d\n", cases, kSeed);
  EXPECT_EQ(cases, 12 * kCases);
}

// A window that no term reaches below, and terms as high as the accumulator's: nothing is cut.
TEST(DotLaws, AWideWindowIsExact) {
  constexpr int kCases = 300;
  int cases = 0;
  for (const char* operands : {"fp8_e4m3", "fp8_e5m2", "int8,fp16", "nvfp4", "vsq4", "mx4"}) {
    for (const char* terms : {"products", "blocks"}) {
      for (const char* join : {"after", "joined"}) {
        for (const Rounding rounding : kDeterministic) {
          DesignText text{.operands = operands,
                          .accumulator = "fp16",
                          .rounding = std::string(Name(rounding)),
                          .lanes = "16",
                          .reduction = "exact",
                          .join = join};
          const Design exact = BlockDot(text);
          if (std::string(terms) == "blocks" && !exact.dot.has_scale()) continue;
          text.reduction = "max_exponent";
          text.terms = terms;
          text.window = "512";
          Reference exact_reference(exact), reference(BlockDot(text));
          std::mt19937_64 random(kSeed);
          for (int i = 0; i < kCases; ++i, ++cases) {
            const Operation in = {RandomWord(random, OperandABits(exact)),
                                  RandomWord(random, OperandBBits(exact)), random() & 0xFFFF, 0};
            ASSERT_EQ(reference.Operate(in), exact_reference.Operate(in))
                << operands << ' ' << terms << ' ' << join << ' ' << text.rounding;
          }
        }
      }
    }
  }
  std::printf("%d operations, seed %d\n", cases, kSeed);
  EXPECT_EQ(cases, (6 + 3) * 2 * 6 * kCases);
}

}  // namespace
}  // namespace macroscope
