// Workloads of block_dot: words of lanes, microexponents and scales, read back and compared with
// the values that they were made of.
#include "sim/stimulus/lane_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "models/formats/decode.h"
#include "models/reference/block_codec.h"
#include "sim/base/build_error.h"
#include "sim/stimulus/distribution.h"
#include "sim/stimulus/lane_codes.h"
#include "sim/stimulus/scaling.h"
#include "sim/stimulus/workload_stream.h"
#include "tests/base/temporary_folder.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kOperations = 96, kSeed = 5;

struct Case {
  const char *operands, *lanes;
};
// A block is several operations, one, or a part of one.
const std::vector<Case> kBlocks = {
    {"mxfp8_e4m3", "8"}, {"mxfp8_e5m2", "32"}, {"mxfp4", "64"},  {"mxint8", "16"}, {"nvfp4", "4"},
    {"nvfp4", "64"},     {"msfp12", "16"},     {"msfp16", "32"}, {"mx9", "16"},    {"mx9", "2"},
    {"mx6", "32"},       {"mx4", "1"},         {"vsq4", "16"},   {"vsq8", "64"},   {"vsq4", "8"},
    {"flex16_5", "16"},  {"mxfp6_e2m3", "4"}};

std::vector<LaneCodes> Unpacked(const LaneOperand& lanes, const std::vector<std::uint64_t>& words) {
  const auto limbs = static_cast<std::size_t>(LimbsFor(lanes.word_bits()));
  std::vector<LaneCodes> unpacked;
  for (std::size_t i = 0; i < words.size(); i += limbs) {
    LaneCodes& codes = unpacked.emplace_back(lanes);
    Unpack(lanes, std::span(words).subspan(i, limbs), codes);
  }
  return unpacked;
}

// The same values by the codec alone, as one tensor.
BlockCodes Encoded(const LaneOperand& lanes, const Operand& operand) {
  std::vector<float> values;
  const std::size_t count = kOperations * static_cast<std::size_t>(lanes.lanes);
  for (const double x : DrawValues(operand, count, kSeed)) values.push_back(static_cast<float>(x));
  return EncodeBlocks(lanes.block, {.rule = operand.scale_rule, .saturates = operand.saturates},
                      values);
}

TEST(LaneWords, FollowTheBlocksOfTheStream) {
  std::size_t elements = 0, scales = 0, microexponents = 0;
  for (const Case& one : kBlocks) {
    const LaneOperand lanes = MakeDot(one.operands, "fp32", one.lanes, "exact").dot.a;
    if (lanes.block.block_elements == 0) continue;  // Not the codec's own scales: see below.
    for (const BlockScaleRule rule : {BlockScaleRule::kFloor, BlockScaleRule::kRceil}) {
      SCOPED_TRACE(std::string(one.operands) + " x " + one.lanes);
      const Operand operand{.scale_rule = rule};
      const BlockCodes expected = Encoded(lanes, operand);
      const OperandCodeStream made = MakeLaneWords(operand, lanes, 1, kOperations, kSeed);
      const std::vector<LaneCodes> words = Unpacked(lanes, made.codes);
      ASSERT_EQ(words.size(), kOperations);
      for (std::size_t i = 0; i < kOperations; ++i) {
        const std::size_t first = i * static_cast<std::size_t>(lanes.lanes);
        for (std::size_t lane = 0; lane < words[i].elements.size(); ++lane, ++elements) {
          ASSERT_EQ(words[i].elements[lane], expected.elements[first + lane]);
        }
        for (std::size_t s = 0; s < words[i].scales.size(); ++s, ++scales) {
          const std::size_t value = first + s * static_cast<std::size_t>(lanes.scaled_lanes());
          const auto block = static_cast<std::size_t>(lanes.block.block_elements);
          ASSERT_EQ(words[i].scales[s], expected.scales[value / block]);
        }
        for (std::size_t m = 0; m < words[i].microexponents.size(); ++m, ++microexponents) {
          const std::size_t value = first + m * static_cast<std::size_t>(lanes.micro_lanes());
          const auto sub_block = static_cast<std::size_t>(lanes.block.sub_block_elements);
          ASSERT_EQ(words[i].microexponents[m], expected.microexponents[value / sub_block]);
        }
      }
    }
  }
  std::printf("%zu elements, %zu scales, %zu microexponents\n", elements, scales, microexponents);
  EXPECT_GT(elements, 50'000u);
  EXPECT_GT(scales, 3'000u);
  EXPECT_GT(microexponents, 3'000u);
}

// What a rounding to n bits leaves, in dB: formats that spend more bits have less noise.
TEST(LaneWords, NoiseAndScalesAreInTheFacts) {
  const auto facts = [](const char* operands, const char* lanes, const Operand& operand) {
    const LaneOperand a = MakeDot(operands, "fp32", lanes, "exact").dot.a;
    return MakeLaneWords(operand, a, 448, 4096, kSeed).facts;
  };
  const auto db = [&](const char* operands, const char* lanes) {
    return facts(operands, lanes, {}).signal_to_noise_db.value();
  };
  EXPECT_NEAR(db("mxfp4", "32"), 18, 3);
  EXPECT_NEAR(db("mxfp8_e4m3", "32"), 31, 3);
  EXPECT_NEAR(db("mxint8", "32"), 41, 4);
  EXPECT_NEAR(db("nvfp4", "16"), 20, 3);
  EXPECT_GT(db("nvfp4", "16"), db("mxfp4", "32"));
  EXPECT_GT(db("vsq8", "16"), db("vsq4", "16") + 18);
  EXPECT_GT(db("mx9", "16"), db("mx6", "16") + 12);
  EXPECT_GT(db("mx6", "16"), db("mx4", "16") + 8);
  EXPECT_GT(db("msfp16", "16"), db("msfp12", "16") + 18);
  EXPECT_GT(db("flex16_5", "16"), 65);
  EXPECT_NEAR(db("fp8_e4m3", "8"), 31, 3);
  // Noise does not depend on how lanes cut the stream.
  EXPECT_EQ(facts("nvfp4", "4", {}).least_scale.has_value(), true);
  EXPECT_LT(*facts("mxfp4", "32", {}).least_scale, *facts("mxfp4", "32", {}).greatest_scale);
  // Powers of two by ceil are never below those by floor, and twice as much in half of the blocks.
  const Operand ceil{.scale_rule = BlockScaleRule::kCeil};
  EXPECT_EQ(*facts("mxfp4", "32", ceil).greatest_scale,
            2 * *facts("mxfp4", "32", {}).greatest_scale);
  // The tensor's own scale counts: values are normal, and reach 4 to 5.
  const OperandFacts nvfp4 = facts("nvfp4", "16", {});
  EXPECT_GT(*nvfp4.greatest_scale * 6, 4);
  EXPECT_LT(*nvfp4.greatest_scale * 6, 6);
  const OperandFacts zeros = facts("mxfp4", "32", {.distribution = "zeros"});
  EXPECT_EQ(zeros.zero_fraction, 1);
  EXPECT_EQ(zeros.signal_to_noise_db, std::nullopt);
  EXPECT_NEAR(facts("mxint8", "32", {.sparsity = 0.5}).zero_fraction, 0.5, 0.03);
}

TEST(LaneWords, HoldOnlyNumbersUnlessAskedNotToSaturate) {
  std::size_t checked = 0;
  const Catalogue catalogue;
  for (const BlockFormat& block : catalogue.blocks()) {
    for (const char* distribution : {"normal", "student_t", "lognormal", "zeros"}) {
      const LaneOperand lanes = MakeDot(block.name, "fp32", "16", "exact").dot.a;
      Operand operand;
      operand.distribution = distribution;
      operand.sigma = 16;  // Beyond binary32, too.
      operand.degrees_of_freedom = 1;
      for (const LaneCodes& codes :
           Unpacked(lanes, MakeLaneWords(operand, lanes, 1, 64, kSeed).codes)) {
        for (const std::uint64_t code : codes.elements) {
          ASSERT_TRUE(Decode(block.element, code).is_finite()) << block.name << distribution;
        }
        for (const std::uint64_t code : codes.scales) {
          ASSERT_TRUE(Decode(block.scale, code).is_finite()) << block.name << distribution;
        }
        ++checked;
      }
    }
  }
  std::printf("%zu words\n", checked);
  EXPECT_GT(checked, 4'000u);
  // The rule floor clips; e4m3 has a NaN for what is clipped.
  const LaneOperand lanes = MakeDot("mxfp8_e4m3", "fp32", "32", "exact").dot.a;
  std::size_t nans = 0;
  const OperandCodeStream made = MakeLaneWords({.saturates = false}, lanes, 1, 64, kSeed);
  for (const LaneCodes& codes : Unpacked(lanes, made.codes)) {
    nans += static_cast<std::size_t>(std::count_if(
        codes.elements.begin(), codes.elements.end(),
        [&](std::uint64_t code) { return !Decode(lanes.block.element, code).is_finite(); }));
  }
  EXPECT_GT(nans, 0u);
  EXPECT_EQ(made.facts.signal_to_noise_db, std::nullopt);
}

// A tensor's scale is its own: of the loudest tensor the greatest, of each the same block scales.
TEST(LaneWords, TensorsHaveScalesOfTheirOwn) {
  const LaneOperand lanes = MakeDot("vsq4", "fp32", "16", "exact").dot.a;
  Operand operand;
  operand.tensors = {.values = 250, .drift = 10};  // Rounded up to 256, whole blocks.
  const OperandCodeStream made = MakeLaneWords(operand, lanes, 16 * 64, 1, kSeed);
  const OperandCodeStream drifting = MakeLaneWords(operand, lanes, 1, 16 * 64, kSeed);
  EXPECT_EQ(made.codes.size(), static_cast<std::size_t>(LimbsFor(lanes.word_bits())));
  const std::vector<LaneCodes> words = Unpacked(lanes, drifting.codes);
  std::size_t tensors = 0;
  for (std::size_t first = 0; first < words.size(); first += 16, ++tensors) {
    std::uint64_t most = 0;
    for (std::size_t i = first; i < first + 16; ++i) most = std::max(most, words[i].scales[0]);
    EXPECT_EQ(most, 15u) << tensors;
  }
  EXPECT_EQ(tensors, 64u);
  EXPECT_GT(*drifting.facts.greatest_scale, 200 * *made.facts.greatest_scale);
  std::printf("%zu tensors\n", tensors);
}

// Flexpoint: the exponent follows the drift, up at once, down when the window has forgotten; it
// seldom lets a tensor overflow.
TEST(LaneWords, FlexpointFollowsTheDrift) {
  const LaneOperand lanes = MakeDot("flex16_5", "fp32", "32", "exact").dot.a;
  Operand operand;
  operand.tensors = {.values = 1024, .drift = 8};
  const std::vector<LaneCodes> words =
      Unpacked(lanes, MakeLaneWords(operand, lanes, 1, 32 * 128, kSeed).codes);
  std::vector<int> exponents;
  std::size_t overflows = 0, idle = 0;
  for (std::size_t first = 0; first < words.size(); first += 32) {
    std::uint64_t largest = 0;
    for (std::size_t i = first; i < first + 32; ++i) {
      ASSERT_EQ(words[i].scales[0], words[first].scales[0]);
      for (const std::uint64_t code : words[i].elements) {
        largest = std::max(largest, Decode(lanes.block.element, code).significand);
      }
    }
    exponents.push_back(static_cast<int>(ValueOf(lanes.block.scale, words[first].scales[0])));
    overflows += largest >= 32767;
    idle += largest < 128;
  }
  ASSERT_EQ(exponents.size(), 128u);
  const auto [least, greatest] = std::minmax_element(exponents.begin(), exponents.end());
  EXPECT_GE(*greatest - *least, 6);
  EXPECT_LE(*greatest - *least, 10);
  EXPECT_LE(overflows, 4u);
  EXPECT_LE(idle, 4u);
  std::printf("%zu tensors, exponents %d to %d, %zu overflows\n", exponents.size(), *least,
              *greatest, overflows);
}

TEST(LaneWords, TensorsStartAgain) {
  const TemporaryFolder folder;
  const LaneOperand lanes = MakeDot("mxfp4", "fp32", "32", "exact").dot.a;
  Operand operand;
  operand.tensor = (folder.path() / "t.npy").string();
  std::vector<std::int8_t> values(64);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<std::int8_t>(i - 20);
  WriteTensor(operand.tensor, values);
  const std::vector<LaneCodes> words =
      Unpacked(lanes, MakeLaneWords(operand, lanes, 1, 6, kSeed).codes);
  EXPECT_EQ(words[0].elements, words[2].elements);
  EXPECT_EQ(words[1].elements, words[5].elements);
  EXPECT_NE(words[0].elements, words[1].elements);
  EXPECT_EQ(words[1].scales, words[3].scales);
}

Workload Of(const std::string& distribution, std::uint64_t length) {
  Workload workload;
  workload.weights.distribution = workload.activations.distribution = distribution;
  workload.length = length;
  return workload;
}

TEST(LaneWords, AreTheOperandsOfDesigns) {
  std::size_t words = 0;
  for (const Case& one : kBlocks) {
    SCOPED_TRACE(std::string(one.operands) + " x " + one.lanes);
    const Design design =
        MakeDot(std::string(one.operands) + ",fp8_e5m2", "fp32", one.lanes, "exact");
    const OperandLimbs limbs = LimbsOfOperands(design);
    const OperandStream stream = MakeOperands(Of("normal", 50), design);
    EXPECT_EQ(stream.count, 50u);
    EXPECT_EQ(stream.a.size(), 50 * limbs.a);
    EXPECT_EQ(stream.b.size(), 50 * limbs.b);
    EXPECT_GT(stream.facts.a.signal_to_noise_db.value_or(0), 5);
    EXPECT_GT(stream.facts.b.signal_to_noise_db.value_or(0), 20);
    const OperandStream again = MakeOperands(Of("normal", 50), design);
    EXPECT_EQ(again.a, stream.a);
    EXPECT_EQ(again.b, stream.b);
    Workload other = Of("normal", 50);
    other.seed = 2;
    EXPECT_NE(MakeOperands(other, design).a, stream.a);
    words += stream.count;
  }
  std::printf("%zu words\n", words);
  EXPECT_GT(words, 0u);
}

// Sums of many lanes leave fp16 no earlier than those of many operations.
TEST(LaneWords, ProductsOfAllLanesCount) {
  Workload workload = Of("uniform", 256);
  workload.dot_length = 4;
  const Design lanes = MakeDot("fp8_e5m2", "fp16", "64", "exact");
  const Design one = MakeDot("fp8_e5m2", "fp16", "1", "exact");
  const double few = *MakeOperands(workload, lanes).facts.a.least_scale;
  workload.dot_length = 1024;
  EXPECT_EQ(2 * few, *MakeOperands(workload, lanes).facts.a.least_scale);
  workload.dot_length = 256;
  EXPECT_NEAR(few / *MakeOperands(workload, one).facts.a.least_scale, 1, 0.1);
}

TEST(LaneWords, AllCodesWalksThePairsOfElements) {
  const Design design = MakeDot("mxfp4", "fp32", "32", "exact");
  const OperandStream stream = MakeOperands(Of("all_codes", 0), design);
  EXPECT_EQ(stream.count, 8u);  // 2^8 pairs.
  const std::vector<LaneCodes> a = Unpacked(design.dot.a, stream.a);
  const std::vector<LaneCodes> b = Unpacked(design.dot.b, stream.b);
  std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].scales, std::vector<std::uint64_t>{127});
    for (std::size_t lane = 0; lane < 32; ++lane) {
      pairs.emplace(a[i].elements[lane], b[i].elements[lane]);
    }
  }
  EXPECT_EQ(pairs.size(), 256u);
  EXPECT_EQ(MakeOperands(Of("all_codes", 5), design).count, 5u);
  EXPECT_EQ(MakeOperands(Of("all_codes", 0), MakeDot("fp4_e2m1", "fp32", "24", "exact")).count,
            11u);
}

TEST(LaneWords, RefusesMoreThanFit) {
  const Design design = MakeDot("mxfp4", "fp32", "64", "exact");
  EXPECT_THROW(MakeOperands(Of("normal", 100'000'000), design), BuildError);
}

}  // namespace
}  // namespace macroscope
