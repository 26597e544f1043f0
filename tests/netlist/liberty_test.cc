#include "sim/netlist/liberty.h"

#include <gtest/gtest.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/refusal.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOsu018 = "/usr/share/qflow/tech/osu018/osu018_stdcells.lib";

constexpr const char* kSmall = R"lib(/* a comment
 over two lines */
library (small) {
  time_unit : "100ps";
  capacitive_load_unit (10, ff);
  leakage_power_unit : 1pW;  // to the end of the line
  define(nothing, library, string);
  operating_conditions (typical) { process : 1; }
  cell (NAND2) {
    area : 2.5
    cell_leakage_power : 40;
    pin (A, B) { direction : input; capacitance : 0.3; }
    pin(Y) {
      direction : output;
      function : "!(A \
                    B)";
      timing () { cell_rise (table) { values ("1, 2", \
        "3, 4"); } }
    }
  }
  cell ("FF") {
    area : 9; dont_use : true;
    ff ("IQ", "IQN") { next_state : "D"; clocked_on : "CK"; clear : "!R"; }
    pin (D) { direction : input; } pin (R) { direction : input; }
    pin (CK) { direction : input; clock : true; }
    pin (Q) { direction : output; function : "IQ"; }
  }
}
)lib";

class LibertyText : public testing::Test {
 protected:
  fs::path Write(std::string_view text) {
    WriteFile(folder_.path() / "test.lib", text);
    return folder_.path() / "test.lib";
  }
  // The message with which a text is refused, without the folder.
  std::string Refusal(std::string_view text) {
    const fs::path path = Write(text);
    return RefusalOf(folder_.path(), [&] { const Library library(path); });
  }
  TemporaryFolder folder_;
};

TEST_F(LibertyText, GivesCellsPinsAndUnits) {
  const Library library(Write(kSmall));
  EXPECT_EQ(library.name(), "small");
  EXPECT_DOUBLE_EQ(library.time_unit_ps(), 100);
  ASSERT_EQ(library.cells().size(), 2u);
  const LibertyCell& nand = *library.Find("NAND2");
  EXPECT_EQ(nand.area_um2, 2.5);
  EXPECT_DOUBLE_EQ(nand.leakage_nw, 0.04);
  ASSERT_EQ(nand.pins.size(), 3u);
  EXPECT_DOUBLE_EQ(nand.FindPin("B")->capacitance_ff, 3);
  const std::uint64_t inputs[] = {0b1010, 0b1100};
  EXPECT_EQ(nand.FindPin("Y")->function->Evaluate(inputs) & 15, 0b0111u);
  EXPECT_EQ(library.Nand2AreaUm2(), 2.5);
  const LibertyCell& flip_flop = *library.Find("FF");
  EXPECT_TRUE(flip_flop.dont_use);
  EXPECT_TRUE(flip_flop.FindPin("CK")->is_clock);
  ASSERT_TRUE(flip_flop.sequential);
  EXPECT_EQ(flip_flop.sequential->state, "IQ");
  EXPECT_TRUE(flip_flop.sequential->clear);
  EXPECT_FALSE(flip_flop.sequential->preset);
  EXPECT_EQ(library.Find("NOR2"), nullptr);
}

TEST_F(LibertyText, KeepsTheTreeForTables) {
  const Library library(Write(kSmall));
  const LibertyGroup& pin = *library.Find("NAND2")->FindPin("Y")->group;
  const LibertyGroup* rise = pin.FindGroup("timing")->FindGroup("cell_rise");
  ASSERT_NE(rise, nullptr);
  ASSERT_EQ(rise->Find("values")->values.size(), 2u);
  EXPECT_EQ(rise->Find("values")->values[1], "3, 4");
  EXPECT_EQ(rise->line, 17);
}

TEST_F(LibertyText, LeavesCellsOutByName) {
  const Library library(Write(kSmall));
  const Library without(Write(WithoutCells(library, {"NAND?"})));
  EXPECT_EQ(without.Find("NAND2"), nullptr);
  EXPECT_NE(without.Find("FF"), nullptr);
}

TEST_F(LibertyText, EveryDefectHasItsLineAndItsRemedy) {
  EXPECT_EQ(Refusal(""),
            "test.lib:1: the file is empty; a Liberty file starts with `library (name) {`");
  EXPECT_EQ(Refusal("\n\n/* only */\n"),
            "test.lib:4: the file is empty; a Liberty file starts with `library (name) {`");
  EXPECT_EQ(Refusal("module top ();\nendmodule\n"),
            "test.lib:1: `module` has neither a value nor a body; `name : value;` or `name (...) "
            "{ ... }` is expected");
  EXPECT_EQ(
      Refusal("library (l) {\n}\n"),
      "test.lib:1: library `l` has no cells; groups `cell (name) { ... }` are expected in it");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) {\n area : 1;\n cell (B) {\n }\n}\n"),
            "test.lib:4: cell `B` stands inside `cell (A)` of line 2; a `}` is missing before it");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) {\n area : 1;\n"),
            "test.lib:4: the file ends inside `cell (A)` of line 2; `}` is missing or the file was "
            "cut short");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) { }\n}\n}\n"),
            "test.lib:4: text after the end of the library; one `}` too many stands before it");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) { area : big; }\n}\n"),
            "test.lib:2: area of `A` is `big`; a number is expected");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) { }\n cell (A) { }\n}\n"),
            "test.lib:3: cell `A` is there twice; line 2 has it already");
  EXPECT_EQ(Refusal("library (l) {\n time_unit : \"1 parsec\";\n cell (A) { }\n}\n"),
            "test.lib:2: `1 parsec` is not a unit; a number and a unit such as 1ps is expected");
  EXPECT_EQ(Refusal("library (l) {\n values (1, 2;\n}\n"),
            "test.lib:2: a list of values never ends; `)` is missing");
  EXPECT_EQ(Refusal("library (l) {\n name : \"text;\n cell (A) { }\n}\n"),
            "test.lib:2: a quoted text never ends; `\"` is missing");
  EXPECT_EQ(Refusal("library (l) {\n /* cell (A) { }\n}\n"),
            "test.lib:2: a comment never ends; `*/` is missing");
  EXPECT_EQ(Refusal("library (l) {\n cell (A) {\n  pin (Y) {\n   function : \"(A\";\n } }\n}\n"),
            "test.lib:4: function of `Y`: function \"(A\": `)` is missing at character 3; names, "
            "0, 1, ! ' ^ & * + | and parentheses are known");
}

TEST_F(LibertyText, AFileThatCannotBeReadIsNamed) {
  EXPECT_THROW(Library(folder_.path() / "absent.lib"), BuildError);
  EXPECT_THROW(Library(folder_.path()), BuildError);
}

// Cut at any place, a library is refused with its file and a line; it is never half-read.
TEST_F(LibertyText, NoPrefixIsAccepted) {
  const std::string_view text = kSmall;
  const std::size_t whole = text.rfind('}') + 1;
  int count = 0;
  for (std::size_t size = 0; size < whole; ++size, ++count) {
    const std::string message = Refusal(text.substr(0, size));
    ASSERT_TRUE(message.starts_with("test.lib:")) << size << ": " << message;
  }
  EXPECT_GT(count, 800);
}

TEST_F(LibertyText, ReadsTheDebianLibrary) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  const Library library{kOsu018};
  EXPECT_EQ(library.cells().size(), 32u);
  EXPECT_EQ(library.Find("DFFSR")->area_um2, 176);
  EXPECT_EQ(library.Nand2AreaUm2(), library.Find("NAND2X1")->area_um2);
  // A full adder: its two functions against arithmetic.
  const LibertyCell& adder = *library.Find("FAX1");
  for (const char* output : {"YC", "YS"}) {
    const LogicExpression& function = *adder.FindPin(output)->function;
    const std::uint64_t inputs[] = {0b10101010, 0b11001100, 0b11110000};
    EXPECT_EQ(function.Evaluate(inputs) & 255, output[1] == 'C' ? 0b11101000u : 0b10010110u);
  }
}

TEST_F(LibertyText, RefusesTheDebianLibraryCutInHalf) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  const std::string text = ReadFile(kOsu018);
  EXPECT_NE(Refusal(text.substr(0, text.size() / 2)).find("missing"), std::string::npos);
}

class UsersLibrary : public testing::TestWithParam<const char*> {};

TEST_P(UsersLibrary, IsReadCompressed) {
  const fs::path path = fs::path(MACROSCOPE_SOURCE_DIR) / "../shared/liberty" / GetParam();
  if (!fs::exists(path)) GTEST_SKIP() << path << " is absent";
  const Library library(path);
  EXPECT_GT(library.cells().size(), 200u);
  EXPECT_GT(library.Nand2AreaUm2(), 0);
  // Half the compressed file is an error too.
  const TemporaryFolder folder;
  const std::string data = ReadFile(path);
  WriteFile(folder.path() / "half.lib.gz", data.substr(0, data.size() / 2));
  EXPECT_THROW(Library(folder.path() / "half.lib.gz"), BuildError);
}

INSTANTIATE_TEST_SUITE_P(Shared, UsersLibrary,
                         testing::Values("asap7_rvt_tt_0p7v_25c.lib.gz",
                                         "sky130hd_tt_025c_1v80.lib.gz"));

}  // namespace
}  // namespace macroscope
