// Real designs through Yosys and ABC: the gates against the laws, and our simulator against Icarus.
#include "sim/netlist/mapping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <sstream>

#include "sim/base/files.h"
#include "sim/base/process.h"
#include "sim/netlist/gate_simulator.h"
#include "sim/netlist/netlist_check.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

class Mapped : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  }
};

TEST_F(Mapped, EveryTripleOfASmallDesignAgreesWithItsLaw) {
  const auto unit = UnitOf("unit=int_mac operands=int4 accumulator=fixed+2");
  for (const MappingRequest& request : {KeepingStages(*unit), Flattened(*unit)}) {
    const Netlist netlist = MapToNetlist(request, Osu018());
    const NetlistCheck check = CheckNetlist(*unit, netlist, 1u << 24, 1);
    EXPECT_EQ(check.mismatch, std::nullopt);
    EXPECT_EQ(check.extent, "exhaustive");
    EXPECT_EQ(check.cases, 1u << (4 + 4 + unit->c_bits()));
    std::cout << check.cases << " cases, " << netlist.instances.size() << " cells, "
              << netlist.AreaUm2() << " um2\n";
  }
}

TEST_F(Mapped, BothReportedNetlistsAreChecked) {
  const auto unit = UnitOf("unit=int_mac operands=int5 accumulator=fixed+2 form=mac");
  const NetlistCheck check = CheckMappedNetlists(*unit, Osu018(), 256 * 20, 1);
  EXPECT_EQ(check.mismatch, std::nullopt);
  EXPECT_EQ(check.cases, 2u * 256 * 20);
}

struct ClockedDesign {
  const char* name;
  const char* text;

  friend std::ostream& operator<<(std::ostream& os, const ClockedDesign& d) { return os << d.name; }
};

class MappedClocked : public testing::TestWithParam<ClockedDesign> {};

TEST_P(MappedClocked, FollowsTheCycleModelOnAllPorts) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  const auto unit = UnitOf(GetParam().text);
  for (const MappingRequest& request : {KeepingStages(*unit), Flattened(*unit)}) {
    const Netlist netlist = MapToNetlist(request, Osu018());
    const NetlistCheck check = CheckNetlist(*unit, netlist, 256 * 100, 7);
    EXPECT_EQ(check.mismatch, std::nullopt);
    EXPECT_EQ(check.cases, 25600u);
    std::cout << check.extent << ": " << check.cases << " cases, " << netlist.AreaUm2() << " um2\n";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Designs, MappedClocked,
    testing::Values(
        ClockedDesign{"mac", "unit=int_mac operands=int8 accumulator=fixed+12 form=mac"},
        ClockedDesign{"mac_pipelined",
                      "unit=int_mac operands=int8,uint4 accumulator=fixed+3 overflow=saturate "
                      "form=mac cuts=unpack+multiply+add"},
        ClockedDesign{"kulisch",
                      "unit=kulisch_mac operands=fp8_e4m3,int4 accumulator=fixed+5 form=mac "
                      "cuts=multiply+add"},
        ClockedDesign{"fma",
                      "unit=fp_fma operands=fp8_e5m2 accumulator=bf16 form=mac cuts=multiply+add"},
        ClockedDesign{"operation_pipelined",
                      "unit=int_mac operands=int6 accumulator=fixed+4 cuts=multiply+accumulate"}),
    [](const auto& design) { return design.param.name; });

// One gate of a good netlist turned into another: the check must see it.
TEST_F(Mapped, APlantedFaultIsCaught) {
  const auto unit = UnitOf("unit=int_mac operands=int8 accumulator=fixed+12 form=mac");
  const Netlist good = MapToNetlist(Flattened(*unit), Osu018());
  const std::pair<const char*, const char*> faults[] = {
      {"NAND2X1", "NOR2X1"}, {"XOR2X1", "XNOR2X1"}, {"OAI21X1", "AOI21X1"}};
  int planted = 0;
  for (const auto& [from, to] : faults) {
    Netlist bad = good;
    for (NetlistInstance& instance : bad.instances) {
      if (instance.cell->name != from) continue;
      instance.cell = bad.library->Find(to);
      ++planted;
      const NetlistCheck check = CheckNetlist(*unit, bad, 256 * 64, 3);
      EXPECT_TRUE(check.mismatch.has_value()) << instance.FullName();
      std::cout << instance.FullName() << ": " << check.mismatch.value_or("") << "\n";
      break;
    }
  }
  EXPECT_EQ(planted, 3);
}

// Icarus reads Yosys' own Verilog, and ours, with the library's Verilog models; our simulator reads
// the JSON with the library's Liberty functions.
TEST_F(Mapped, SimulatesLikeIcarus) {
  if (!fs::exists(kOsu018Verilog)) GTEST_SKIP() << kOsu018Verilog << " is absent";
  const auto unit = UnitOf("unit=int_mac operands=int5 accumulator=fixed+3 form=mac cuts=multiply");
  const MappingRequest request = KeepingStages(*unit);
  const Mapping mapping = MapDesign(request, Osu018());
  const Netlist netlist = MapToNetlist(request, Osu018());
  const int width = unit->c_bits();

  // Each cycle's inputs, as one line: rst valid ready clear a b.
  constexpr int kCycles = 2000;
  std::mt19937 random(5);
  std::string stimulus, expected;
  GateSimulator simulator(netlist);
  const auto drive = [&](const char* port, std::uint64_t value) {
    simulator.Drive(*netlist.FindPort(port), std::span(&value, 1));
  };
  const auto sense = [&](const char* port) {
    std::uint64_t value = 0;
    simulator.Sense(*netlist.FindPort(port), std::span(&value, 1));
    return value;
  };
  for (int cycle = 0; cycle < kCycles; ++cycle) {
    const std::uint64_t bits = cycle < 2 ? 0 : random() | (random() % 16 != 0 ? 1u << 13 : 0u);
    const std::uint64_t in = bits & 0x3fff;
    for (int bit = 13; bit >= 0; --bit) stimulus += (in >> bit & 1) != 0 ? '1' : '0';
    stimulus += '\n';
    drive("rst_ni", in >> 13 & 1);
    drive("valid_i", in >> 12 & 1);
    drive("ready_i", in >> 11 & 1);
    drive("clear_i", in >> 10 & 1);
    drive("a_i", in >> 5 & 31);
    drive("b_i", in & 31);
    simulator.Settle();
    const bool valid = sense("valid_o") != 0;
    expected += std::to_string(sense("ready_o")) + (valid ? " 1 " : " 0 ") +
                (valid ? std::to_string(sense("z_o")) : "-") + "\n";
    simulator.Clock();
  }

  const TemporaryFolder folder;
  WriteFile(folder.path() / "stimulus.txt", stimulus);
  WriteFile(folder.path() / "ours.v", WriteVerilog(netlist));
  WriteFile(folder.path() / "bench.v",
            "`timescale 1ns/1ps\nmodule bench;\n  reg [13:0] in [0:" + std::to_string(kCycles - 1) +
                "];\n  reg [13:0] now; reg clk; integer i;\n  wire ready, valid; wire [" +
                std::to_string(width - 1) +
                ":0] z;\n  int_mac_mac dut (.clk_i(clk), .rst_ni(now[13]), .valid_i(now[12]), "
                ".ready_i(now[11]), .clear_i(now[10]), .a_i(now[9:5]), .b_i(now[4:0]), "
                ".ready_o(ready), .valid_o(valid), .z_o(z));\n  initial begin\n    "
                "$readmemb(\"stimulus.txt\", in);\n    clk = 0;\n    for (i = 0; i < " +
                std::to_string(kCycles) +
                "; i = i + 1) begin\n      now = in[i]; #50;\n      if (valid) $display(\"%0d 1 "
                "%0d\", ready, z); else $display(\"%0d 0 -\", ready);\n      clk = 1; #50; clk = "
                "0;\n    end\n  end\nendmodule\n");
  for (const fs::path& verilog : {mapping.folder / "netlist.v", folder.path() / "ours.v"}) {
    RunChecked({"iverilog", "-g2005-sv", "-o", "sim", "bench.v", verilog.string(), kOsu018Verilog},
               folder.path());
    EXPECT_EQ(RunChecked({"vvp", "-n", "sim"}, folder.path()), expected) << verilog;
  }
  EXPECT_GT(std::ranges::count(expected, '\n'), kCycles - 1);
}

TEST_F(Mapped, AMappingIsMadeOnceForTheSameSources) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  const auto unit = UnitOf("unit=int_mac operands=int3 accumulator=fixed+1");
  const Mapping first = MapDesign(Flattened(*unit), Osu018(), cache);
  const auto time = fs::last_write_time(first.folder / "netlist.json");
  EXPECT_EQ(MapDesign(Flattened(*unit), Osu018(), cache).folder, first.folder);
  EXPECT_EQ(fs::last_write_time(first.folder / "netlist.json"), time);
  EXPECT_NE(MapDesign(KeepingStages(*unit), Osu018(), cache).folder, first.folder);
  const CellLibrary fewer = OpenCellLibrary({kOsu018}, {"X*OR2X1"}, cache);
  const Mapping without = MapDesign(Flattened(*unit), fewer, cache);
  EXPECT_NE(without.folder, first.folder);
  EXPECT_EQ(ReadFile(without.folder / "netlist.v").find("XOR2X1"), std::string::npos);
  EXPECT_NE(ReadFile(first.folder / "netlist.v").find("OR2X1"), std::string::npos);
  EXPECT_EQ(fewer.source_hash, Osu018().source_hash);
}

}  // namespace
}  // namespace macroscope
