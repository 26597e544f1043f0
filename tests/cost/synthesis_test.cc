#include "sim/cost/synthesis_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/mapping.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

Technology TechnologyOf(const fs::path& liberty) {
  Technology technology;
  technology.name = liberty.stem().string();
  technology.model = "synthesis";
  technology.liberty = {liberty.string()};
  technology.file = "test.yaml";
  return technology;
}

class Synthesis : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  }
};

TEST_P(Synthesis, StagesAddUpAndRegistersAreThere) {
  const auto unit = UnitOf(GetParam());
  const Cost cost = MakeCostModel(TechnologyOf(kOsu018))->Estimate(*unit);
  double area = 0, registers = 0, delay = 0;
  int register_rows = 0;
  for (const StageCost& row : cost.breakdown) {
    area += *row.area_um2;
    delay += *row.delay_ps;
    register_rows += row.is_register ? 1 : 0;
    if (row.is_register) registers += *row.area_um2;
    EXPECT_NEAR(*row.gates * 24, *row.area_um2, 1e-6);  // NAND2X1
    std::cout << row.stage << (row.is_register ? " register" : "") << ": " << *row.area_um2
              << " um2, " << *row.delay_ps << " ps\n";
  }
  const Netlist netlist = MapToNetlist(KeepingStages(*unit), Osu018());
  EXPECT_NEAR(area, *cost.area_um2, 1e-6);
  EXPECT_NEAR(netlist.AreaUm2(), *cost.area_um2, 1e-6);
  EXPECT_NEAR(registers, *cost.register_area_um2, 1e-6);
  EXPECT_NEAR(delay, *cost.delay_ps, 0.1);
  EXPECT_GT(*cost.delay_ps, 500);
  EXPECT_LT(*cost.flat_area_um2, 1.02 * *cost.area_um2);
  EXPECT_GT(*cost.flat_area_um2, 0.5 * *cost.area_um2);
  EXPECT_FALSE(cost.energy_fj);

  // Every flip-flop stands in a register's instance, and every register has at least its data bits.
  int flip_flops = 0;
  for (const NetlistInstance& instance : netlist.instances) {
    if (!instance.cell->sequential) continue;
    ++flip_flops;
    EXPECT_TRUE(instance.path.ends_with("_register")) << instance.FullName();
  }
  EXPECT_EQ(flip_flops, *cost.register_bits);
  const int cuts = std::popcount(unit->design().structure.cuts);
  EXPECT_EQ(register_rows, cuts + (unit->design().form == Form::kMac ? 1 : 0));
  EXPECT_GE(flip_flops, unit->design().form == Form::kMac ? unit->c_bits() : 0);

  EXPECT_EQ(cost.provenance.model, "synthesis");
  EXPECT_NE(cost.provenance.tools.find("Yosys"), std::string::npos);
  EXPECT_EQ(cost.provenance.liberty, "osu018_stdcells.lib");
  EXPECT_EQ(cost.provenance.liberty_hash.size(), 40u);
  std::cout << "total " << area << " um2, flat " << *cost.flat_area_um2 << " um2, "
            << *cost.delay_ps << " ps, " << flip_flops << " flip-flops\n";
}

INSTANTIATE_TEST_SUITE_P(
    Designs, Synthesis,
    testing::Values("unit=int_mac operands=int8 accumulator=fixed+12 form=mac",
                    "unit=int_mac operands=int8 accumulator=fixed+12",
                    "unit=int_mac operands=int4 accumulator=fixed+8 form=mac cuts=unpack+add"));

TEST_F(Synthesis, AMalformedLibraryIsOneClearError) {
  const TemporaryFolder folder;
  const std::string text = ReadFile(kOsu018);
  WriteFile(folder.path() / "half.lib", text.substr(0, text.size() / 2));
  const auto unit = UnitOf("unit=int_mac operands=int4 accumulator=fixed+2");
  try {
    MakeCostModel(TechnologyOf(folder.path() / "half.lib"))->Estimate(*unit);
    FAIL() << "half a library was accepted";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find("half.lib:"), std::string::npos) << error.what();
  }
  Technology unknown;
  unknown.model = "guess";
  EXPECT_THROW(MakeCostModel(unknown), BuildError);
}

// Users bring such libraries themselves.
class UsersLibrary : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(UsersLibrary, CostsADesign) {
  const fs::path path = fs::path(MACROSCOPE_SOURCE_DIR) / "../shared/liberty" / GetParam().first;
  if (!fs::exists(path)) GTEST_SKIP() << path << " is absent";
  Technology technology = TechnologyOf(fs::canonical(path));
  technology.dont_use = {GetParam().second};
  const auto unit = UnitOf("unit=int_mac operands=int4 accumulator=fixed+4 form=mac");
  const Cost cost = MakeCostModel(technology)->Estimate(*unit);
  EXPECT_GT(*cost.area_um2, 0);
  EXPECT_GT(*cost.delay_ps, 0);
  EXPECT_GT(*cost.gates, 100);
  EXPECT_LT(*cost.gates, 1000);
  std::cout << GetParam().first << ": " << *cost.area_um2 << " um2, " << *cost.gates << " NAND2, "
            << *cost.delay_ps << " ps\n";
}

INSTANTIATE_TEST_SUITE_P(Shared, UsersLibrary,
                         testing::Values(std::pair("asap7_rvt_tt_0p7v_25c.lib.gz", "DLL*"),
                                         std::pair("sky130hd_tt_025c_1v80.lib.gz",
                                                   "sky130_fd_sc_hd__lpflow*")));

}  // namespace
}  // namespace macroscope
