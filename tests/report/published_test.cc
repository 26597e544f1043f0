#include "sim/report/published.h"

#include <gtest/gtest.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

DesignText Mac(const char* unit, const char* operands, const char* accumulator, const char* cuts) {
  DesignText design;
  design.unit = unit;
  design.operands = operands;
  design.accumulator = accumulator;
  design.form = "mac";
  design.cuts = cuts;
  return design;
}

TEST(Published, KnowsTheFigureOfADesign) {
  const Published published = Published::LoadDefault();
  const auto int8 = published.Find(Mac("int_mac", "int8", "fixed+12", "0"));
  ASSERT_TRUE(int8);
  EXPECT_EQ(int8->gates, 719);
  EXPECT_EQ(int8->ratio, 1);
  // The paper's text: FP8-E4 with a 16-bit accumulator needs 53% more gates, with FP32 183% more;
  // the drawing was read to within 4 gates.
  const auto fp16 = published.Find(Mac("fp_fma", "fp8_e4m3fnuz", "fp16", "multiply+add"));
  ASSERT_TRUE(fp16);
  EXPECT_NEAR(fp16->ratio, 1.53, 0.02);
  const auto fp32 = published.Find(Mac("fp_fma", "fp8_e4m3fnuz", "fp32", "multiply+add"));
  ASSERT_TRUE(fp32);
  EXPECT_NEAR(fp32->ratio, 2.83, 0.02);
}

TEST(Published, SaysNothingAboutOtherDesigns) {
  const Published published = Published::LoadDefault();
  EXPECT_FALSE(published.Find(Mac("fp_fma", "fp8_e4m3", "fp16", "multiply+add")));
  EXPECT_FALSE(published.Find(Mac("fp_fma", "fp8_e4m3fnuz", "fp16", "0")));
  DesignText operation = Mac("int_mac", "int8", "fixed+12", "0");
  operation.form = "operation";
  EXPECT_FALSE(published.Find(operation));
}

TEST(Published, NeedsNoFileButRefusesABrokenOne) {
  const TemporaryFolder folder;
  const auto design = Mac("int_mac", "int8", "fixed+12", "0");
  EXPECT_FALSE(Published::Load(folder.path() / "absent.yaml").Find(design));
  const auto broken = folder.path() / "broken.yaml";
  WriteFile(broken, "- {cite: x}\n");
  try {
    Published::Load(broken);
    FAIL();
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find("broken.yaml: not a file of published figures"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace macroscope
