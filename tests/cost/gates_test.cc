// The gates model against the published drawing, and its blocks against Appendix B's own words.
#include "sim/cost/gates_model.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <iostream>
#include <map>

#include "sim/cost/gate_costs.h"
#include "sim/cost/gates_shape.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

YAML::Node Published() {
  return YAML::LoadFile(std::string(MACROSCOPE_SOURCE_DIR) +
                        "/published/qualcomm_fp8_vs_int8.yaml")[0];
}

// "E4M3->FX+12" as a design.
Design PublishedDesign(const YAML::Node& names, const std::string& mac) {
  const std::size_t arrow = mac.find("->");
  const std::string operands = names["operands"][mac.substr(0, arrow)].as<std::string>();
  const std::string accumulator = names["accumulators"][mac.substr(arrow + 2)].as<std::string>();
  const std::string unit = !accumulator.starts_with("fixed") ? "fp_fma"
                           : operands.starts_with("int")     ? "int_mac"
                                                             : "kulisch_mac";
  return DesignOf("unit=" + unit + " operands=" + operands + " accumulator=" + accumulator +
                  " form=mac cuts=" + names["cuts"][unit].as<std::string>());
}

TEST(PublishedGates, AllFifteenDesignsAreReproduced) {
  const YAML::Node published = Published();
  int designs = 0;
  for (const YAML::Node& row : published["rows"]) {
    const std::string mac = row["mac"].as<std::string>();
    const Cost cost = EstimateGates(PublishedDesign(published["designs"], mac));
    std::map<std::string, double> bars;
    for (const StageCost& stage : cost.breakdown) bars[stage.group] += stage.gates.value_or(0);
    const auto expect_bar = [&](const char* group, const char* key) {
      const double wanted = row[key].as<double>();
      EXPECT_LE(std::abs(bars[group] - wanted), std::max(0.06 * wanted, 12.0))
          << mac << ", " << group << ": " << bars[group] << ", published " << wanted;
    };
    expect_bar(kGroupMultiply, "mpy");
    expect_bar(kGroupAlignAdd, "alignadd");
    expect_bar(kGroupNormalizeAccumulate, "normacc");
    EXPECT_EQ(bars.size(), 3u) << mac;
    const double total = row["total"].as<double>();
    EXPECT_LE(std::abs(*cost.gates - total), 0.03 * total) << mac << ": " << *cost.gates;
    std::cout << mac << ": " << bars[kGroupMultiply] << " + " << bars[kGroupAlignAdd] << " + "
              << bars[kGroupNormalizeAccumulate] << " = " << *cost.gates << ", published " << total
              << "\n";
    ++designs;
  }
  EXPECT_EQ(designs, 15);
}

// The paper's text: FP8-E4 into 16 bits needs 53% more gates than INT8, into FP32 183% more.
TEST(PublishedGates, TheTextsRatiosAreReproduced) {
  const YAML::Node names = Published()["designs"];
  const double int8 = *EstimateGates(PublishedDesign(names, "INT8->FX+12")).gates;
  EXPECT_NEAR(*EstimateGates(PublishedDesign(names, "E4M3->FP16")).gates / int8, 1.53, 0.05);
  EXPECT_NEAR(*EstimateGates(PublishedDesign(names, "E4M3->FP32")).gates / int8, 2.83, 0.08);
}

TEST(Gates, TheBreakdownAddsUpAndRegistersAreSeparate) {
  int designs = 0;
  for (const char* form : {"operation", "mac"}) {
    for (const char* cuts : {"0", "1", "2", "3"}) {
      for (const char* words :
           {"unit=int_mac operands=int8 accumulator=fixed+12",
            "unit=int_mac operands=int8,uint4 accumulator=fixed+4 overflow=saturate",
            "unit=kulisch_mac operands=fp8_e5m2,int8 accumulator=fixed+20",
            "unit=fp_fma operands=fp8_e4m3,bf16 accumulator=fp32",
            "unit=fp_fma operands=int8 accumulator=bf16"}) {
        const Cost cost =
            EstimateGates(DesignOf(std::string(words) + " form=" + form + " cuts=" + cuts));
        double sum = 0, registers = 0;
        for (const StageCost& stage : cost.breakdown) {
          sum += stage.gates.value_or(0);
          if (stage.is_register) registers += *stage.gates;
        }
        EXPECT_EQ(sum, *cost.gates) << words;
        EXPECT_EQ(registers, 6 * *cost.register_bits) << words;
        const int expected_registers = cuts[0] - '0' + (std::string(form) == "mac" ? 1 : 0);
        EXPECT_EQ(std::ranges::count_if(cost.breakdown, &StageCost::is_register),
                  expected_registers);
        ++designs;
      }
    }
  }
  EXPECT_EQ(designs, 40);
}

TEST(Gates, CostsGrowWithEveryWidth) {
  const auto gates = [](const std::string& words) {
    return *EstimateGates(DesignOf(words + " form=mac")).gates;
  };
  EXPECT_LT(gates("unit=int_mac operands=int4 accumulator=fixed+8"),
            gates("unit=int_mac operands=int4,int8 accumulator=fixed+8"));
  EXPECT_LT(gates("unit=int_mac operands=int4,int8 accumulator=fixed+8"),
            gates("unit=int_mac operands=int8 accumulator=fixed+8"));
  EXPECT_EQ(gates("unit=int_mac operands=int4,int8 accumulator=fixed+8"),
            gates("unit=int_mac operands=int8,int4 accumulator=fixed+8"));
  EXPECT_LT(gates("unit=fp_fma operands=fp8_e4m3 accumulator=fp16"),
            gates("unit=fp_fma operands=fp8_e4m3,fp16 accumulator=fp16"));
}

TEST(GateCosts, AreTheAppendixs) {
  using namespace gate_costs;
  static_assert(kFullAdder == 7 && kFlipFlop == 6);
  static_assert(Add(15) == 101 && Increment(12) == 36);
  static_assert(PartialProducts(8, 8) + ReducePartialProducts(8, 8) == 64 + 343 + 21);
  static_assert(ShiftLeft(13, 12) == 13 * 4 * 3 - 12 * 2);
  static_assert(ShiftLeftWiden(9, 28) == 7 * 5 * 3 + 28 * 4);
  static_assert(ShiftRightSigned(12, 10) == 11 * 4 * 3);
  static_assert(Log2(1) == 0 && Log2(2) == 1 && Log2(13) == 4 && Log2(16) == 4 && Log2(17) == 5);
  // Trees of 2, 4, 8 and 16 bits: twice the half, an OR2, and a MUX2 a bit of the half's count.
  static_assert(LeadingZeroDetector(1) == 0 && LeadingZeroDetector(2) == 1);
  static_assert(LeadingZeroDetector(4) == 2 * 1 + 1 + 3);
  static_assert(LeadingZeroDetector(8) == 2 * 6 + 1 + 2 * 3);
  static_assert(LeadingZeroDetector(13) == 2 * 19 + 1 + 3 * 3);
}

// E4M3's window is the paper's "INT37".
TEST(GatesShape, HasThePapersWidths) {
  const GatesShape e4m3 =
      ShapeForGates(DesignOf("unit=kulisch_mac operands=fp8_e4m3fnuz accumulator=fixed+12"));
  EXPECT_EQ(e4m3.a_bits, 5);
  EXPECT_EQ(e4m3.product_bits, 9);
  EXPECT_EQ(e4m3.most_shift, 28);
  EXPECT_EQ(e4m3.window_bits, 37);
  const GatesShape int8 =
      ShapeForGates(DesignOf("unit=int_mac operands=int8 accumulator=fixed+12"));
  EXPECT_EQ(int8.window_bits + int8.guard_bits, 27);
}

// Exponents of the least bits: products of E5M2 (bias 16) from -34 to 26, fp16 from -24 to 5.
TEST(GatesShape, TheExponentDifferenceHoldsBothEnds) {
  EXPECT_EQ(ExponentDifferenceBits(DesignOf("unit=fp_fma operands=fp8_e5m2fnuz accumulator=fp16")),
            7);  // -39 .. 50
  EXPECT_EQ(ExponentDifferenceBits(DesignOf("unit=fp_fma operands=int8 accumulator=fp16")),
            6);  // -5 .. 24
}

}  // namespace
}  // namespace macroscope
