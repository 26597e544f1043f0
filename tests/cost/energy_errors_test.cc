// Energies that cannot be told: one clear error each.
#include <gtest/gtest.h>

#include <iostream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/cost/energy_of_workload.h"
#include "sim/cost/mapped_unit.h"
#include "tests/cost/small_netlist.h"
#include "tests/netlist/designs.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

template <typename Call>
void ExpectError(Call call, std::initializer_list<const char*> words) {
  try {
    call();
  } catch (const BuildError& error) {
    const std::string message = error.what();
    for (const char* word : words) {
      EXPECT_NE(message.find(word), std::string::npos) << "'" << word << "' in: " << message;
    }
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    std::cout << message << "\n";
    return;
  }
  ADD_FAILURE() << "nothing thrown";
}

// The text without every group that begins so.
std::string WithoutGroups(std::string text, const std::string& group, int& removed) {
  for (std::size_t from; (from = text.find(group)) != std::string::npos; ++removed) {
    std::size_t to = text.find('{', from);
    for (int depth = 1; depth > 0;) {
      ++to;
      depth += text[to] == '{' ? 1 : text[to] == '}' ? -1 : 0;
    }
    text.erase(from, to + 1 - from);
  }
  return text;
}

class EnergyErrors : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
    workload_.length = 100;
  }
  // A library of this text as a technology.
  Technology TechnologyOf(const std::string& text) const {
    const auto path = folder_.path() / "changed.lib";
    WriteFile(path, text);
    Technology technology = Osu018Technology();
    technology.liberty = {path.string()};
    technology.file = "mine.yaml";
    return technology;
  }

  const TemporaryFolder folder_;
  const std::unique_ptr<Unit> unit_ =
      UnitOf("unit=int_mac operands=int4 accumulator=fixed+4 form=mac");
  Workload workload_;
};

TEST_F(EnergyErrors, ALibraryWithoutPowerTables) {
  int removed = 0;
  const Technology technology =
      TechnologyOf(WithoutGroups(ReadFile(kOsu018), "internal_power()", removed));
  EXPECT_GT(removed, 50);
  // Its areas and delays can be told all the same.
  EXPECT_GT(*MakeCostModel(technology)->Estimate(*unit_).delay_ps, 0);
  ExpectError([&] { MakeCostModel(technology, workload_)->Estimate(*unit_); },
              {"changed.lib:", "/Y: no internal_power", "energies need a library"});
}

TEST_F(EnergyErrors, ALibraryWithoutAVoltage) {
  std::string text = ReadFile(kOsu018);
  text.erase(text.find("nom_voltage"),
             text.find(';', text.find("nom_voltage")) + 1 - text.find("nom_voltage"));
  int removed = 0;
  Technology technology = TechnologyOf(WithoutGroups(text, "operating_conditions (", removed));
  EXPECT_EQ(removed, 1);
  ExpectError([&] { MakeCostModel(technology, workload_)->Estimate(*unit_); },
              {"mine.yaml: supply_v: ", "states no voltage; give supply_v, in V"});
  // As it asks for.
  technology.supply_v = 1.8;
  EXPECT_GT(*MakeCostModel(technology, workload_)->Estimate(*unit_).energy_fj, 0);
}

TEST_F(EnergyErrors, AWorkloadWithoutOperations) {
  workload_.length = 0;
  ExpectError([&] { MakeCostModel(Osu018Technology(), workload_)->Estimate(*unit_); },
              {"workload", "length"});
}

TEST_F(EnergyErrors, ACellThatTheLibraryLacks) {
  const MappedUnit mapped = MapUnit(*unit_, Osu018Technology(), Osu018());
  WriteFile(folder_.path() / "netlist.json", R"({"modules": {"top": {
    "ports": {"a_i": {"direction": "input", "bits": [2]}, "y_o": {"direction": "output", "bits": [3]}},
    "cells": {"g1": {"type": "NAND9X9", "port_directions": {"A": "input", "Y": "output"},
                     "connections": {"A": [2], "Y": [3]}}}}}})");
  ExpectError([&] { ReadYosysJson(folder_.path() / "netlist.json", "top", mapped.staged.library); },
              {"g1", "NAND9X9", "osu018"});
}

TEST_F(EnergyErrors, AClockThatIsGatedOrNotTheClock) {
  const auto library = std::make_shared<Library>(kOsu018);
  NetlistBuilder gated(library);
  gated.Input("clk_i", 2).Input("enable_i", 3).Input("d_i", 4);
  gated.Cell("AND2X1", "", {{"A", 2}, {"B", 3}, {"Y", 5}})
      .Cell("DFFPOSX1", "", {{"CLK", 5}, {"D", 4}, {"Q", 6}});
  ExpectError([&] { MakeGateGraph(gated.netlist); },
              {"instance g1 (DFFPOSX1) is not clocked by the rising edge of clk_i"});
  NetlistBuilder other(library);
  other.Input("clk_i", 2).Input("fast_i", 3).Input("d_i", 4);
  other.Cell("DFFPOSX1", "", {{"CLK", 3}, {"D", 4}, {"Q", 6}});
  ExpectError([&] { MakeGateGraph(other.netlist); },
              {"instance g0 (DFFPOSX1) is not clocked by the rising edge of clk_i"});
  NetlistBuilder as_data(library);
  as_data.Input("clk_i", 2).Cell("INVX1", "", {{"A", 2}, {"Y", 3}}).Output("z_o", 3);
  ExpectError([&] { MakeGateGraph(as_data.netlist); },
              {"gate g0 (INVX1) is driven by the clock", "flip-flops only"});
}

}  // namespace
}  // namespace macroscope
