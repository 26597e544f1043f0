// One name finds everything about a stage: law, RTL, and the tests of both.
#include <gtest/gtest.h>

#include <regex>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "tests/layout/source_tree.h"

namespace macroscope {
namespace {

// Designs of a unit that have all its stages between them.
std::vector<std::unique_ptr<Unit>> DesignsOf(const std::string& unit) {
  const bool rounds = unit.starts_with("fp_") || unit == "convert";
  DesignText text;
  text.unit = unit;
  text.operands = rounds ? "fp16" : "int8";
  text.accumulator = rounds ? "fp32" : "fixed+8";
  if (unit == "block_quantize") {
    text.operands = "fp32";
    text.accumulator = "nvfp4";  // With all stages that there are.
  }
  if (unit.starts_with("posit_")) {
    text.operands = "posit8_2";
    text.accumulator = "";
  }
  if (unit == "code_sums") text.operands = "nf4,int8";
  if (unit == "elma_mac") text.operands = text.accumulator = "elma8_1";
  if (unit == "log_add" || unit == "log_mac") text.operands = text.accumulator = "lns8_3";
  if (unit == "log_add") text.method = "cotransform";  // With all stages that there are.
  std::vector<std::unique_ptr<Unit>> units;
  units.push_back(MakeUnit(ParseDesign(text, Catalogue())));
  if (unit == "convert") {
    const std::pair<const char*, const char*> others[] = {{"fp16", "posit8_2"},
                                                          {"fp16", "lns8_3"},
                                                          {"lns8_3", "fp16"},
                                                          {"nf4", "fp16"},
                                                          {"fp16", "nf4"}};
    for (const auto& [from, to] : others) {
      text.operands = from;
      text.accumulator = to;
      units.push_back(MakeUnit(ParseDesign(text, Catalogue())));
    }
  }
  return units;
}

std::string FolderOf(const std::string& unit, const std::string& module) {
  return module.starts_with(unit + "_") ? unit : "common";
}

TEST(Stages, HaveAllFourMembers) {
  int stages = 0;
  for (const std::string& name : UnitNames()) {
    for (const auto& unit : DesignsOf(name)) {
      for (const StageShape& stage : unit->stages()) {
        ++stages;
        const std::string member = FolderOf(name, stage.rtl_module) + "/" + stage.rtl_module;
        for (const std::string& path :
             {"models/" + member + ".h", "rtl/" + member + ".sv", "tests/" + member + "_test.cc",
              "tests/" + member + "_cosim_test.cc"}) {
          EXPECT_TRUE(SourceExists(path)) << name << ", stage " << stage.name << ": no " << path;
        }
      }
    }
  }
  EXPECT_GE(stages, 15);
}

TEST(Stages, AreNamedAlikeByTheDesignAndItsUnit) {
  for (const std::string& name : UnitNames()) {
    for (const auto& unit : DesignsOf(name)) {
      const std::vector<std::string>& names = StageNames(unit->design());
      ASSERT_EQ(unit->stages().size(), names.size()) << name;
      for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(unit->stages()[i].name, names[i]);
    }
  }
}

// "Twin of models/fp_fma/fp_fma_add.h." in the comment on top.
TEST(Twins, NameFilesThatExistAndNameThemBack) {
  static const std::regex form(R"(Twin of\s+(?://\s*)?((?:models|rtl)/[a-z0-9_/]+\.(?:h|sv)))");
  int twins = 0;
  for (const SourceFile& file : SourceTree()) {
    if (!file.is_below("models") && !file.is_below("rtl")) continue;
    std::string top;
    for (const std::string& line : file.lines) {
      if (!line.starts_with("//")) break;
      top += line + "\n";
    }
    for (std::sregex_iterator i(top.begin(), top.end(), form), end; i != end; ++i) {
      ++twins;
      EXPECT_TRUE(SourceExists((*i)[1])) << file.path << " names " << (*i)[1];
      EXPECT_NE((*i)[1].str().substr(0, 4), file.path.substr(0, 4)) << file.path;
    }
  }
  EXPECT_GE(twins, 30);
}

}  // namespace
}  // namespace macroscope
