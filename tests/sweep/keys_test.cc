#include "sim/sweep/keys.h"

#include <gtest/gtest.h>

#include <set>

#include "models/formats/catalogue.h"
#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

DesignText Text() {
  DesignText text;
  text.unit = std::string("fp_fma");
  text.operands = std::string("fp8_e4m3");
  text.accumulator = std::string("fp16");
  text.form = std::string("mac");
  return text;
}

std::string KeyOf(const DesignText& text) {
  return DesignKey(ParseDesign(text, Catalogue()), CheckExtent{});
}

TEST(DesignKey, ChangesWithEveryKeyOfTheDesign) {
  std::set<std::string> keys = {KeyOf(Text())};
  const auto add = [&](std::string DesignText::*member, const std::string& value) {
    DesignText text = Text();
    text.*member = value;
    EXPECT_TRUE(keys.insert(KeyOf(text)).second) << value;
  };
  add(&DesignText::operands, "fp8_e5m2");
  add(&DesignText::operands, "fp8_e4m3,int8");
  add(&DesignText::operands, "int8,fp8_e4m3");
  add(&DesignText::accumulator, "fp32");
  add(&DesignText::overflow, "saturate");
  add(&DesignText::form, "operation");
  add(&DesignText::multiplier, "wallace");
  add(&DesignText::adder, "sklansky");
  add(&DesignText::cuts, "multiply");
  EXPECT_EQ(KeyOf(Text()), KeyOf(Text()));
}

// A user may change what a name means.
TEST(DesignKey, ChangesWithTheFieldsOfAFormatOfTheSameName) {
  Design design = ParseDesign(Text(), Catalogue());
  const std::string before = DesignIdentity(design);
  design.a.bias += 1;
  EXPECT_NE(DesignIdentity(design), before);
}

TEST(DesignKey, ChangesWithTheExtentOfTheChecks) {
  const Design design = ParseDesign(Text(), Catalogue());
  CheckExtent more;
  more.rtl_cases += 1;
  CheckExtent other_seed;
  other_seed.seed = 2;
  EXPECT_NE(DesignKey(design, more), DesignKey(design, CheckExtent{}));
  EXPECT_NE(DesignKey(design, other_seed), DesignKey(design, CheckExtent{}));
}

TEST(PointKey, ChangesWithTheTechnologyAndItsLibrary) {
  const TemporaryFolder folder;
  const Design design = ParseDesign(Text(), Catalogue());
  std::set<std::string> keys;
  const auto add = [&](const Technology& technology) {
    EXPECT_TRUE(keys.insert(PointKey(design, CheckExtent{}, technology)).second);
  };
  Technology technology;
  technology.name = std::string("first");
  technology.model = std::string("gates");
  add(technology);
  technology.name = std::string("second");
  add(technology);
  technology.model = std::string("synthesis");
  const auto liberty = [&](const char* name, const char* content) {
    WriteFile(folder.path() / name, content);
    return (folder.path() / name).string();
  };
  technology.liberty = {liberty("a.lib", "library(a) {}")};
  add(technology);
  technology.liberty = {liberty("b.lib", "library(b) {}")};
  add(technology);
  technology.dont_use = {"XOR*"};
  add(technology);
  technology.nand2_area_um2 = 2.5;
  add(technology);
}

}  // namespace
}  // namespace macroscope
