// Faults planted in a copy of the RTL: each is caught, and the report names the stage it is in.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "sim/base/files.h"
#include "sim/base/paths.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/cosim.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/base/temporary_folder.h"
#include "tests/cosim/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

struct Fault {
  std::string name;
  std::string file;  // Below rtl/.
  std::string from, to;
  std::string stage;
  DesignText text;

  friend void PrintTo(const Fault& fault, std::ostream* os) { *os << fault.name; }
};

const TemporaryFolder& Copy() {
  static const TemporaryFolder folder;
  static const bool once = [] {
    fs::copy(fs::path(MACROSCOPE_SOURCE_DIR) / "rtl", folder.path() / "rtl",
             fs::copy_options::recursive);
    setenv("MACROSCOPE_HOME", folder.path().c_str(), 1);
    return true;
  }();
  static_cast<void>(once);
  return folder;
}

void Plant(const Fault& fault) {
  const fs::path file = Copy().path() / "rtl" / fault.file;
  std::string text = ReadFile(file);
  const std::size_t at = text.find(fault.from);
  ASSERT_NE(at, std::string::npos) << fault.file << " has no " << fault.from;
  WriteFile(file, text.replace(at, fault.from.size(), fault.to));
}

void Heal(const Fault& fault) {
  fs::copy_file(fs::path(MACROSCOPE_SOURCE_DIR) / "rtl" / fault.file,
                Copy().path() / "rtl" / fault.file, fs::copy_options::overwrite_existing);
}

std::vector<Fault> Faults() {
  const DesignText signs = Text("int_mac", "smag4,int4", "fixed+2");
  const DesignText magnitudes = Text("int_mac", "smag4", "fixed+2");
  const DesignText kulisch = Text("kulisch_mac", "fp6_e3m2", "fixed+4");
  const DesignText fma = Text("fp_fma", "fp4_e2m1", "fp8_e5m2");
  return {
      {"integer_factor_ones_complement", "common/integer_factor.sv", "? -magnitude", "? ~magnitude",
       "unpack", signs},
      {"integer_multiply_sign", "common/integer_multiply.sv", "negate_o = negate_i",
       "negate_o = !negate_i", "multiply", magnitudes},
      {"fixed_add_extension", "common/fixed_add.sv", "extension_o = term[",
       "extension_o = product_i[", "add", magnitudes},
      {"fixed_accumulate_carry", "common/fixed_accumulate.sv", "HighBits'(carry_i)",
       "HighBits'(1'b0)", "accumulate", signs},
      {"kulisch_mac_hidden_bit", "common/operand_unpack.sv", "hidden      = !field_is_zero",
       "hidden      = 1'b1", "unpack", kulisch},
      {"kulisch_mac_sign", "kulisch_mac/kulisch_mac_multiply.sv", "a_sign_i ^ b_sign_i",
       "a_sign_i | b_sign_i", "multiply", kulisch},
      {"kulisch_mac_shift", "kulisch_mac/kulisch_mac_align.sv", "ShiftedBits'(significand_i) <<",
       "ShiftedBits'(significand_i[SignificandBits-1:1]) <<", "align", kulisch},
      {"fp_fma_exponent_offset", "fp_fma/fp_fma_multiply.sv", "ExponentBits'(ExponentOffset)",
       "ExponentBits'(ExponentOffset + 1)", "multiply", fma},
      {"fp_fma_addend_nan", "fp_fma/fp_fma_align.sv", "nan_i || c_nan ||", "nan_i ||", "align",
       fma},
      {"fp_fma_sticky", "common/shift_right_sticky.sv", "|data_i[Step-1:0]", "data_i[0]", "align",
       fma},
      {"fp_fma_borrow", "fp_fma/fp_fma_add.sv", "greater && !sticky_i", "greater", "add", fma},
      {"fp_fma_exact_cancellation", "fp_fma/fp_fma_add.sv", "cancelled ? zero_sign",
       "cancelled ? sign_i", "add", fma},
      {"fp_fma_subnormal_limit", "fp_fma/fp_fma_normalize.sv",
       "limit   = NormalizedBits'(exponent_i) + NormalizedBits'(1)",
       "limit   = NormalizedBits'(exponent_i) + NormalizedBits'(2)", "normalize", fma},
      {"rounder_ties", "common/round_up.sv", "half && (rest || odd_i)\n", "half\n", "round", fma},
      {"rounder_overflow", "common/rounder.sv", "code_o = {NanSign, Nan};",
       "code_o = {NanSign, MaxFinite};", "round", Text("fp_fma", "fp4_e2m1", "fp8_e4m3")},
  };
}

class PlantedFault : public testing::TestWithParam<Fault> {
 protected:
  void SetUp() override {
    Plant(GetParam());
    ASSERT_EQ(Home(), Copy().path());
  }
  void TearDown() override { Heal(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Rtl, PlantedFault, testing::ValuesIn(Faults()),
                         [](const auto& test) { return test.param.name; });

TEST_P(PlantedFault, BulkComparisonNamesItsStage) {
  const Design design = ParseDesign(GetParam().text, Catalogue());
  const auto unit = MakeUnit(design);
  const auto law = MakeEngine("law", design), rtl = MakeEngine("rtl", design);
  const auto operands = MakeOperandSource(design, unit->c_bits(), /*seed=*/1);
  const CompareReport report = CompareEngines(*unit, *law, *rtl, *operands, 1 << 20);
  EXPECT_FALSE(report.ok);
  EXPECT_NE(report.mismatch.find("first stage that diverged: " + GetParam().stage + ";"),
            std::string::npos)
      << report.mismatch;
  // Operands, both results, and the stage's fields on both sides.
  const std::regex form(
      R"(operation \d+: a [0-9a-f]+, b [0-9a-f]+, c [0-9a-f]+; law: [0-9a-f]+)"
      R"(( flags [0-9a-f]+)?, rtl: [0-9a-f]+( flags [0-9a-f]+)?; first .*; law: .*\w+ [0-9a-f]+; rtl: .*\w+ [0-9a-f]+)");
  EXPECT_TRUE(std::regex_match(report.mismatch, form)) << report.mismatch;
}

TEST_P(PlantedFault, LockstepNamesItsStage) {
  DesignText text = GetParam().text;
  text.cuts = "2";
  const CosimReport report =
      RunCosim(ParseDesign(text, Catalogue()), {.cycles = 50'000, .seed = 1, .trace_file = ""});
  EXPECT_FALSE(report.ok);
  EXPECT_NE(report.mismatch.find("first stage that diverged: " + GetParam().stage + ";"),
            std::string::npos)
      << report.mismatch;
  const std::regex form(
      R"(cycle \d+, seed 1: first .*; systemc: .*; rtl: .*; operands a [0-9a-f]+, )"
      R"(b [0-9a-f]+, c [0-9a-f]+; inputs valid [01], ready [01])");
  EXPECT_TRUE(std::regex_match(report.mismatch, form)) << report.mismatch;
}

// Faults that only a clock brings out.
std::vector<Fault> ClockedFaults() {
  const DesignText operation = Text("int_mac", "int4", "fixed+2", "operation", "multiply");
  const DesignText mac = Text("int_mac", "int4", "fixed+2", "mac", "multiply");
  return {
      {"register_loses_data_in_a_stall", "common/stage_register.sv",
       "if (ready_o) data_o <= data_i", "data_o <= data_i", "add", operation},
      {"register_never_stalls", "common/stage_register.sv", "ready_o = ready_i || !valid_o",
       "ready_o = 1'b1", "", operation},
      {"register_forgets_reset", "common/stage_register.sv", "if (!rst_ni)      valid_o <= 1'b0",
       "if (!rst_ni)      valid_o <= valid_o", "", operation},
      {"idle_beat_clears", "common/loop_entry.sv", "!(valid_i && clear_i)", "!clear_i", "", mac},
      {"clear_is_ignored", "common/loop_entry.sv", "!(valid_i && clear_i)", "1'b1", "add", mac},
      {"idle_beat_adds", "common/loop_entry.sv", "valid_i ? data_i : IdleValue", "data_i", "", mac},
  };
}

class PlantedClockedFault : public PlantedFault {};

INSTANTIATE_TEST_SUITE_P(Rtl, PlantedClockedFault, testing::ValuesIn(ClockedFaults()),
                         [](const auto& test) { return test.param.name; });

TEST_P(PlantedClockedFault, IsSeenByBothClockedComparisons) {
  const Design design = ParseDesign(GetParam().text, Catalogue());
  const CosimOptions options{.cycles = 20'000, .seed = 1, .trace_file = ""};
  const CosimReport clocked = RunClocked(*MakeUnit(design), options);
  EXPECT_FALSE(clocked.ok);
  EXPECT_EQ(clocked.mismatch.find("cycle "), 0u) << clocked.mismatch;
  const CosimReport lockstep = RunCosim(design, options);
  EXPECT_FALSE(lockstep.ok);
  EXPECT_NE(lockstep.mismatch.find(GetParam().stage.empty()
                                       ? "cycle "
                                       : "first stage that diverged: " + GetParam().stage + ";"),
            std::string::npos)
      << lockstep.mismatch;
}

// A model that kills its process is one report that is not ok.
TEST(Crash, IsAReport) {
  const Fault fault{"crash",
                    "int_mac/int_mac.sv",
                    "  // unpack\n",
                    "  always_ff @(posedge clk_i) if (valid_i) $fatal(1, \"planted\");\n",
                    "",
                    Text("int_mac", "int4", "fixed+2", "operation", "1")};
  Plant(fault);
  const CosimReport report =
      RunCosim(ParseDesign(fault.text, Catalogue()), {.cycles = 100, .seed = 1, .trace_file = ""});
  Heal(fault);
  EXPECT_FALSE(report.ok);
  EXPECT_NE(report.mismatch.find("the simulation failed: the process crashed with signal"),
            std::string::npos)
      << report.mismatch;
  EXPECT_NE(report.mismatch.find("planted"), std::string::npos) << report.mismatch;
}

}  // namespace
}  // namespace macroscope
