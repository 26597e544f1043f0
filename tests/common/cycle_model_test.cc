// The cycle model against a hand-drawn account of what an elastic pipeline and the accumulator's
// loop do: order, latency, throughput, interleaving, stalls.
#include "models/common/cycle_model.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <vector>

#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

std::unique_ptr<Unit> Make(const char* form, const char* cuts) {
  DesignText text;
  text.unit = "fp_fma";
  text.operands = "fp16";
  text.accumulator = "fp32";
  text.form = form;
  text.cuts = cuts;
  return MakeUnit(ParseDesign(text, Catalogue()));
}

constexpr std::uint64_t kOne = 0x3c00;  // fp16
std::uint64_t Integer(int n) {          // fp16 code of a small positive integer
  int exponent = 0;
  while (n >> (exponent + 1) != 0) ++exponent;
  return static_cast<std::uint64_t>(((exponent + 15) << 10) | ((n << (10 - exponent)) & 0x3ff));
}
float AsFloat(const Bits& z) { return std::bit_cast<float>(static_cast<std::uint32_t>(z.low())); }

TEST(CycleModel, OperationFormDelaysByItsRegistersAndKeepsOrder) {
  for (const char* cuts : {"0", "1", "2", "3", "4", "5"}) {
    const auto unit = Make("operation", cuts);
    CycleModel model(*unit);
    std::vector<float> results;
    for (int cycle = 0; cycle < 20; ++cycle) {
      PortsIn in{.valid = cycle < 10};
      in.a = Integer(cycle + 1);
      in.b = kOne;
      const PortsOut out = model.Outputs(in);
      EXPECT_TRUE(out.ready);
      EXPECT_EQ(out.valid, cycle >= unit->latency_cycles() && cycle < 10 + unit->latency_cycles());
      if (out.valid) results.push_back(AsFloat(out.z));
      model.Clock(in);
    }
    ASSERT_EQ(results.size(), 10u);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], i + 1);
  }
}

TEST(CycleModel, NothingIsLostOrDoubledUnderRandomStalls) {
  for (const char* cuts : {"0", "1", "3", "5"}) {
    const auto unit = Make("operation", cuts);
    CycleModel model(*unit);
    std::mt19937 random(7);
    int given = 0, taken = 0;
    for (int cycle = 0; cycle < 2000; ++cycle) {
      PortsIn in{.valid = random() % 4 != 0, .ready = random() % 3 != 0};
      in.a = Integer(given % 1000 + 1);
      in.b = kOne;
      const PortsOut out = model.Outputs(in);
      if (out.valid && in.ready) {
        ASSERT_EQ(AsFloat(out.z), taken % 1000 + 1);
        ++taken;
      }
      if (in.valid && out.ready) ++given;
      model.Clock(in);
    }
    EXPECT_GT(taken, 500);
    EXPECT_LE(given - taken, unit->latency_cycles());
  }
}

// One accumulator a loop register, visited in turn: operand k goes to accumulator k modulo their
// number, and a cycle without operands passes one by.
TEST(CycleModel, MacFormInterleavesAsManyAccumulatorsAsItsLoopHasRegisters) {
  for (const char* cuts : {"0", "multiply", "multiply+add", "multiply+align+add+normalize"}) {
    const auto unit = Make("mac", cuts);
    CycleModel model(*unit);
    const int registers = unit->loop_registers();
    std::vector<float> sums(static_cast<std::size_t>(registers), 0.0f), expected, results;
    std::mt19937 random(3);
    for (int cycle = 0; cycle < 200; ++cycle) {
      PortsIn in{.valid = cycle < 150 && random() % 4 != 0, .clear = cycle == 77};
      const int value = cycle % 50 + 1;
      in.a = Integer(value);
      in.b = kOne;
      if (in.valid) {
        // The beat reaches the loop after the cuts before it, a constant number of cycles later.
        float& sum = sums[static_cast<std::size_t>(cycle % registers)];
        sum = (in.clear ? 0.0f : sum) + static_cast<float>(value);
        expected.push_back(sum);
      }
      const PortsOut out = model.Outputs(in);
      EXPECT_TRUE(out.ready);
      if (out.valid) results.push_back(AsFloat(out.z));
      model.Clock(in);
    }
    EXPECT_GT(results.size(), 90u);
    EXPECT_EQ(results, expected) << cuts;
  }
}

TEST(CycleModel, MacFormHoldsItsResultUntilItIsTaken) {
  const auto unit = Make("mac", "multiply+add");
  CycleModel model(*unit);
  PortsIn in{.valid = true, .ready = false};
  in.a = Integer(3);
  in.b = kOne;
  for (int cycle = 0; cycle < 10; ++cycle) {
    const PortsOut out = model.Outputs(in);
    EXPECT_EQ(out.valid, cycle >= unit->latency_cycles());
    if (out.valid) EXPECT_EQ(AsFloat(out.z), 3.0f);
    // The register before the loop fills, then the unit takes no more.
    EXPECT_EQ(out.ready, cycle < unit->latency_cycles());
    model.Clock(in);
  }
}

}  // namespace
}  // namespace macroscope
