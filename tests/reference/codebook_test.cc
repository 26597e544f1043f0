// Codes of codebooks: worked blocks, and the nearest value by looking at all of them.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "models/reference/codebook_quantize.h"
#include "models/reference/quantize.h"
#include "tests/formats/expect_message.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

float Float(const YAML::Node& node) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(Code(node.as<std::string>())));
}

std::vector<float> Floats(const YAML::Node& list) {
  std::vector<float> numbers;
  for (const YAML::Node& node : list) numbers.push_back(Float(node));
  return numbers;
}

Format Find(const char* name) { return Catalogue().FindAlternative(name); }

std::uint32_t Bits(float x) { return std::bit_cast<std::uint32_t>(x); }

std::uint64_t Bf16(float x) {
  static const Format bf16 = Catalogue().Find("bf16");
  return Quantize(x, bf16, Rounding::kTiesToEven, Overflow::kInfinity).code;
}

float FromBf16(std::uint64_t code) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(code << 16));
}

YAML::Node Record(const std::string& op) {
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nf4.yaml"))) {
    if (record["op"].as<std::string>() == op) return record;
  }
  throw std::runtime_error("no record of " + op);
}

TEST(CodebookVectors, ABlockIsQuantizedAndBack) {
  const YAML::Node record = Record("block64");
  const std::vector<float> x = Floats(record["in_fp32"]);
  ASSERT_EQ(x.size(), 64U);
  int codes = 0;
  for (const auto& [name, key] :
       {std::pair("nf4", "nf4"), std::pair("af4", "af4_64"), std::pair("bnb_fp4", "bnb_fp4")}) {
    const CodebookBlock block = QuantizeCodebookBlock(Find(name), x);
    EXPECT_EQ(block.absmax, Float(record["absmax"]));
    for (std::size_t i = 0; i < x.size(); ++i, ++codes) {
      EXPECT_EQ(block.codes[i], record[key][i].as<std::uint64_t>()) << name << ' ' << i;
    }
  }
  EXPECT_EQ(codes, 3 * 64);
  const Format nf4 = Find("nf4");
  const std::vector<float> back = DequantizeCodebookBlock(nf4, QuantizeCodebookBlock(nf4, x));
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(Bits(back[i]), Bits(Float(record["nf4_dequant_fp32_first8"][i])));
    EXPECT_EQ(Bf16(back[i]), Code(record["nf4_dequant_bf16_first8"][i].as<std::string>()));
  }
}

TEST(CodebookVectors, ThresholdsTakeTheLowerCode) {
  const Format nf4 = Find("nf4");
  int thresholds = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nf4.yaml"))) {
    if (record["op"].as<std::string>() != "nf4_threshold") continue;
    const float at = Float(record["thr_fp32"]);
    EXPECT_EQ(NearestCode(nf4, at), record["at"].as<std::uint64_t>());
    EXPECT_EQ(NearestCode(nf4, std::nextafter(at, 2.0F)), record["just_above"].as<std::uint64_t>());
    ++thresholds;
  }
  EXPECT_EQ(thresholds, 15);
}

TEST(CodebookVectors, ScalesAreQuantizedThemselves) {
  const YAML::Node record = Record("double_quant");
  const Format map = Find("bnb_dynamic8");
  const QuantizedScales scales = QuantizeScales(map, Floats(record["absmax_fp32"]));
  EXPECT_EQ(scales.offset, Float(record["offset_fp32"]));
  EXPECT_EQ(scales.block.absmax, Float(record["absmax2_fp32"]));
  const std::vector<float> back = DequantizeScales(map, scales);
  ASSERT_EQ(scales.block.codes.size(), record["codes8"].size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(scales.block.codes[i], record["codes8"][i].as<std::uint64_t>()) << i;
    EXPECT_EQ(Bits(back[i]), Bits(Float(record["recovered_fp32"][i]))) << i;
  }
  EXPECT_EQ(back.size(), 8U);
}

// A: values as bf16, the sum times the scale. B: values times the scale as bf16.
TEST(CodebookVectors, TheTwoOrdersOfAProductSumHold) {
  const YAML::Node record = Record("mac_block64");
  const Format nf4 = Find("nf4");
  const CodebookBlock block = QuantizeCodebookBlock(nf4, Floats(Record("block64")["in_fp32"]));
  const std::vector<float> weights = DequantizeCodebookBlock(nf4, block);
  float sum_a = 0, sum_b = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const float activation = FromBf16(Code(record["acts_bf16"][i].as<std::string>()));
    const float value = FromBf16(Bf16(FloatValue(nf4, block.codes[i])));
    sum_a = std::fma(value, activation, sum_a);
    sum_b = std::fma(FromBf16(Bf16(weights[i])), activation, sum_b);
  }
  EXPECT_EQ(Bits(sum_a * block.absmax), Bits(Float(record["A_lut_bf16_then_scale_fp32"])));
  EXPECT_EQ(Bits(sum_b), Bits(Float(record["B_dequant_bf16_then_mac"])));
}

// Distances in long double are exact enough for numbers this near the values.
TEST(NearestCode, IsTheNearestOfAllValues) {
  std::mt19937_64 random(4);
  int cases = 0;
  const Catalogue catalogue;
  for (const Format& format : catalogue.alternatives()) {
    if (format.family != Family::kCodebook || !format.codebook.thresholds.empty()) continue;
    const std::vector<float>& values = format.codebook.values;
    std::vector<float> numbers(values);
    for (std::size_t i = 1; i < values.size(); ++i) {
      const float middle = (values[i - 1] + values[i]) / 2;
      for (const float to : {-2.0F, 2.0F}) numbers.push_back(std::nextafter(middle, to));
      numbers.push_back(middle);
    }
    for (int i = 0; i < 2000; ++i) {
      numbers.push_back(std::ldexp(static_cast<float>(random() >> 40), -23) - 1);
    }
    for (const float x : numbers) {
      std::uint64_t nearest = 0;
      for (std::uint64_t code = 1; code < values.size(); ++code) {
        const long double distance = std::fabs(static_cast<long double>(values[code]) - x);
        if (distance < std::fabs(static_cast<long double>(values[nearest]) - x)) nearest = code;
      }
      ASSERT_EQ(NearestCode(format, x), nearest) << format.name << ' ' << x;
      ++cases;
    }
  }
  std::printf("%d numbers\n", cases);
  EXPECT_GT(cases, 18'000);
}

TEST(NearestCode, TiesAndSpecials) {
  Format format = Find("nf4");
  format.codebook = {.values = {-1, 0, 1, 3}};
  for (const auto& [x, code] : {std::pair(-0.5F, 0U), std::pair(0.5F, 1U), std::pair(2.0F, 2U),
                                std::pair(std::nextafter(2.0F, 3.0F), 3U), std::pair(-9.0F, 0U)}) {
    EXPECT_EQ(NearestCode(format, x), code) << x;
  }
  // In another order the lower code, and of magnitudes the sign apart.
  format.codebook = {.values = {3, 1, 0, 2}, .has_sign = true, .is_ascending = false};
  for (const auto& [x, code] : {std::pair(2.5F, 0U), std::pair(1.5F, 1U), std::pair(0.5F, 1U),
                                std::pair(-0.5F, 5U), std::pair(-0.25F, 6U), std::pair(0.0F, 2U)}) {
    EXPECT_EQ(NearestCode(format, x), code) << x;
  }
  const float infinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(NearestCode(format, infinity), 0U);
  EXPECT_EQ(NearestCode(format, -infinity), 4U);
  EXPECT_EQ(NearestCode(format, std::nanf("")), 2U);
  const Format nf4 = Find("nf4");
  const std::vector<float> zeros(4, 0.0F);
  const CodebookBlock block = QuantizeCodebookBlock(nf4, zeros);
  EXPECT_EQ(block.absmax, 0);
  EXPECT_EQ(block.codes, std::vector<std::uint64_t>(4, 7));
  // 1 / absmax overflows: the numbers go to the ends, zero stays.
  const std::vector<float> tiny = {1e-40F, 0.0F, -1e-40F};
  EXPECT_EQ(QuantizeCodebookBlock(nf4, tiny).codes, (std::vector<std::uint64_t>{15, 7, 0}));
  EXPECT_TRUE(QuantizeScales(Find("bnb_dynamic8"), {}).block.codes.empty());
  ExpectInvalid([] { NearestCode(Catalogue().Find("fp16"), 1); }, {"'fp16' is no codebook"});
}

}  // namespace
}  // namespace macroscope
