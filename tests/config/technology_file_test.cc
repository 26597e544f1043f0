#include "sim/config/technology_file.h"

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
    EXPECT_EQ(error, "");
    EXPECT_EQ(loaded, name);
    ++sound;
  }
  EXPECT_GT(sound, 0);
}

}  // namespace
}  // namespace macroscope
