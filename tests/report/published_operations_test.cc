#include "sim/report/published_operations.h"

#include <gtest/gtest.h>

#include "models/formats/catalogue.h"
#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

DesignText Operation(const char* unit, const char* operands, const char* accumulator,
                     const char* flags = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  text.flags = flags;
  return ToText(ParseDesign(text, Catalogue()));
}

TEST(PublishedOperations, KnowTheClassicTable) {
  const PublishedOperations published = PublishedOperations::LoadDefault();
  const auto add = published.Find(Operation("int_add", "int8", "int8"));
  ASSERT_TRUE(add);
  EXPECT_EQ(add->name, "int8 add");
  EXPECT_EQ(add->energy_pj, 0.03);
  EXPECT_EQ(add->energy_ratio, 1);
  // Whatever the flags: the table does not say.
  for (const char* flags : {"on", "off"}) {
    const auto multiply = published.Find(Operation("fp_mul", "fp32", "fp32", flags));
    ASSERT_TRUE(multiply);
    EXPECT_NEAR(multiply->energy_ratio, 3.7 / 0.03, 1e-9);
    EXPECT_NEAR(multiply->area_ratio, 7700.0 / 36, 1e-9);
  }
  EXPECT_FALSE(published.Find(Operation("fp_mul", "bf16", "bf16")));
  EXPECT_FALSE(published.Find(Operation("int_add", "int8", "fixed+0")));
}

TEST(PublishedOperations, NeedNoFileButRefuseABrokenOne) {
  const TemporaryFolder folder;
  const DesignText add = Operation("int_add", "int8", "int8");
  EXPECT_FALSE(PublishedOperations::Load(folder.path() / "absent.yaml").Find(add));
  const auto broken = folder.path() / "broken.yaml";
  WriteFile(broken, "- {cite: x, title: y, rows: [{operation: int8 add}]}\n");
  EXPECT_THROW(PublishedOperations::Load(broken), BuildError);
}

}  // namespace
}  // namespace macroscope
