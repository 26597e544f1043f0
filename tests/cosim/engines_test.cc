// All engines of a design give the same bits.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/cosim/designs.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::uint64_t kMostCases = std::uint64_t{1} << 20;

class EveryEngine : public testing::TestWithParam<TestDesign> {
 protected:
  void ExpectAgreement(const char* expected_name, const char* actual_name, std::uint64_t limit) {
    const Design design = GetParam().design();
    const auto unit = MakeUnit(design);
    const auto expected = MakeEngine(expected_name, design, Osu018Technology());
    const auto actual = MakeEngine(actual_name, design, Osu018Technology());
    EXPECT_EQ(actual->name(), actual_name);
    const auto operands = MakeOperandSource(design, unit->c_bits(), kSeed, /*repeats=*/4);
    const CompareReport report = CompareEngines(*unit, *expected, *actual, *operands, limit);
    EXPECT_TRUE(report.ok) << report.mismatch;
    EXPECT_GT(report.cases, 0u);
    std::cout << expected_name << " = " << actual_name << ": " << report.cases << " operations, "
              << report.extent << "\n";
  }
};

INSTANTIATE_TEST_SUITE_P(Designs, EveryEngine, testing::ValuesIn(BulkDesigns()),
                         [](const auto& test) { return test.param.name; });

TEST_P(EveryEngine, LawIsTheReference) { ExpectAgreement("reference", "law", kMostCases); }
TEST_P(EveryEngine, BatchIsTheLaw) { ExpectAgreement("law", "batch", kMostCases); }
TEST_P(EveryEngine, RtlIsTheLaw) { ExpectAgreement("law", "rtl", kMostCases); }
TEST_P(EveryEngine, SystemcIsTheLaw) { ExpectAgreement("law", "systemc", 40'000); }
TEST_P(EveryEngine, NetlistIsTheLaw) {
  if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is not installed";
  ExpectAgreement("law", "netlist", kMostCases / 4);
}

TEST(MakeEngine, NamesTheEnginesThatExist) {
  try {
    MakeEngine("verilog", BulkDesigns()[0].design());
    FAIL() << "no error";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(),
                 "there is no engine verilog; there are: reference batch law systemc rtl "
                 "netlist");
  }
  EXPECT_THROW(MakeEngine("netlist", BulkDesigns()[0].design()), std::invalid_argument);
}

// The engines of a mac design compute its operation form.
TEST(MakeEngine, TakesAMacDesign) {
  const Design design = ParseDesign(Text("int_mac", "int4", "fixed+2", "mac", "2"), Catalogue());
  const auto unit = MakeUnit(design);
  const auto law = MakeEngine("law", design), rtl = MakeEngine("rtl", design);
  const auto operands = MakeOperandSource(design, unit->c_bits(), kSeed);
  const CompareReport report = CompareEngines(*unit, *law, *rtl, *operands, kMostCases);
  EXPECT_TRUE(report.ok) << report.mismatch;
  EXPECT_EQ(report.cases, std::uint64_t{1} << (4 + 4 + unit->c_bits()));
}

}  // namespace
}  // namespace macroscope
