// block_dot against its definition (dot_by_definition.h): every reduction, every direction, all
// kinds of operands.
#include <gtest/gtest.h>

#include <random>

#include "models/reference/reference.h"
#include "tests/reference/dot_by_definition.h"
#include "tests/reference/lane_words.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

constexpr int kSeed = 1;

// Every way to reduce and to join.
std::vector<DesignText> Reductions(const DesignText& of) {
  const int least = Catalogue().Find(of.accumulator).fraction_bits;
  std::vector<DesignText> texts;
  for (const char* join : {"joined", "after"}) {
    texts.push_back({.reduction = "exact", .join = join});
    for (const char* alignment : {"truncate", "sticky"}) {
      for (const int window : {least, least + 2, least + 9}) {
        texts.push_back({.reduction = "max_exponent",
                         .terms = of.terms,
                         .window = std::to_string(window),
                         .alignment = alignment,
                         .join = join});
      }
    }
  }
  texts.push_back({.reduction = "fp_tree", .terms = of.terms});
  for (DesignText& text : texts) text.unit = "block_dot";
  return texts;
}

// Calls `check` with each design that `text`, its reductions and the six directions make.
template <typename Check>
void ForEachDesign(const DesignText& text, Check check) {
  for (DesignText one : Reductions(text)) {
    one.operands = text.operands;
    one.accumulator = text.accumulator;
    one.overflow = text.overflow;
    one.lanes = text.lanes;
    one.block = text.block;
    for (const Rounding rounding : kDeterministic) {
      one.rounding = Name(rounding);
      const Design design = ParseDesign(one, Catalogue());
      SCOPED_TRACE(DisplayName(design));
      check(design);
      if (testing::Test::HasFailure()) return;
    }
  }
}

// Whether there is something to compare with.
bool Check(const DotByDefinition& definition, Reference& reference, const Operation& in) {
  const std::optional<std::uint64_t> expected = definition.Operate(in.a, in.b, in.c.low());
  if (!expected) return false;
  EXPECT_EQ(reference.Operate(in).low(), *expected)
      << "a " << in.a << " b " << in.b << " c " << in.c;
  return true;
}

// All operands of a few bits.
void CheckAll(const Design& design, int& cases) {
  const DotByDefinition definition(design);
  Reference reference(design);
  const int a_bits = OperandABits(design), b_bits = OperandBBits(design);
  const int c_bits = design.accumulator.format.width_bits();
  for (std::uint64_t i = 0; i < std::uint64_t{1} << (a_bits + b_bits + c_bits); ++i) {
    const std::uint64_t a = i & ((1U << a_bits) - 1);
    const std::uint64_t b = i >> a_bits & ((1U << b_bits) - 1);
    cases += Check(definition, reference, {a, b, i >> (a_bits + b_bits), 0});
    if (testing::Test::HasFailure()) return;
  }
}

TEST(DotByDefinition, OfAllOperandsOfOneAndTwoLanes) {
  int cases = 0;
  ForEachDesign({.operands = "fp4_e2m1", .accumulator = "fp6_e3m2", .lanes = "1"},
                [&](const Design& design) { CheckAll(design, cases); });
  ForEachDesign({.operands = "int4,fp4_e2m1", .accumulator = "fp6_e2m3", .lanes = "1"},
                [&](const Design& design) { CheckAll(design, cases); });
  // A direction of each for two lanes.
  int designs = 0;
  ForEachDesign({.operands = "smag2,fp4_e2m1", .accumulator = "fp4_e2m1", .lanes = "2"},
                [&](const Design& design) {
                  if (designs++ % 7 == 0) CheckAll(design, cases);
                });
  std::printf("%d operations\n", cases);
  EXPECT_EQ(cases, 2 * 15 * 6 * (1 << 14) + 13 * (1 << 16));
}

// Operands of every kind. In three of four, floating codes have exponents near to each other, so
// that the lanes reach each other and their sums do not get long.
class Operations {
 public:
  Operation Next(const Design& design) {
    near_ = random_() % 4 != 0;
    return {Word(design.dot.a), Word(design.dot.b), Code(design.accumulator.format)};
  }

 private:
  std::uint64_t Code(const Format& format) {
    constexpr int kMostAway = 3;
    const std::uint64_t code = random_() & format.code_mask();
    if (!near_ || !format.is_floating() || random_() % 16 == 0) return code;
    const int middle = (1 << (format.exponent_bits - 1)) - 1;
    const int away = static_cast<int>(random_() % (2 * kMostAway + 1)) - kMostAway;
    const std::uint64_t field = std::clamp(middle + away, 0, (1 << format.exponent_bits) - 1);
    const std::uint64_t fraction = (std::uint64_t{1} << format.fraction_bits) - 1;
    return (code & (format.sign_mask() | fraction)) | field << format.fraction_bits;
  }

  Bits Word(const LaneOperand& operand) {
    const BlockFormat& block = operand.block;
    LaneCodes codes;
    for (int i = 0; i < operand.lanes; ++i) {
      codes.elements.push_back(random_() % 4 == 0 ? 0 : Code(block.element));
    }
    for (int i = 0; i < operand.scales(); ++i) {
      const bool nan = block.scale.has_nan() && random_() % 32 == 0;
      codes.scales.push_back(nan ? block.scale.canonical_nan() : Code(block.scale));
    }
    for (int i = 0; i < operand.microexponents(); ++i) {
      codes.microexponents.push_back(random_() >> (64 - operand.micro_bits()));
    }
    return LaneWord(operand, codes);
  }

  bool near_ = true;
  std::mt19937_64 random_{kSeed};
};

struct Case {
  const char* operands;
  const char* accumulator;
  const char* lanes;
  const char* terms = "";
  const char* block = "";
  const char* overflow = "";

  friend std::ostream& operator<<(std::ostream& os, const Case& c) {
    os << c.operands << " -> " << c.accumulator << ", " << c.lanes << " lanes";
    if (*c.terms != 0) os << ", terms " << c.terms;
    if (*c.block != 0) os << ", blocks of " << c.block;
    return *c.overflow == 0 ? os : os << ", " << c.overflow;
  }
};

class DotOfRandomCodes : public testing::TestWithParam<Case> {};

TEST_P(DotOfRandomCodes, HoldsByDefinition) {
  constexpr int kCases = 1000;
  const Case& of = GetParam();
  int cases = 0, tried = 0;
  ForEachDesign({.operands = of.operands,
                 .accumulator = of.accumulator,
                 .overflow = of.overflow,
                 .lanes = of.lanes,
                 .block = of.block,
                 .terms = of.terms},
                [&](const Design& design) {
                  const DotByDefinition definition(design);
                  Reference reference(design);
                  Operations operations;
                  for (int i = 0; i < kCases; ++i, ++tried) {
                    cases += Check(definition, reference, operations.Next(design));
                    if (HasFailure()) return;
                  }
                });
  std::printf("%d operations of %d, seed %d\n", cases, tried, kSeed);
  EXPECT_EQ(tried, 15 * 6 * kCases);
  EXPECT_GT(cases, tried * 3 / 4);
}

INSTANTIATE_TEST_SUITE_P(
    Designs, DotOfRandomCodes,
    testing::Values(
        Case{"fp4_e2m1", "fp8_e4m3", "4"}, Case{"fp4_e2m1", "fp8_e5m2", "3"},
        Case{"int4", "fp8_e5m2", "4"}, Case{"int4,fp4_e2m1", "fp16", "5"},
        Case{"fp8_e4m3", "fp16", "2"}, Case{"fp8_e4m3", "fp8_e4m3", "4", "", "", "saturate"},
        Case{"fp8_e5m2", "fp8_e5m2", "4"}, Case{"fp8_e5m2", "fp8_e4m3", "2", "", "", "saturate"},
        Case{"fp8_e5m2", "fp6_e3m2", "4"}, Case{"p3109_k8p3se", "p3109_k8p3se", "3"},
        Case{"mxfp4", "fp8_e5m2", "4", "products"}, Case{"mxfp4", "fp8_e5m2", "4", "blocks", "2"},
        Case{"mxfp8_e5m2", "fp16", "2", "products", "2"},
        Case{"mxfp8_e5m2,mxfp4", "bf16", "4", "blocks", "2", "saturate"},
        Case{"mxfp4,int4", "fp16", "4", "blocks", "2"}, Case{"mxint8", "bf16", "4", "products"},
        Case{"mx4", "fp8_e5m2", "4", "products"}, Case{"mx4", "bf16", "32", "blocks"},
        Case{"mx4,msfp12", "fp16", "4", "products"}, Case{"msfp12", "bf16", "2", "blocks"},
        Case{"nvfp4", "fp16", "1", "products"}, Case{"nvfp4", "fp16", "4", "products", "2"},
        Case{"nvfp4", "bf16", "4", "blocks", "2"}, Case{"nvfp4,fp4_e2m1", "fp8_e5m2", "4"},
        Case{"nvfp4,mxfp4", "bf16", "32", "blocks"}, Case{"vsq4", "fp16", "2", "products"},
        Case{"vsq4", "fp16", "4", "blocks", "2"}, Case{"vsq4,int4", "fp8_e5m2", "4"},
        Case{"flex16_5,int4", "bf16", "4", "products"}, Case{"flex16_5", "bf16", "2", "blocks"}));

}  // namespace
}  // namespace macroscope
