#include "sim/sweep/keys.h"

#include <gtest/gtest.h>

#include <set>

#include "models/formats/catalogue.h"
#include "sim/base/files.h"
#include "sim/config/design_keys.h"
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
  int varied = 0;
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
  // Those that this design does not say: each of every key.
  for (const auto& key : DesignKeys()) {
    for (const std::string& value : key.names) {
      DesignText text = Text();
      text.*key.field = value;
      try {
        if (ToText(ParseDesign(text, Catalogue())).*key.field !=
            ToText(ParseDesign(Text(), Catalogue())).*key.field) {
          EXPECT_NE(KeyOf(text), KeyOf(Text())) << key.name << " " << value;
          ++varied;
        }
      } catch (const DesignError&) {
        continue;  // Not every value goes with the others.
      }
    }
  }
  EXPECT_GT(varied, 20);
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
    EXPECT_TRUE(keys.insert(PointKey(design, CheckExtent{}, technology, {})).second);
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
  technology.supply_v = 1.7;
  add(technology);
  technology.clock_period_ps = 5000;
  add(technology);
  technology.recipe = {"speed"};
  add(technology);
  technology.wire.per_net_ff = 1;
  add(technology);
  technology.wire.per_fanout_ff = 1;
  add(technology);
}

TEST(PointKey, ChangesWithEveryFieldOfTheWorkload) {
  const TemporaryFolder folder;
  const Design design = ParseDesign(Text(), Catalogue());
  std::set<std::string> keys;
  const auto add = [&](const std::optional<Workload>& workload) {
    EXPECT_TRUE(keys.insert(PointKey(design, CheckExtent{}, Technology{}, workload)).second);
  };
  add(std::nullopt);
  Workload workload;
  add(workload);
  workload.name = std::string("other");
  add(workload);
  workload.length += 1;
  add(workload);
  workload.seed += 1;
  add(workload);
  workload.dot_length = 16;
  add(workload);
  for (Operand Workload::*member : {&Workload::weights, &Workload::activations}) {
    Operand& operand = workload.*member;
    operand.distribution = std::string("student_t");
    add(workload);
    operand.degrees_of_freedom = 4;
    add(workload);
    operand.sigma = 2;
    add(workload);
    operand.outliers.fraction = 0.01;
    add(workload);
    operand.outliers.scale = 20;
    add(workload);
    operand.sparsity = 0.5;
    add(workload);
    operand.scale.rule = ScaleRule::kPercentile;
    add(workload);
    operand.scale.percentile = 99;
    add(workload);
    operand.scale.value = 2;
    add(workload);
    operand.scale.block = 32;
    add(workload);
    const auto file = folder.path() / (member == &Workload::weights ? "a.npy" : "b.npy");
    WriteFile(file, "one");
    operand.tensor = file.string();
    add(workload);
  }
  EXPECT_EQ(keys.size(), 6u + 2 * 11);
}

// A file of the same name may hold other values tomorrow; where it stands does not matter.
TEST(PointKey, ChangesWithTheContentOfATensor) {
  const TemporaryFolder folder;
  const Design design = ParseDesign(Text(), Catalogue());
  const auto key_of = [&](const char* place, const char* content) {
    std::filesystem::create_directories(folder.path() / place);
    const auto file = folder.path() / place / "w.npy";
    WriteFile(file, content);
    Workload workload;
    workload.weights.tensor = file.string();
    return PointKey(design, CheckExtent{}, Technology{}, workload);
  };
  const std::string first = key_of("a", "one");
  EXPECT_NE(first, key_of("b", "two"));
  EXPECT_EQ(first, key_of("c", "one"));
}

}  // namespace
}  // namespace macroscope
