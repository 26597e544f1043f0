// Random operands of block_dot: the same from the same seed, and every kind of corner often enough
// to matter. Counts are taken from the words alone, with long doubles, which hold nearly all sums
// of these small formats exactly.
#include "sim/stimulus/block_operands.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/formats/decode.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

constexpr std::size_t kDraws = 20'000;

// What a code stands for; NaN of NaNs and infinities.
long double Value(const Format& format, std::uint64_t code) {
  const Decoded decoded = Decode(format, code);
  if (!decoded.is_finite()) return std::nan("");
  const auto magnitude =
      std::ldexp(static_cast<long double>(decoded.significand), decoded.exponent);
  return decoded.negative ? -magnitude : magnitude;
}

// One operand's lanes, read from its word.
struct Lanes {
  Lanes(const LaneOperand& operand, const Bits& word) {
    const Format& format = operand.block.element;
    for (int i = 0; i < operand.scales(); ++i) {
      const std::uint64_t code = word.Extract(operand.scale_position(i), operand.scale_bits());
      long double value = std::fabs(Value(operand.block.scale, code));
      if (operand.block.scale_is_exponent) {
        value = std::ldexp(1.0L, static_cast<int>(Value(operand.block.scale, code)));
      }
      scales.push_back(value);
    }
    for (int i = 0; i < operand.microexponents(); ++i) {
      micro.push_back(
          static_cast<int>(word.Extract(operand.micro_position(i), operand.micro_bits())));
    }
    for (int lane = 0; lane < operand.lanes; ++lane) {
      const std::uint64_t code = word.Extract(operand.element_position(lane), format.width_bits());
      elements.push_back(Value(format, code));
      long double value = elements.back();
      if (!micro.empty())
        value = std::ldexp(value, -micro[static_cast<std::size_t>(lane / operand.micro_lanes())]);
      if (!scales.empty()) value *= scales[static_cast<std::size_t>(lane / operand.scaled_lanes())];
      values.push_back(value);
    }
  }
  std::vector<long double> elements, scales, values;
  std::vector<int> micro;
};

template <typename T, typename Predicate>
bool All(const std::vector<T>& list, Predicate predicate) {
  return std::all_of(list.begin(), list.end(), predicate);
}
template <typename T, typename Predicate>
bool Any(const std::vector<T>& list, Predicate predicate) {
  return std::any_of(list.begin(), list.end(), predicate);
}
bool IsNan(long double value) { return std::isnan(value); }

struct Ends {
  const LaneOperand& format;
  long double greatest, least, tiny;
};

Ends EndsOf(const LaneOperand& operand) {
  const Format& format = operand.block.element;
  const long double tiny =
      format.is_integer() ? Value(format, std::min<std::uint64_t>(3, (format.max_finite() + 1) / 2))
                          : std::ldexp(1.0L, format.min_quantum_exponent() + format.fraction_bits);
  return {operand, Value(format, format.max_finite()), Value(format, format.min_finite()), tiny};
}

// The greatest and the least magnitude above zero of an element under its scales.
struct Reach {
  long double greatest, least;
};
Reach ReachOf(const LaneOperand& operand) {
  const Format& element = operand.block.element;
  Reach reach{Value(element, element.max_finite()), Value(element, 1)};
  if (!operand.is_block()) return reach;
  const Format& scale = operand.block.scale;
  if (operand.block.scale_is_exponent) {
    reach.greatest = std::ldexp(reach.greatest, static_cast<int>(Value(scale, scale.max_finite())));
    reach.least = std::ldexp(reach.least, static_cast<int>(Value(scale, scale.min_finite())));
    return reach;
  }
  const std::uint64_t least = scale.has_zero ? 1 : 0;
  return {reach.greatest * Value(scale, scale.max_finite()), reach.least * Value(scale, least)};
}

// What is counted of one operand.
struct Counts {
  std::map<std::string, std::size_t> of;
  void Add(const Ends& operand, const Lanes& lanes) {
    const auto is_greatest = [&](long double x) {
      return x == operand.greatest || x == operand.least;
    };
    const auto is_tiny = [&](long double x) { return x != 0 && std::fabs(x) <= operand.tiny; };
    const std::size_t size = lanes.elements.size();
    const auto great = static_cast<std::size_t>(
        std::count_if(lanes.elements.begin(), lanes.elements.end(), is_greatest));
    const auto small = static_cast<std::size_t>(
        std::count_if(lanes.elements.begin(), lanes.elements.end(),
                      [&](long double x) { return x == 0 || is_tiny(x); }));
    of["zeros"] += All(lanes.elements, [](long double x) { return x == 0; });
    of["tiny"] += All(lanes.elements, is_tiny);
    of["saturated"] +=
        great == size && All(lanes.elements, [&](long double x) { return x == lanes.elements[0]; });
    of["alternating"] += great == size && lanes.elements[0] != lanes.elements[1];
    of["outlier"] += great == 1 && small == size - 1;
    of["special"] += Any(lanes.elements, IsNan);
    of["numbers"] += !Any(lanes.values, IsNan);
    if (!lanes.scales.empty()) of["scale nan"] += Any(lanes.scales, IsNan);
    if (lanes.scales.size() > 1 && !Any(lanes.scales, IsNan)) {
      const auto [low, high] = std::minmax_element(lanes.scales.begin(), lanes.scales.end());
      of["scales equal"] += *low == *high;
      of["scales near"] += *low != *high && *high <= *low * 16;
      of["scales far"] += *high > *low * 64;
    }
    if (lanes.micro.size() > 1) {
      const int most = (1 << operand.format.micro_bits()) - 1;
      const auto ones = std::count(lanes.micro.begin(), lanes.micro.end(), most);
      of["micro none"] += All(lanes.micro, [](int micro) { return micro == 0; });
      of["micro all"] += ones == static_cast<std::ptrdiff_t>(lanes.micro.size());
      of["micro mixed"] += ones > 1 && ones < static_cast<std::ptrdiff_t>(lanes.micro.size()) - 1;
    }
  }
};

struct Case {
  const char *operands, *accumulator, *lanes, *reduction;
};
const std::vector<Case> kFloating = {{"mxfp8_e4m3", "fp32", "32", "25"},
                                     {"mxfp8_e5m2,mxfp4", "fp32", "64", "exact"},
                                     {"mxfp4", "fp16", "64", "exact"},
                                     {"nvfp4", "fp32", "64", "35"},
                                     {"mx9", "fp32", "32", "exact"},
                                     {"mx4", "bf16", "32", "24"},
                                     {"msfp12", "fp32", "16", "exact"},
                                     {"vsq4", "fp32", "32", "exact"},
                                     {"flex16_5", "fp32", "16", "exact"},
                                     {"mxint8", "fp32", "64", "fp_tree"},
                                     {"fp8_e4m3", "fp16", "8", "fp_tree"},
                                     {"fp16", "fp32", "4", "24"},
                                     {"fp8_e4m3fnuz", "bf16", "16", "exact"},
                                     {"int8,fp8_e5m2", "fp32", "5", "exact"},
                                     {"mxfp6_e2m3,fp8_e3m4", "fp32", "64", "30"}};

std::string NameOf(const Case& c) {
  return std::string(c.operands) + " x " + c.lanes + " -> " + c.accumulator + " " + c.reduction;
}

TEST(BlockOperands, TheSameSeedGivesTheSameStreamHoweverItIsCut) {
  std::size_t compared = 0;
  for (const Case& one : kFloating) {
    const Design design = MakeDot(one.operands, one.accumulator, one.lanes, one.reduction);
    const int c_bits = BitsOfC(design);
    const OperandLimbs limbs = LimbsOfOperands(design);
    BlockOperands first(design, c_bits, 7), second(design, c_bits, 7), other(design, c_bits, 8);
    const Drawn whole = Draw(first, 2000, limbs, 2000);
    EXPECT_EQ(whole, Draw(second, 2000, limbs, 37));
    EXPECT_NE(whole, Draw(other, 2000, limbs, 2000));
    EXPECT_EQ(first.extent(), "random, seed 7");
    compared += 2000;
  }
  std::printf("%zu operations the same\n", compared);
  EXPECT_GT(compared, 0u);
}

TEST(BlockOperands, CoversTheCornersOfElementsAndScales) {
  std::size_t operands = 0;
  for (const Case& one : kFloating) {
    SCOPED_TRACE(NameOf(one));
    const Design design = MakeDot(one.operands, one.accumulator, one.lanes, one.reduction);
    const OperandLimbs limbs = LimbsOfOperands(design);
    BlockOperands source(design, BitsOfC(design), 1);
    const Drawn drawn = Draw(source, kDraws, limbs, 4096);
    Counts a, b;
    const Ends a_format = EndsOf(design.dot.a), b_format = EndsOf(design.dot.b);
    for (std::size_t i = 0; i < kDraws; ++i) {
      const Bits a_word =
          Bits::FromLimbs(LimbsOf(std::span<const std::uint64_t>(drawn.a), limbs.a, i));
      const Bits b_word =
          Bits::FromLimbs(LimbsOf(std::span<const std::uint64_t>(drawn.b), limbs.b, i));
      ASSERT_EQ(a_word.Extract(OperandABits(design), 64), 0u);
      ASSERT_EQ(b_word.Extract(OperandBBits(design), 64), 0u);
      a.Add(a_format, Lanes(design.dot.a, a_word));
      b.Add(b_format, Lanes(design.dot.b, b_word));
    }
    for (Counts* counts : {&a, &b}) {
      ++operands;
      const Format& element = (counts == &a ? a_format : b_format).format.block.element;
      const std::size_t numbers = counts->of["numbers"];
      EXPECT_GT(numbers, kDraws * 3 / 4);
      const bool has_special = element.has_nan() || element.has_infinity();
      for (const auto& [what, count] : counts->of) {
        if (what == "special" && !has_special) continue;
        if (what == "scale nan" && !design.dot.a.block.scale.has_nan()) continue;
        if (what == "alternating" && !element.is_signed()) continue;
        EXPECT_GT(count, kDraws / 400) << what;
      }
      EXPECT_LT(counts->of["special"], kDraws / 8);
      EXPECT_LT(counts->of["scale nan"], kDraws / 32);
    }
  }
  std::printf("%zu operands of %zu words\n", operands, kDraws);
  EXPECT_EQ(operands, 2 * kFloating.size());
}

TEST(BlockOperands, RelatesSumsToTheAccumulator) {
  std::size_t sums = 0;
  for (const Case& one : kFloating) {
    SCOPED_TRACE(NameOf(one));
    const Design design = MakeDot(one.operands, one.accumulator, one.lanes, one.reduction);
    const Format& format = design.accumulator.format;
    const OperandLimbs limbs = LimbsOfOperands(design);
    BlockOperands source(design, BitsOfC(design), 1);
    const Drawn drawn = Draw(source, kDraws, limbs, 4096);
    const long double most = Value(format, format.max_finite());
    const long double normal =
        std::ldexp(1.0L, format.min_quantum_exponent() + format.fraction_bits);
    std::map<std::string, std::size_t> counts;
    std::size_t c_special = 0;
    for (const char* what :
         {"cancelled", "nearly cancelled", "c cancels", "c nearly cancels", "c aligned", "c zero",
          "c minus zero", "c special", "near greatest", "beyond greatest", "near least"}) {
      counts[what] = 0;
    }
    for (std::size_t i = 0; i < kDraws; ++i) {
      const Lanes a(design.dot.a, Bits::FromLimbs(LimbsOf(std::span(drawn.a), limbs.a, i)));
      const Lanes b(design.dot.b, Bits::FromLimbs(LimbsOf(std::span(drawn.b), limbs.b, i)));
      const std::uint64_t c_code = drawn.c[i];
      ASSERT_LE(c_code, format.code_mask());
      const long double c = Value(format, c_code);
      counts["c special"] += std::isnan(c);
      c_special += std::isnan(c);
      counts["c zero"] += c_code == 0;
      counts["c minus zero"] += c_code == format.sign_mask();
      long double sum = 0, largest = 0;
      for (std::size_t lane = 0; lane < a.values.size(); ++lane) {
        const long double product = a.values[lane] * b.values[lane];
        sum += product;
        largest = std::max(largest, std::fabs(product));
      }
      if (std::isnan(sum)) continue;
      ++sums;
      counts["cancelled"] += sum == 0 && largest != 0;
      counts["nearly cancelled"] += sum != 0 && std::fabs(sum) < largest / 8;
      if (sum == 0) continue;
      counts["near greatest"] += std::fabs(sum) > most / 4 && std::fabs(sum) < most;
      counts["beyond greatest"] += std::fabs(sum) >= most && std::fabs(sum) < most * 4;
      counts["near least"] += std::fabs(sum) < normal * 4 && std::fabs(sum) > normal / 1024;
      if (c == 0 || std::isnan(c)) continue;
      counts["c cancels"] += sum == -c;
      counts["c nearly cancels"] += sum != -c && std::fabs(sum + c) <= std::fabs(c) / 4;
      counts["c aligned"] += std::abs(std::ilogb(sum) - std::ilogb(c)) <= 48;
    }
    const Reach a = ReachOf(design.dot.a), b = ReachOf(design.dot.b);
    if (a.greatest * b.greatest < most * 4) {
      counts.erase("near greatest");
      counts.erase("beyond greatest");
    }
    if (a.least * b.least > normal / 2) counts.erase("near least");
    if (!format.has_nan()) counts.erase("c special");
    for (const auto& [what, count] : counts) EXPECT_GT(count, kDraws / 800) << what;
    EXPECT_LT(c_special, kDraws / 6);
  }
  std::printf("%zu sums\n", sums);
  EXPECT_GT(sums, kDraws * kFloating.size() / 2);
}

TEST(BlockOperands, CoversFixedPointCorners) {
  const std::vector<Case> kFixed = {
      {"int8", "fixed+4", "16", "exact"},         {"vsq4", "fixed+6", "32", "exact"},
      {"fp4_e2m1,int4", "fixed+0", "7", "exact"}, {"flex16_5", "fixed+2", "4", "exact"},
      {"mx4", "fixed+1", "16", "exact"},          {"mxfp4", "fixed+3", "32", "exact"}};
  std::size_t operations = 0;
  for (const Case& one : kFixed) {
    SCOPED_TRACE(NameOf(one));
    const Design design = MakeDot(one.operands, one.accumulator, one.lanes, one.reduction);
    const OperandLimbs limbs = LimbsOfOperands(design);
    const int width = design.accumulator.width_bits, c_bits = BitsOfC(design);
    const int least = ExactDot(design).least_exponent;
    BlockOperands source(design, c_bits, 1);
    const Drawn drawn = Draw(source, kDraws, limbs, 4096);
    std::map<std::string, std::size_t> counts;
    for (const char* what : {"cancels", "wraps", "barely not", "zero", "end"}) counts[what] = 0;
    if (c_bits > width) counts["flags"] = 0;
    for (std::size_t i = 0; i < kDraws; ++i) {
      const Lanes a(design.dot.a, Bits::FromLimbs(LimbsOf(std::span(drawn.a), limbs.a, i)));
      const Lanes b(design.dot.b, Bits::FromLimbs(LimbsOf(std::span(drawn.b), limbs.b, i)));
      const Bits word = Bits::FromLimbs(LimbsOf(std::span(drawn.c), limbs.c, i));
      ASSERT_EQ(word.Extract(c_bits, 64), 0u);
      if (c_bits > width) counts["flags"] += word.Extract(width, c_bits - width) != 0;
      // Sums in units of the last place; of wide words not all bits are held, so "near" is
      // relative.
      long double c = word.Bit(width - 1) ? -1 : 0, sum = 0;
      for (int bit = width - 1; bit-- > 0;) c = 2 * c + (word.Bit(bit) ? 1 : 0);
      for (std::size_t lane = 0; lane < a.values.size(); ++lane) {
        const long double product = a.values[lane] * b.values[lane];
        if (!std::isnan(product)) sum += std::ldexp(product, -least);
      }
      ++operations;
      const long double half = std::ldexp(1.0L, width - 1);
      const long double near = 4 + 1e-17L * (std::fabs(c) + std::fabs(sum));
      counts["cancels"] += c != 0 && std::fabs(sum + c) < near;
      counts["wraps"] += sum + c >= half || sum + c < -half;
      counts["barely not"] += (sum + c < half && sum + c >= half - near) ||
                              (sum + c >= -half && sum + c < -half + near);
      counts["zero"] += c == 0;
      counts["end"] += c >= half - 1 || c == -half;
    }
    for (const auto& [what, count] : counts) EXPECT_GT(count, kDraws / 400) << what;
  }
  std::printf("%zu operations\n", operations);
  EXPECT_EQ(operations, kDraws * kFixed.size());
}

// Formats in which some kinds of codes do not exist.
TEST(BlockOperands, DrawsFromEveryFormat) {
  std::vector<std::string> names = {"int2", "uint2", "smag2", "q1.0", "uq1.1"};
  const Catalogue catalogue;
  for (const Format& format : catalogue.formats()) names.push_back(format.name);
  for (const BlockFormat& block : catalogue.blocks()) names.push_back(block.name);
  std::size_t operations = 0;
  for (const std::string& name : names) {
    for (const char* lanes : {"1", "2", "16"}) {
      SCOPED_TRACE(name + " x " + lanes);
      const Design design = MakeDot(name, "fp32", lanes, "24");
      BlockOperands source(design, BitsOfC(design), 1);
      const Drawn drawn = Draw(source, 500, LimbsOfOperands(design), 100);
      operations += drawn.c.size();
      EXPECT_GT(std::set(drawn.a.begin(), drawn.a.end()).size(), 1u);
    }
  }
  std::printf("%zu operations of %zu formats\n", operations, names.size());
  EXPECT_EQ(operations, names.size() * 3 * 500);
}

}  // namespace
}  // namespace macroscope
