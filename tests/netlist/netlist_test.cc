#include "sim/netlist/netlist.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/gate_simulator.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

constexpr const char* kLibrary = R"lib(library (l) {
  cell (NAND2) { area : 2;
    pin (A, B) { direction : input; } pin (Y) { direction : output; function : "!(A B)"; } }
  cell (BUF) { area : 1;
    pin (A) { direction : input; } pin (Y) { direction : output; function : "A"; } }
  cell (INV) { area : 1;
    pin (A) { direction : input; } pin (Y) { direction : output; function : "A'"; } }
  cell (FF) { area : 8;
    ff (IQ, IQN) { next_state : "D"; clocked_on : "CK"; clear : "!R"; preset : "!S"; }
    pin (D, CK, R, S) { direction : input; }
    pin (Q) { direction : output; function : "IQ"; }
    pin (QN) { direction : output; function : "IQN"; } }
  cell (LATCH) { area : 5;
    latch (IQ, IQN) { data_in : "D"; enable : "G"; }
    pin (D, G) { direction : input; } pin (Q) { direction : output; function : "IQ"; } }
}
)lib";

class NetlistText : public testing::Test {
 protected:
  void SetUp() override {
    WriteFile(folder_.path() / "l.lib", kLibrary);
    library_ = std::make_shared<Library>(folder_.path() / "l.lib");
  }
  Netlist Read(const std::string& ports, const std::string& cells, const std::string& more = "") {
    WriteFile(folder_.path() / "n.json",
              fmt::format(R"({{"modules": {{"top": {{"ports": {{{}}}, "cells": {{{}}}}}{}}}}})",
                          ports, cells, more));
    return ReadYosysJson(folder_.path() / "n.json", "top", library_);
  }
  std::string Refusal(const std::string& ports, const std::string& cells) {
    try {
      const Netlist netlist = Read(ports, cells);
      const GateSimulator simulator(netlist);
    } catch (const BuildError& error) {
      return error.what();
    }
    return "accepted";
  }
  TemporaryFolder folder_;
  std::shared_ptr<const Library> library_;
};

std::string In(const std::string& name, const std::string& bits) {
  return fmt::format(R"("{}": {{"direction": "input", "bits": [{}]}})", name, bits);
}
std::string Out(const std::string& name, const std::string& bits) {
  return fmt::format(R"("{}": {{"direction": "output", "bits": [{}]}})", name, bits);
}
std::string Cell(const std::string& name, const std::string& type, const std::string& pins) {
  return fmt::format(R"("{}": {{"type": "{}", "connections": {{{}}}}})", name, type, pins);
}

// A child that passes one input through, inverts another, and ties an output to 1.
TEST_F(NetlistText, ResolvesHierarchyFeedthroughsAndConstants) {
  const std::string child = fmt::format(
      R"(, "child": {{"ports": {{{},{},{},{},{}}}, "cells": {{{}}}}})", In("p", "7"), In("q", "8"),
      Out("x", "7"), Out("y", "9"), Out("one", "\"1\""), Cell("g", "INV", R"("A": [8], "Y": [9])"));
  const Netlist netlist = Read(
      In("a", "2, 3") + "," + Out("z", "4, 5, 6"),
      Cell("u_child", "child", R"("p": [2], "q": [3], "x": [4], "y": [5], "one": [6])"), child);
  ASSERT_EQ(netlist.instances.size(), 1u);
  EXPECT_EQ(netlist.instances[0].FullName(), "u_child.g");
  EXPECT_EQ(netlist.FindPort("z")->nets[0], netlist.FindPort("a")->nets[0]);
  EXPECT_EQ(netlist.FindPort("z")->nets[2], kNetOne);
  EXPECT_EQ(netlist.AreaUm2(), 1);
  GateSimulator simulator(netlist);
  const std::uint64_t a[] = {0b00, 0b01, 0b10, 0b11};
  std::uint64_t z[4];
  simulator.Drive(*netlist.FindPort("a"), a);
  simulator.Settle();
  simulator.Sense(*netlist.FindPort("z"), z);
  EXPECT_EQ(z[0], 0b110u);
  EXPECT_EQ(z[1], 0b111u);
  EXPECT_EQ(z[2], 0b100u);
  EXPECT_EQ(z[3], 0b101u);
}

// A divider by two with reset: every phase of it, and both outputs.
TEST_F(NetlistText, ClocksFlipFlopsAndResetsThemAtOnce) {
  const Netlist netlist = Read(
      In("clk_i", "2") + "," + In("rst_ni", "3") + "," + Out("q", "4, 5"),
      Cell("b", "BUF", R"("A": [2], "Y": [6])") + "," +
          Cell("f", "FF", R"("D": [5], "CK": [6], "R": [3], "S": ["1"], "Q": [4], "QN": [5])"));
  GateSimulator simulator(netlist);
  const auto q = [&] {
    simulator.Settle();
    std::uint64_t value[1];
    simulator.Sense(*netlist.FindPort("q"), value);
    return value[0];
  };
  simulator.RandomizeStates(1);
  simulator.DriveAll(*netlist.FindPort("rst_ni"), false);
  EXPECT_EQ(q(), 0b10u);
  simulator.Clock();
  EXPECT_EQ(q(), 0b10u);
  simulator.DriveAll(*netlist.FindPort("rst_ni"), true);
  EXPECT_EQ(q(), 0b10u);
  simulator.Clock();
  EXPECT_EQ(q(), 0b01u);
  simulator.Clock();
  EXPECT_EQ(q(), 0b10u);
}

TEST_F(NetlistText, StreamsOfManyLimbsKeepTheirPlaces) {
  std::string in_bits, out_bits, cells;
  for (int bit = 0; bit < 100; ++bit) {
    const char* separator = bit == 0 ? "" : ",";
    in_bits += fmt::format("{}{}", separator, 2 + bit);
    out_bits += fmt::format("{}{}", separator, 102 + bit);
    cells += separator;
    cells += Cell(fmt::format("g{}", bit), "INV",
                  fmt::format(R"("A": [{}], "Y": [{}])", 2 + bit, 102 + (bit + 1) % 100));
  }
  const Netlist netlist = Read(In("a", in_bits) + "," + Out("z", out_bits), cells);
  GateSimulator simulator(netlist);
  std::vector<std::uint64_t> a(2 * 200), z(2 * 200);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = 0x9e3779b97f4a7c15u * (i + 1);
  simulator.Drive(*netlist.FindPort("a"), a);
  simulator.Settle();
  simulator.Sense(*netlist.FindPort("z"), z);
  for (std::size_t i = 0; i < 200; ++i) {
    for (int bit = 0; bit < 100; ++bit) {
      const int to = (bit + 1) % 100;
      ASSERT_NE(a[2 * i + bit / 64] >> (bit % 64) & 1, z[2 * i + to / 64] >> (to % 64) & 1)
          << "stream " << i << ", bit " << bit;
    }
  }
}

TEST_F(NetlistText, RefusesWhatItCannotShow) {
  const std::string ports = In("clk_i", "2") + "," + In("a", "3") + "," + Out("z", "4");
  EXPECT_NE(Refusal(ports, Cell("u", "XOR9", R"("A": [3], "Y": [4])"))
                .find("instance u is a XOR9, which library l lacks"),
            std::string::npos);
  EXPECT_NE(Refusal(ports, Cell("u", "INV", R"("A": [3], "Z": [4])"))
                .find("instance u connects pin Z, which cell INV lacks"),
            std::string::npos);
  EXPECT_NE(Refusal(ports, "").find("port z is driven by nothing"), std::string::npos);
  EXPECT_NE(Refusal(ports, Cell("u", "INV", R"("A": [3], "Y": [4])") + "," +
                               Cell("v", "INV", R"("A": [3], "Y": [4])"))
                .find("u/Y and v/Y drive one net"),
            std::string::npos);
  EXPECT_NE(
      Refusal(ports, Cell("u", "NAND2", R"("A": [3], "Y": [4])")).find("u/B is not connected"),
      std::string::npos);
  EXPECT_NE(Refusal(ports, Cell("u", "NAND2", R"("A": [3], "B": [4], "Y": [4])"))
                .find("combinational loop"),
            std::string::npos);
  EXPECT_NE(
      Refusal(ports, Cell("u", "LATCH", R"("D": [3], "G": [2], "Q": [4])")).find("is a latch"),
      std::string::npos);
  EXPECT_NE(Refusal(ports,
                    Cell("i", "INV", R"("A": [2], "Y": [5])") + "," +
                        Cell("u", "FF", R"("D": [3], "CK": [5], "R": ["1"], "S": ["1"], "Q": [4])"))
                .find("is not clocked by the rising edge of clk_i"),
            std::string::npos);
  WriteFile(folder_.path() / "n.json", "{\"modules\": {\"top\"");
  EXPECT_THROW(ReadYosysJson(folder_.path() / "n.json", "top", library_), BuildError);
  EXPECT_THROW(ReadYosysJson(folder_.path() / "absent.json", "top", library_), BuildError);
}

}  // namespace
}  // namespace macroscope
