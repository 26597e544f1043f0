// Liberty files as one library: what is merged, what is refused, what stays apart.
#include "sim/netlist/cell_library.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/cell_arcs.h"
#include "sim/netlist/gate_program.h"
#include "sim/netlist/mapping.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// The two files call their tables' shape alike, but the first has slews first and the second loads.
constexpr const char* kGates = R"lib(library (gates) {
  time_unit : "1ps"; capacitive_load_unit (1, ff); nom_voltage : 1;
  lu_table_template (shape) {
    variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
    index_1 ("0, 10"); index_2 ("0, 1");
  }
  cell (NAND2) {
    area : 2;
    pin (A) { direction : input; capacitance : 1; } pin (B) { direction : input; capacitance : 1; }
    pin (Y) {
      direction : output; function : "!(A B)";
      timing () { related_pin : "A"; cell_rise (shape) { values ("1, 2", "3, 4"); } }
    }
  }
} /* a comment with a brace } after the end */
)lib";

constexpr const char* kInverters = R"lib(library (inverters) {
  time_unit : "0.001ns"; capacitive_load_unit (0.001, pf); nom_voltage : 1.0;
  slew_lower_threshold_pct_rise : 20.0;
  lu_table_template (shape) {
    variable_1 : total_output_net_capacitance; variable_2 : input_net_transition;
    index_1 ("0, 1"); index_2 ("0, 10");
  }
  lu_table_template (line) { variable_1 : input_net_transition; index_1 ("0, 10"); }
  cell (INV) {
    area : 1;
    pin (A) { direction : input; capacitance : 1; }
    pin (Y) {
      direction : output; function : "!A";
      timing () {
        related_pin : "A"; cell_rise (shape) { values ("1, 3", "2, 4"); }
        cell_fall (line) { values ("5, 6"); }
      }
    }
  }
}
)lib";

class CellLibraryTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) const {
    WriteFile(folder_.path() / name, text);
    return (folder_.path() / name).string();
  }
  CellLibrary Open(const std::vector<std::string>& files,
                   const std::vector<std::string>& dont_use = {}) {
    return OpenCellLibrary(files, dont_use, cache_);
  }
  // The message with which files are refused, without the folder.
  std::string Refusal(const std::vector<std::string>& files) {
    try {
      Open(files);
    } catch (const BuildError& error) {
      std::string message = error.what();
      const std::string prefix = folder_.path().string() + "/";
      for (auto at = message.find(prefix); at != std::string::npos; at = message.find(prefix)) {
        message.erase(at, prefix.size());
      }
      return message;
    }
    return "accepted";
  }

  TemporaryFolder folder_;
  Cache cache_{folder_.path() / "cache"};
};

double RiseAt(const CellLibrary& library, const char* cell, double slew_ps, double load_ff) {
  const CellArcs arcs = ReadCellArcs(*library.library, *library.library->Find(cell));
  return arcs.timing.at(0).cell_rise->At(slew_ps, load_ff);
}

TEST_F(CellLibraryTest, TwoFilesAreOneLibrary) {
  const std::vector<std::string> files = {Write("gates.lib", kGates),
                                          Write("inverters.lib", kInverters)};
  const CellLibrary both = Open(files);
  EXPECT_EQ(both.library->cells().size(), 2u);
  EXPECT_EQ(both.source_file, "gates.lib, inverters.lib");
  // Each table means what it meant in its own file.
  const CellLibrary gates = Open({files[0]});
  const CellLibrary inverters = Open({files[1]});
  int looked_up = 0;
  for (const double slew : {0.0, 5.0, 10.0}) {
    for (const double load : {0.0, 0.25, 1.0}) {
      EXPECT_DOUBLE_EQ(RiseAt(both, "NAND2", slew, load), RiseAt(gates, "NAND2", slew, load));
      EXPECT_DOUBLE_EQ(RiseAt(both, "INV", slew, load), RiseAt(inverters, "INV", slew, load));
      ++looked_up;
    }
  }
  EXPECT_EQ(looked_up, 9);
  EXPECT_DOUBLE_EQ(RiseAt(both, "INV", 10, 0), 3);
  EXPECT_DOUBLE_EQ(RiseAt(both, "NAND2", 10, 0), 3);
  EXPECT_EQ(Open({files[1], files[0]}).library->cells().size(), 2u);
}

TEST_F(CellLibraryTest, TheHashIsThatOfAllFilesInTheirOrder) {
  const std::string gates = Write("gates.lib", kGates);
  const std::string inverters = Write("inverters.lib", kInverters);
  const std::string hash = Open({gates, inverters}).source_hash;
  EXPECT_EQ(hash.size(), 40u);
  EXPECT_EQ(Open({gates}).source_hash, HashFile(gates));
  EXPECT_NE(Open({inverters, gates}).source_hash, hash);
  const std::string changed = Write("inverters.lib", std::string(kInverters) + "/* x */\n");
  EXPECT_NE(Open({gates, changed}).source_hash, hash);
}

TEST_F(CellLibraryTest, CellsAreLeftOutOfEveryFile) {
  const std::vector<std::string> files = {Write("gates.lib", kGates),
                                          Write("inverters.lib", kInverters)};
  EXPECT_EQ(Open(files, {"INV"}).library->Find("INV"), nullptr);
  EXPECT_NE(Open(files, {"INV"}).library->Find("NAND2"), nullptr);
  EXPECT_EQ(Open(files, {"NAND?"}).library->Find("NAND2"), nullptr);
  EXPECT_THROW(Open(files, {"*"}), BuildError);
}

TEST_F(CellLibraryTest, CompressedFilesAreMergedToo) {
  const std::string gates = Write("gates.lib", kGates);
  const std::string packed = (folder_.path() / "inverters.lib.gz").string();
  gzFile file = gzopen(packed.c_str(), "wb");
  gzputs(file, kInverters);
  gzclose(file);
  EXPECT_EQ(Open({gates, packed}).library->cells().size(), 2u);
  const std::string data = ReadFile(packed);
  Write("half.lib.gz", data.substr(0, data.size() / 2));
  EXPECT_TRUE(
      Refusal({gates, (folder_.path() / "half.lib.gz").string()}).starts_with("half.lib.gz"));
}

TEST_F(CellLibraryTest, WhatDoesNotBelongTogetherIsRefused) {
  const std::string gates = Write("gates.lib", kGates);
  const auto refusal = [&](const std::string& from, const std::string& to) {
    std::string text = kInverters;
    text.replace(text.find(from), from.size(), to);
    return Refusal({gates, Write("b.lib", text)});
  };
  EXPECT_EQ(refusal("0.001ns", "1ns"),
            "gates.lib and b.lib: time_unit is 1 ps in the one and 1000 ps in the other; files of "
            "one library must agree");
  EXPECT_NE(refusal("(0.001, pf)", "(1, pf)").find("capacitive_load_unit is 1 fF in the one and "),
            std::string::npos);
  EXPECT_NE(refusal("nom_voltage : 1.0", "nom_voltage : 1.2").find("nom_voltage is 1 V in the one"),
            std::string::npos);
  EXPECT_NE(refusal("pct_rise : 20.0", "pct_rise : 30.0")
                .find("slew_lower_threshold_pct_rise is 20 in the one and 30 in the other"),
            std::string::npos);
  EXPECT_EQ(refusal("cell (INV)", "cell (NAND2)"),
            "b.lib:9: cell `NAND2` is there twice; gates.lib has it already");
  EXPECT_EQ(refusal("library (inverters)", "library (inverters"),
            "b.lib:1: a list of values never ends; `)` is missing");
  EXPECT_EQ(Refusal({}), "no Liberty file is named; a library has one at least");
  EXPECT_TRUE(Refusal({gates, "/absent/cells.lib"}).starts_with("/absent/cells.lib: there is no "));
}

// Debian's library cut into two files between its cells gives the same netlist as the one file.
TEST_F(CellLibraryTest, AMergedLibraryMapsLikeTheOneItWasCutFrom) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  const Library whole{kOsu018};
  const std::string_view text = whole.file().text();
  const char* first_cell = nullptr;
  const char* cut = whole.Find("MUX2X1")->group->text.data();
  for (const LibertyGroup& group : whole.file().library().groups) {
    if (first_cell == nullptr && group.type == "cell") first_cell = group.text.data();
  }
  const std::string header(text.data(), first_cell);
  const CellLibrary merged =
      Open({Write("a.lib", std::string(text.data(), cut) + "}\n"),
            Write("b.lib", header + std::string(cut, text.data() + text.size()))});
  EXPECT_EQ(merged.library->cells().size(), whole.cells().size());
  const auto unit = UnitOf("unit=int_mac operands=int3 accumulator=fixed+1 form=mac");
  const Mapping from_one = MapDesign(Flattened(*unit), Osu018(), cache_);
  const Mapping from_two = MapDesign(Flattened(*unit), merged, cache_);
  EXPECT_NE(from_one.folder, from_two.folder);
  EXPECT_EQ(ReadFile(from_one.folder / "netlist.v"), ReadFile(from_two.folder / "netlist.v"));
}

}  // namespace
}  // namespace macroscope
