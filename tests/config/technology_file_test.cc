#include "sim/config/technology_file.h"

#include <cstdlib>

#include "sim/config/liberty_path.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class TechnologyFileTest : public ConfigTest {
 protected:
  Technology Load(const std::string& content) const {
    Write("t.yaml", content);
    return LoadTechnology("t.yaml", folder_, {"s.yaml", 7, "technologies"});
  }
  std::string Error(const std::string& content) const {
    return ErrorOf([&] { Load(content); });
  }
};

TEST_F(TechnologyFileTest, ReadsALibrary) {
  Write("cells.lib", "library (cells) {}\n");
  const Technology technology = Load(
      "name: cells\nmodel: synthesis\nliberty: cells.lib\nnand2_area_um2: 1.5\n"
      "dont_use: ['*_X0', DLY4]\n");
  EXPECT_EQ(technology.name, "cells");
  EXPECT_EQ(technology.liberty, std::vector{(folder_ / "cells.lib").string()});
  EXPECT_EQ(technology.nand2_area_um2, 1.5);
  EXPECT_EQ(technology.dont_use, (std::vector<std::string>{"*_X0", "DLY4"}));
}

TEST_F(TechnologyFileTest, ReadsEveryKey) {
  Write("a.lib", "library (a) {}\n");
  Write("b.lib.gz", "x");
  const Technology technology = Load(
      "name: cells\nmodel: synthesis\nliberty: [a.lib, b.lib.gz]\ncorner: slow, 85 C\n"
      "supply_v: 0.65\nwire: {per_net_ff: 0, per_fanout_ff: 1.25}\nclock_period_ps: 750\n"
      "recipe: [balanced, speed]\n");
  EXPECT_EQ(technology.liberty, (std::vector{(folder_ / "a.lib").string(),  //
                                             (folder_ / "b.lib.gz").string()}));
  EXPECT_EQ(technology.corner, "slow, 85 C");
  EXPECT_EQ(technology.supply_v, 0.65);
  EXPECT_EQ(technology.wire.per_net_ff, 0);
  EXPECT_EQ(technology.wire.per_fanout_ff, 1.25);
  EXPECT_EQ(technology.clock_period_ps, 750);
  EXPECT_EQ(technology.recipe, (std::vector<std::string>{"balanced", "speed"}));
}

TEST_F(TechnologyFileTest, WhatIsNotSaidIsLeftOpen) {
  Write("cells.lib", "library (cells) {}\n");
  const Technology technology = Load("name: x\nmodel: synthesis\nliberty: cells.lib\nwire: {}\n");
  EXPECT_FALSE(technology.supply_v || technology.nand2_area_um2 || technology.clock_period_ps);
  EXPECT_EQ(technology.wire.per_net_ff, 0);
  EXPECT_EQ(technology.wire.per_fanout_ff, 0);
  EXPECT_TRUE(technology.recipe.empty() && technology.dont_use.empty() &&
              technology.corner.empty());
}

TEST_F(TechnologyFileTest, EffortsAreTriedAsFarAsThereIsAClock) {
  using Levels = std::vector<std::string>;
  Technology technology;
  EXPECT_EQ(EffortsToTry(technology), Levels{"area"});
  technology.clock_period_ps = 100;
  EXPECT_EQ(EffortsToTry(technology), (Levels{"area", "balanced", "speed"}));
  technology.recipe = {"speed", "area"};
  EXPECT_EQ(EffortsToTry(technology), technology.recipe);
  technology.clock_period_ps.reset();
  EXPECT_EQ(EffortsToTry(technology), Levels{"speed"});
}

// The folder of the file comes first, then those of the variable, in their order.
TEST_F(TechnologyFileTest, LibertyIsSearchedFor) {
  const std::string text = "name: x\nmodel: synthesis\nliberty: lib/cells.lib\n";
  std::filesystem::create_directories(folder_ / "one" / "lib");
  std::filesystem::create_directories(folder_ / "two" / "lib");
  Write("two/lib/cells.lib", "library (cells) {}\n");
  const std::string folders = (folder_ / "one").string() + "::" + (folder_ / "two").string();

  unsetenv(kLibertyVariable);
  ExpectStartsWith(Error(text),
                   "t.yaml:3: liberty: 'lib/cells.lib' does not exist; expected a Liberty file by "
                   "its absolute path, its path relative to this file, or its name in a folder of "
                   "the environment variable MACROSCOPE_LIBERTY, which is not set");
  setenv(kLibertyVariable, (folder_ / "one").c_str(), 1);
  const std::string error = Error(text);
  ExpectStartsWith(error,
                   "t.yaml:3: liberty: 'lib/cells.lib' does not exist, 'one/lib/cells.lib' does "
                   "not exist; expected ");
  EXPECT_EQ(error.find("not set"), std::string::npos) << error;
  setenv(kLibertyVariable, folders.c_str(), 1);
  EXPECT_EQ(Load(text).liberty, std::vector{(folder_ / "two/lib/cells.lib").string()});
  Write("one/lib/cells.lib", "library (cells) {}\n");
  EXPECT_EQ(Load(text).liberty, std::vector{(folder_ / "one/lib/cells.lib").string()});
  std::filesystem::create_directories(folder_ / "lib");
  Write("lib/cells.lib", "library (cells) {}\n");
  EXPECT_EQ(Load(text).liberty, std::vector{(folder_ / "lib/cells.lib").string()});
  unsetenv(kLibertyVariable);
}

TEST_F(TechnologyFileTest, ALibertyFileIsATechnology) {
  Write("mine_tt.lib.gz", "x");
  const Where where{"command line", 0, "--liberty"};
  const Technology technology = LibertyTechnology(folder_ / "mine_tt.lib.gz", where);
  EXPECT_EQ(technology.name, "mine_tt");
  EXPECT_EQ(technology.model, "synthesis");
  EXPECT_EQ(technology.liberty, std::vector{(folder_ / "mine_tt.lib.gz").string()});
  EXPECT_EQ(
      ErrorOf([&] { LibertyTechnology(folder_ / "none.lib", where); }),
      "command line: --liberty: 'none.lib' cannot be read; expected the path of a Liberty file");
}

TEST_F(TechnologyFileTest, ReadsGateCounts) {
  const Technology technology = Load("name: counted\nmodel: gates\n");
  EXPECT_EQ(technology.model, "gates");
  EXPECT_TRUE(technology.liberty.empty());
}

TEST_F(TechnologyFileTest, Slips) {
  ExpectStartsWith(Error("name: x\nmodel: sinthesis\n"),
                   "t.yaml:2: model: unknown name 'sinthesis'; the names are gates, synthesis; did "
                   "you mean 'synthesis'?");
  ExpectStartsWith(Error("name: x\nmodel: synthesis\n"), "t.yaml:1: liberty: missing key");
  ExpectStartsWith(Error("name: x\nmodel: gates\nliberty: a.lib\n"),
                   "t.yaml:3: liberty: unknown key; the keys here are name, model");
  ExpectStartsWith(Error("name: x\nmodel: synthesis\nliberty: none.lib\n"),
                   "t.yaml:3: liberty: 'none.lib' does not exist; expected a Liberty file by");
  ExpectContains(Error("name: x\nmodel: synthesis\n"
                       "liberty: /usr/share/qflow/tech/osu999/osu999_stdcells.lib\n"),
                 "the Debian package qflow-tech-osu999 has it");
  Write("cells.lib", "library (cells) {}\n");
  const std::string sound = "name: x\nmodel: synthesis\nliberty: cells.lib\n";
  ExpectStartsWith(Error(sound + "nand2_area_um2: small\n"),
                   "t.yaml:4: nand2_area_um2: wrong type");
  ExpectStartsWith(Error(sound + "nand2_area_um2: 0\n"), "t.yaml:4: nand2_area_um2: 0 is out of");
  ExpectStartsWith(Error(sound + "dont_use: X\n"), "t.yaml:4: dont_use: wrong type");
  ExpectStartsWith(Error(sound + "liberty: other.lib\n"), "t.yaml:4: liberty: given twice");
  ExpectStartsWith(Error(sound + "volts: 1\n"),
                   "t.yaml:4: volts: unknown key; the keys here are name, model, liberty, corner, "
                   "supply_v, wire, nand2_area_um2, dont_use, clock_period_ps, recipe");
  ExpectStartsWith(Error(sound + "corner: [tt]\n"), "t.yaml:4: corner: wrong type, a list");
  ExpectStartsWith(Error(sound + "supply_v: -1\n"),
                   "t.yaml:4: supply_v: -1 is out of range; expected a number above 0");
  ExpectStartsWith(Error(sound + "clock_period_ps: 0\n"),
                   "t.yaml:4: clock_period_ps: 0 is out of range; expected a number above 0");
  ExpectStartsWith(Error(sound + "clock_period_ps: 1ns\n"),
                   "t.yaml:4: clock_period_ps: wrong type, '1ns'; expected a number above 0");
  ExpectStartsWith(Error(sound + "wire: 3\n"), "t.yaml:4: wire: wrong type, a single value");
  ExpectStartsWith(Error(sound + "wire: {per_net: 3}\n"),
                   "t.yaml:4: per_net: unknown key; the keys here are per_net_ff, per_fanout_ff");
  ExpectStartsWith(Error(sound + "wire: {per_net_ff: -0.5}\n"),
                   "t.yaml:4: per_net_ff: -0.5 is out of range; expected a number from 0");
  ExpectStartsWith(Error(sound + "wire: {per_fanout_ff: nan}\n"),
                   "t.yaml:4: per_fanout_ff: nan is out of range; expected a number from 0");
  ExpectStartsWith(Error(sound + "recipe: speed\n"), "t.yaml:4: recipe: wrong type");
  ExpectStartsWith(Error(sound + "recipe: []\n"), "t.yaml:4: recipe: an empty list");
  ExpectStartsWith(Error(sound + "recipe: [area, sped]\n"),
                   "t.yaml:4: recipe: unknown name 'sped'; the names are area, balanced, speed; "
                   "did you mean 'speed'?");
  ExpectStartsWith(Error(sound + "recipe: [area, area]\n"),
                   "t.yaml:4: recipe: 'area' is in the list already; expected each once");
  const std::string listed = "name: x\nmodel: synthesis\nliberty: ";
  ExpectStartsWith(Error(listed + "[]\n"), "t.yaml:3: liberty: an empty list");
  ExpectStartsWith(Error(listed + "[cells.lib, ./cells.lib]\n"),
                   "t.yaml:3: liberty: 'cells.lib' is in the list already; expected each once");
  ExpectStartsWith(Error(listed + "[cells.lib,\n  none.lib]\n"),
                   "t.yaml:4: liberty: 'none.lib' does not exist; expected ");
  ExpectStartsWith(Error(listed + ".\n"), "t.yaml:3: liberty: '' cannot be read; expected ");
  for (const char* key : {"wire: {}", "supply_v: 1", "recipe: [area]", "clock_period_ps: 9"}) {
    ExpectContains(Error(std::string("name: x\nmodel: gates\n") + key + "\n"),
                   ": unknown key; the keys here are name, model");
  }
}

TEST_F(TechnologyFileTest, UnknownNamesAreReportedWhereTheyStand) {
  const std::string error = ErrorOf([&] {
    LoadTechnology("osu81", folder_, {"s.yaml", 7, "technologies"});
  });
  ExpectStartsWith(error, "s.yaml:7: technologies: unknown technology 'osu81'; the names are ");
}

// A library that is not installed is named as missing; whatever else is wrong is not.
TEST_F(TechnologyFileTest, EveryShippedTechnologyIsSound) {
  int sound = 0;
  for (const std::string& name : TechnologyNames()) {
    std::string loaded;
    const std::string error = ErrorOf([&] { loaded = LoadTechnology(name, folder_, {}).name; });
    if (error.find("the Debian package ") != std::string::npos) continue;
    if (error.find("environment variable MACROSCOPE_LIBERTY") != std::string::npos) continue;
    EXPECT_EQ(error, "");
    EXPECT_EQ(loaded, name);
    ++sound;
  }
  EXPECT_GT(sound, 0);
}

}  // namespace
}  // namespace macroscope
