// What must hold of any unit's energy, whatever the numbers are.
#include "sim/cost/energy_of_workload.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "sim/activity/measure_activity.h"
#include "sim/cost/mapped_unit.h"
#include "sim/cost/netlist_energy.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

constexpr double kPeriodPs = 25'000;  // Every design below meets it.

Workload WorkloadOf(const std::string& distribution, std::uint64_t length, std::uint64_t seed) {
  Workload workload;
  workload.weights.distribution = workload.activations.distribution = distribution;
  workload.length = length;
  workload.seed = seed;
  workload.dot_length = 32;
  return workload;
}

Energy Sum(const std::map<std::string, Energy>& by_path) {
  Energy sum;
  for (const auto& [path, energy] : by_path) {
    sum.internal_fj += energy.internal_fj;
    sum.switching_fj += energy.switching_fj;
    sum.clock_fj += energy.clock_fj;
    sum.leakage_fj += energy.leakage_fj;
    sum.glitch_fj += energy.glitch_fj;
  }
  return sum;
}

struct Case {
  const char* name;
  const char* design;

  friend std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.name; }
};

class EnergyOf : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
    technology_ = Osu018Technology();
    mapped_ = MapUnit(*unit_, technology_, Osu018());
    technology_.clock_period_ps = kPeriodPs;
    ASSERT_LT(mapped_.timing.critical_path->delay_ps, kPeriodPs);
  }
  WorkloadEnergy Measure(const Workload& workload) const {
    return MeasureEnergy(*unit_, mapped_.staged, mapped_.timing, technology_, workload);
  }

  std::unique_ptr<Unit> unit_ = UnitOf(GetParam().design);
  Technology technology_;
  MappedUnit mapped_;
};

INSTANTIATE_TEST_SUITE_P(
    Designs, EnergyOf,
    testing::Values(Case{"int8", "unit=int_mac operands=int8 accumulator=fixed+12 form=mac"},
                    Case{"kulisch_e4m3",
                         "unit=kulisch_mac operands=fp8_e4m3 accumulator=fixed+12 form=mac"},
                    Case{"e4m3_fp32", "unit=fp_fma operands=fp8_e4m3 accumulator=fp32 form=mac"}),
    [](const auto& test) { return std::string(test.param.name); });

// The first half of the operations, and other operands of the same kind.
TEST_P(EnergyOf, AnOperationHardlyDependsOnLengthOrSeed) {
  const double reference = Sum(Measure(WorkloadOf("normal", 10'000, 1)).by_path).total_fj();
  EXPECT_GT(reference, 0);
  const struct { std::uint64_t length, seed; } others[] = {{5'000, 1}, {10'000, 2}, {10'000, 77}};
  for (const auto& [length, seed] : others) {
    const WorkloadEnergy other = Measure(WorkloadOf("normal", length, seed));
    EXPECT_EQ(other.operations, length);
    const double deviation = Sum(other.by_path).total_fj() / reference - 1;
    std::cout << length << " operations, seed " << seed << ": " << 100 * deviation << " % of "
              << reference << " fJ\n";
    EXPECT_LT(std::abs(deviation), 0.02);
    EXPECT_NE(deviation, 0);
  }
}

TEST_P(EnergyOf, ZerosCostClockAndLeakageOnly) {
  Workload workload = WorkloadOf("zeros", 1'000, 1);
  workload.dot_length = 0;
  const WorkloadEnergy energy = Measure(workload);
  for (const auto& [path, part] : energy.by_path) {
    EXPECT_EQ(part.internal_fj, 0) << path;
    EXPECT_EQ(part.switching_fj, 0) << path;
    EXPECT_EQ(part.glitch_fj, 0) << path;
    EXPECT_GT(part.leakage_fj, 0) << path;
    EXPECT_EQ(part.clock_fj > 0, path.ends_with("_register")) << path;
  }
  EXPECT_EQ(energy.facts.a.zero_fraction, 1);
  // Clearing the sum now and then, zero as it is, costs what clear_i drives.
  workload.dot_length = 64;
  const Energy idle = Sum(energy.by_path), cleared = Sum(Measure(workload).by_path);
  EXPECT_GT(cleared.total_fj(), idle.total_fj());
  EXPECT_LT(cleared.total_fj(), 1.02 * idle.total_fj());
}

TEST_P(EnergyOf, PartsMakeSense) {
  const Workload workload = WorkloadOf("normal", 1'000, 1);
  const WorkloadEnergy energy = Measure(workload);
  for (const auto& [path, part] : energy.by_path) {
    for (const double value :
         {part.internal_fj, part.switching_fj, part.clock_fj, part.leakage_fj}) {
      EXPECT_GE(value, 0) << path;
    }
    EXPECT_LT(part.glitch_fj, part.internal_fj + part.switching_fj + 1e-9) << path;
  }
  const Energy sum = Sum(energy.by_path);
  const double glitch_share = sum.glitch_fj / (sum.internal_fj + sum.switching_fj);
  std::cout << "glitches: " << 100 * glitch_share << " % of internal and switching energy\n";
  EXPECT_GT(glitch_share, 0);
  EXPECT_LT(glitch_share, 1);
  // Glitches are what a simulation without delays has not.
  const GateGraph graph = MakeGateGraph(mapped_.staged);
  const MeasuredActivity activity =
      MeasureActivity(*unit_, graph, MakeGateDelays(graph, mapped_.timing, kPeriodPs),
                      MakeOperands(workload, unit_->design()), workload.dot_length);
  const Energy settled =
      Sum(NetlistPrices(graph, mapped_.timing, {}, 1.8, kPeriodPs).ByPath(activity.settled));
  const double without = (settled.internal_fj + settled.switching_fj) / 1'000;
  EXPECT_NEAR(sum.glitch_fj, sum.internal_fj + sum.switching_fj - without, 1e-9 * without);
  // The rows of the cost model are the same energies.
  const Cost cost = MakeCostModel(technology_, workload)->Estimate(*unit_);
  double rows = 0, glitches = 0;
  for (const StageCost& row : cost.breakdown) {
    rows += row.energy->total_fj();
    glitches += row.energy->glitch_fj;
  }
  EXPECT_NEAR(rows, sum.total_fj(), 1e-6 * rows);
  EXPECT_NEAR(*cost.energy_fj, rows, 1e-9 * rows);
  EXPECT_NEAR(cost.energy->glitch_fj, glitches, 1e-9 * rows);
  EXPECT_EQ(*cost.energy_operations, 1'000u);
}

TEST_P(EnergyOf, TheSameSeedGivesTheSameBits) {
  const Workload workload = WorkloadOf("normal", 500, 9);
  const auto first = Measure(workload).by_path, second = Measure(workload).by_path;
  ASSERT_EQ(first.size(), second.size());
  for (const auto& [path, energy] : first) {
    const Energy& other = second.at(path);
    EXPECT_EQ(energy.internal_fj, other.internal_fj);
    EXPECT_EQ(energy.switching_fj, other.switching_fj);
    EXPECT_EQ(energy.clock_fj, other.clock_fj);
    EXPECT_EQ(energy.leakage_fj, other.leakage_fj);
    EXPECT_EQ(energy.glitch_fj, other.glitch_fj);
  }
}

TEST_P(EnergyOf, SparseOperandsCostLess) {
  double before = Sum(Measure(WorkloadOf("normal", 1'000, 1)).by_path).total_fj();
  for (const double sparsity : {0.5, 0.9, 1.0}) {
    Workload workload = WorkloadOf("normal", 1'000, 1);
    workload.weights.sparsity = workload.activations.sparsity = sparsity;
    const double energy = Sum(Measure(workload).by_path).total_fj();
    EXPECT_LT(energy, before) << sparsity;
    before = energy;
  }
}

TEST_P(EnergyOf, OnlyLeakageDependsOnThePeriod) {
  const Workload workload = WorkloadOf("normal", 200, 1);
  const WorkloadEnergy once = Measure(workload);
  technology_.clock_period_ps = 3 * kPeriodPs;
  const WorkloadEnergy thrice = Measure(workload);
  EXPECT_EQ(thrice.cycle_ps, 3 * once.cycle_ps);
  const Energy a = Sum(once.by_path), b = Sum(thrice.by_path);
  EXPECT_NEAR(b.leakage_fj, 3 * a.leakage_fj, 1e-9 * b.leakage_fj);
  EXPECT_NEAR(b.clock_fj, a.clock_fj, 1e-9 * a.clock_fj);
  // Delays are rounded anew, so a few glitches differ.
  EXPECT_NEAR(b.internal_fj + b.switching_fj, a.internal_fj + a.switching_fj, 5e-3 * a.internal_fj);
  // A period that is too short for the unit is not believed.
  technology_.clock_period_ps = 1;
  EXPECT_EQ(Measure(workload).cycle_ps, mapped_.timing.critical_path->delay_ps);
}

}  // namespace
}  // namespace macroscope
