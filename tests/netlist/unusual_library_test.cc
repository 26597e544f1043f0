// Libraries that lack what a design needs, and flip-flops of an unusual kind.
#include <gtest/gtest.h>

#include <iostream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/flip_flop_text.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_check.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

class UnusualLibrary : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) {
      GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
    }
  }
};

TEST_F(UnusualLibrary, WhatALibraryLacksIsOneClearError) {
  EXPECT_THROW(OpenCellLibrary({"/absent/cells.lib"}, {}), BuildError);
  const TemporaryFolder folder;
  Cache cache(folder.path());
  const auto refusal = [&](const char* form, const std::vector<std::string>& without) {
    const auto unit = UnitOf(std::string("unit=int_mac operands=int3 accumulator=fixed+1 ") + form);
    try {
      MapToNetlist(Flattened(*unit), OpenCellLibrary({kOsu018}, without, cache), cache);
    } catch (const BuildError& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  for (const std::vector<std::string>& without : {std::vector<std::string>{"DFF*"}, {"DFFSR"}}) {
    const std::string message = refusal("form=mac", without);
    EXPECT_NE(message.find("cells.lib: no flip-flop fits the registers of int_mac_mac; the library "
                           "must have one of the clock's rising edge and one with an asynchronous "
                           "reset"),
              std::string::npos)
        << message;
  }
  EXPECT_EQ(refusal("form=operation", {"DFF*"}), "accepted");
  for (const char* all_but : {"[!D]*", "[!DI]*", "[!DN]*"}) {
    const std::string message = refusal("form=mac", {all_but});
    EXPECT_NE(message.find("cells.lib: ABC maps nothing to it; the library must have an inverter "
                           "and a 2-input gate"),
              std::string::npos)
        << all_but << ": " << message;
  }
  // What gate equivalents need.
  try {
    OpenCellLibrary({kOsu018}, {"NAND2*"}, cache).library->Nand2AreaUm2();
    FAIL() << "a NAND without a NAND";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what())
                  .find("no cell is a 2-input NAND with an area; give "
                        "nand2_area_um2 in the technology file"),
              std::string::npos)
        << error.what();
  }
}

// The Debian library's flip-flops turned into cells that store the complement and show it at QN,
// as ASAP7's do: data, reset and set must still arrive.
TEST_F(UnusualLibrary, FlipFlopsThatStoreTheComplementAreResetRightly) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  std::string text = ReadFile(kOsu018);
  const auto replace_in = [&](const char* cell, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(cell);
    const std::size_t at = text.find(from, begin);
    ASSERT_NE(at, std::string::npos) << cell << ": " << from;
    text.replace(at, from.size(), to);
  };
  replace_in("cell (DFFPOSX1)", "next_state : \"D\"", "next_state : \"!D\"");
  replace_in("cell (DFFSR)", "next_state : \"D\"", "next_state : \"!D\"");
  WriteFile(folder.path() / "inverted.lib", text);
  const CellLibrary inverted =
      OpenCellLibrary({(folder.path() / "inverted.lib").string()}, {}, cache);
  EXPECT_NE(FlipFlopText(*inverted.library), "");
  EXPECT_EQ(FlipFlopText(*Osu018().library), "");
  const auto unit = UnitOf("unit=int_mac operands=int4 accumulator=fixed+2 form=mac cuts=multiply");
  const Netlist netlist = MapToNetlist(KeepingStages(*unit), inverted, cache);
  const NetlistCheck check = CheckNetlist(*unit, netlist, 256 * 100, 11);
  EXPECT_EQ(check.mismatch, std::nullopt);
  EXPECT_EQ(check.cases, 25600u);
  int resettable = 0;
  for (const NetlistInstance& instance : netlist.instances) {
    resettable += instance.cell->name == "DFFSR" ? 1 : 0;
  }
  EXPECT_GT(resettable, 0);
  std::cout << check.extent << ", " << resettable << " flip-flops with a reset\n";
}

// A netlist read with a library that lacks one of its cells.
TEST_F(UnusualLibrary, ACellThatTheLibraryLacksIsNamed) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  const auto unit = UnitOf("unit=int_mac operands=int3 accumulator=fixed+1");
  const Mapping mapping = MapDesign(Flattened(*unit), Osu018(), cache);
  const CellLibrary fewer = OpenCellLibrary({kOsu018}, {"NAND2*"}, cache);
  try {
    ReadYosysJson(mapping.folder / "netlist.json", unit->rtl().top, fewer.library);
    FAIL() << "accepted";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find(" is a NAND2X1, which library "), std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace macroscope
