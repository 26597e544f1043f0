#include "sim/cost/without_registers.h"

#include <gtest/gtest.h>

#include "sim/cost/gates_model.h"
#include "tests/netlist/designs.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr const char* kDesign =
    "unit=fp_fma operands=fp4_e2m1 accumulator=fp6_e3m2 form=mac cuts=multiply";

TEST(WithoutRegisters, LeavesTheSumOfTheRowsThatStay) {
  Workload workload;
  workload.length = 256;
  const Cost all = MakeCostModel(Osu018Technology(), workload)->Estimate(*UnitOf(kDesign));
  const Cost less = WithoutRegisters(all);
  double area_um2 = 0, gates = 0, energy_fj = 0, clock_fj = 0;
  for (const StageCost& row : less.breakdown) {
    EXPECT_FALSE(row.is_register) << row.stage;
    area_um2 += row.area_um2.value();
    gates += row.gates.value();
    energy_fj += row.energy.value().total_fj();
    clock_fj += row.energy->clock_fj;
  }
  EXPECT_EQ(all.breakdown.size() - less.breakdown.size(), 2u);  // One cut, and the accumulator.
  EXPECT_NEAR(*less.area_um2, area_um2, 1e-6 * area_um2);
  EXPECT_NEAR(*less.gates, gates, 1e-6 * gates);
  EXPECT_NEAR(*less.energy_fj, energy_fj, 1e-6 * energy_fj);
  EXPECT_NEAR(less.energy->clock_fj, clock_fj, 1e-6 * all.energy->clock_fj);
  EXPECT_NEAR(*all.area_um2 - *less.area_um2, *all.register_area_um2, 1e-6 * area_um2);
  EXPECT_LT(*less.energy_fj, *all.energy_fj);
  EXPECT_EQ(less.delay_ps, all.delay_ps);
  EXPECT_FALSE(less.flat_area_um2);
  EXPECT_EQ(less.notes.size(), all.notes.size() + 1);
}

TEST(WithoutRegisters, LeavesGateCountsToo) {
  const Cost all = EstimateGates(DesignOf(kDesign));
  const Cost less = WithoutRegisters(all);
  EXPECT_EQ(*all.gates - *less.gates, 6.0 * *all.register_bits);  // A flip-flop counts 6.
  EXPECT_FALSE(less.area_um2);
  EXPECT_FALSE(less.energy_fj);
}

}  // namespace
}  // namespace macroscope
