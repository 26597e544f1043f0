// Levels of effort: what each gives, and which one a clock makes us take.
#include "sim/netlist/met_clock.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <set>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/gate_program.h"
#include "sim/netlist/netlist_check.h"
#include "sim/netlist/port_constraint.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

class Effort : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  }
  std::unique_ptr<Unit> unit_ = UnitOf("unit=int_mac operands=int6 accumulator=fixed+12 form=mac");
};

// A stand-in for static timing: cells on the longest path.
double DepthOf(const Netlist& netlist) { return Compile(netlist).level_count; }

TEST_F(Effort, EveryLevelComputesTheSameAndMoreEffortIsFaster) {
  std::vector<double> area_um2, depth;
  std::set<fs::path> folders;
  std::uint64_t cases = 0;
  for (const EffortLevel& level : EffortLevels()) {
    const NetlistCheck check = CheckMappedNetlists(*unit_, Osu018(), 256 * 32, 1, level.name);
    EXPECT_EQ(check.mismatch, std::nullopt) << level.name;
    cases += check.cases;
    folders.insert(MapDesign(KeepingStages(*unit_, level.name), Osu018()).folder);
    const Netlist netlist = MapToNetlist(KeepingStages(*unit_, level.name), Osu018());
    area_um2.push_back(netlist.AreaUm2());
    depth.push_back(DepthOf(netlist));
    std::cout << level.name << ": " << area_um2.back() << " um2, " << depth.back()
              << " cells deep\n";
    // No level moves a register out of its stage.
    for (const NetlistInstance& instance : netlist.instances) {
      if (instance.cell->sequential) EXPECT_EQ(instance.path, "u_accumulator_register");
    }
  }
  EXPECT_EQ(cases, 3u * 2 * 256 * 32);
  EXPECT_EQ(folders.size(), 3u);
  EXPECT_LT(area_um2[0], area_um2[1]);
  EXPECT_LT(area_um2[1], area_um2[2]);
  EXPECT_GT(depth[0], depth[1]);
  EXPECT_GE(depth[1], depth[2]);
}

TEST_F(Effort, TheDefaultIsArea) {
  EXPECT_EQ(MapDesign(KeepingStages(*unit_), Osu018()).folder,
            MapDesign(KeepingStages(*unit_, "area"), Osu018()).folder);
}

TEST_F(Effort, AnUnknownLevelIsNamedWithThoseThatExist) {
  try {
    MapDesign(Flattened(*unit_, "more"), Osu018());
    FAIL() << "accepted";
  } catch (const BuildError& error) {
    EXPECT_STREQ(error.what(),
                 "there is no synthesis effort 'more'; there are: area balanced speed");
  }
}

TEST_F(Effort, PortsAreDrivenByTheSmallestBuffer) {
  const Library library{kOsu018};
  EXPECT_NEAR(library.Find("BUFX2")->FindPin("A")->capacitance_ff, 37.327 / 4, 1e-3);
  EXPECT_EQ(PortConstraint(library), "set_driving_cell BUFX2\nset_load 37.327\n");
  const TemporaryFolder folder;
  Cache cache(folder.path());
  const auto without = [&](const std::vector<std::string>& cells) {
    return PortConstraint(*OpenCellLibrary({kOsu018}, cells, cache).library);
  };
  EXPECT_TRUE(without({"BUF*", "CLKBUF*"}).starts_with("set_driving_cell INVX1\n"));
  EXPECT_EQ(without({"BUF*", "CLKBUF*", "INV*"}), "");
}

// Delays as told, whatever the netlists are.
class Clock : public Effort {
 protected:
  using Delays = std::map<std::string, std::optional<double>>;

  MetClock Meet(std::optional<double> period_ps, const std::vector<std::string>& levels,
                const Delays& delays) {
    timed_.clear();
    return MapToMeet(KeepingStages(*unit_), Osu018(), period_ps, levels, [&](const Netlist&) {
      timed_.push_back(levels.at(timed_.size()));
      return delays.at(timed_.back());
    });
  }

  std::vector<std::string> all_ = {"area", "balanced", "speed"};
  Delays falling_ = {{"area", 300}, {"balanced", 200}, {"speed", 100}};
  std::vector<std::string> timed_;
};

TEST_F(Clock, TheFirstLevelThatMeetsItIsTaken) {
  MetClock met = Meet(300, all_, falling_);
  EXPECT_EQ(met.effort, "area");
  EXPECT_EQ(met.slack_ps, 0);
  EXPECT_EQ(timed_, std::vector<std::string>{"area"});
  met = Meet(250, all_, falling_);
  EXPECT_EQ(met.effort, "balanced");
  EXPECT_EQ(met.slack_ps, 50);
  EXPECT_EQ(met.netlist.AreaUm2(),
            MapToNetlist(KeepingStages(*unit_, "balanced"), Osu018()).AreaUm2());
  EXPECT_EQ(Meet(250, {"speed", "area"}, falling_).effort, "speed");
}

TEST_F(Clock, AnUnmetClockHasNegativeSlackAndTheFastestNetlist) {
  MetClock met = Meet(40, all_, falling_);
  EXPECT_EQ(met.effort, "speed");
  EXPECT_EQ(met.slack_ps, -60);
  EXPECT_EQ(timed_, all_);
  // More effort may be slower; of equals the first is taken.
  met = Meet(40, all_, {{"area", 300}, {"balanced", 90}, {"speed", 100}});
  EXPECT_EQ(met.effort, "balanced");
  EXPECT_EQ(met.slack_ps, -50);
  EXPECT_EQ(Meet(40, all_, {{"area", 90}, {"balanced", 90}, {"speed", 90}}).effort, "area");
}

TEST_F(Clock, WithoutAClockOrAPathTheFirstLevelIsTaken) {
  MetClock met = Meet(std::nullopt, {"balanced", "speed"}, falling_);
  EXPECT_EQ(met.effort, "balanced");
  EXPECT_FALSE(met.slack_ps);
  EXPECT_TRUE(timed_.empty());
  met = Meet(10, all_, {{"area", std::nullopt}});
  EXPECT_EQ(met.effort, "area");
  EXPECT_FALSE(met.slack_ps);
  EXPECT_THROW(Meet(10, {}, falling_), std::invalid_argument);
}

// With delays that come from the netlists themselves.
TEST_F(Clock, ARealDepthIsMet) {
  const auto depth = [](const Netlist& netlist) { return std::optional(DepthOf(netlist)); };
  const double wanted = DepthOf(MapToNetlist(KeepingStages(*unit_, "balanced"), Osu018()));
  const MetClock met = MapToMeet(KeepingStages(*unit_), Osu018(), wanted, all_, depth);
  EXPECT_EQ(met.effort, "balanced");
  EXPECT_EQ(met.slack_ps, 0);
}

}  // namespace
}  // namespace macroscope
