// Every port in every cycle, under random stalls, clears and resets.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "sim/base/files.h"
#include "sim/cosim/cosim.h"
#include "tests/base/temporary_folder.h"
#include "tests/common/full_run.h"
#include "tests/cosim/designs.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kCycles = 20'000;

class EveryCycle : public testing::TestWithParam<TestDesign> {};

INSTANTIATE_TEST_SUITE_P(Designs, EveryCycle, testing::ValuesIn(ClockedDesigns()),
                         [](const auto& test) { return test.param.name; });

void ExpectGreen(const CosimReport& report) {
  EXPECT_TRUE(report.ok) << report.mismatch;
  // Nearly all cycles are compared: those under reset are not.
  EXPECT_GT(report.cycles, kCycles * 99 / 100);
  EXPECT_GT(report.operations, kCycles / 10);
  std::cout << report.cycles << " cycles, " << report.operations << " operations\n";
}

TEST_P(EveryCycle, RtlIsTheSystemcModel) {
  ExpectGreen(RunCosim(GetParam().design(), {.cycles = kCycles, .seed = 11, .trace_file = ""}));
}

// The cycle model is one for all units, and most of the time goes into building each design's RTL:
// one design in three, and all of them with MACROSCOPE_FULL, shared out among tests.
class CycleModelOfSome : public testing::TestWithParam<std::size_t> {};

constexpr std::size_t kShares = 3;
INSTANTIATE_TEST_SUITE_P(Share, CycleModelOfSome, testing::Range(std::size_t{0}, kShares));

TEST_P(CycleModelOfSome, IsTheRtl) {
  const std::vector<TestDesign> designs = ClockedDesigns();
  const std::size_t step = OneIn(3);
  int compared = 0;
  for (std::size_t i = GetParam() * step; i < designs.size(); i += kShares * step) {
    SCOPED_TRACE(designs[i].name);
    ExpectGreen(RunClocked(*MakeUnit(designs[i].design()),
                           {.cycles = kCycles, .seed = 7, .trace_file = ""}));
    ++compared;
  }
  std::cout << compared << " designs\n";
  EXPECT_GT(compared, 5);
}

TEST(RunCosim, WritesWavesOfBothSides) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "waves.vcd").string();
  const Design design = ParseDesign(Text("int_mac", "int4", "fixed+40", "mac", "2"), Catalogue());
  ExpectGreen(RunCosim(design, {.cycles = kCycles, .seed = 1, .trace_file = file}));
  const std::string vcd = ReadFile(file);
  for (const char* expected : {"module systemc", "module rtl", "multiply_d", "accumulate_valid",
                               "z_o [", "clear_i", "ready_i", "$enddefinitions"}) {
    EXPECT_NE(vcd.find(expected), std::string::npos) << expected;
  }
  EXPECT_GT(vcd.size(), 100'000u);  // It changes all the time.
}

}  // namespace
}  // namespace macroscope
