// Delay and power tables of whole libraries, and figures in them that were read by eye.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/cell_arcs.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

struct Whole {
  const char* file;
  std::size_t cells;
  double supply_v;

  friend std::ostream& operator<<(std::ostream& os, const Whole& library) {
    return os << library.file;
  }
};

class CellArcsOfLibrary : public testing::TestWithParam<Whole> {
 protected:
  void SetUp() override {
    path_ = GetParam().file;
    if (path_.is_relative()) path_ = fs::path(MACROSCOPE_SOURCE_DIR) / "../shared/liberty" / path_;
    if (!fs::exists(path_)) GTEST_SKIP() << path_ << " is absent";
  }
  fs::path path_;
};

TEST_P(CellArcsOfLibrary, AreReadOfEveryCell) {
  const Library library(path_);
  EXPECT_EQ(library.cells().size(), GetParam().cells);
  EXPECT_DOUBLE_EQ(library.nominal_voltage_v(), GetParam().supply_v);
  std::size_t timing = 0, power = 0, leakage = 0, gates = 0;
  for (const auto& entry : library.cells()) {
    const LibertyCell& cell = entry.second;
    const CellArcs arcs = ReadCellArcs(library, cell);
    timing += arcs.timing.size();
    power += arcs.power.size();
    leakage += arcs.leakage.size();
    ASSERT_FALSE(arcs.leakage.empty());
    // A gate has delays and energies from each of its inputs.
    for (std::size_t pin = 0; pin < cell.pins.size() && !cell.sequential; ++pin) {
      if (!cell.pins[pin].function || cell.pins[pin].has_three_state) continue;
      ++gates;
      for (const std::string& input : cell.pins[pin].function->inputs()) {
        const auto is_from = [&](const auto& arc) {
          return arc.pin == static_cast<int>(pin) && cell.pins[arc.related_pin].name == input;
        };
        EXPECT_TRUE(std::ranges::any_of(arcs.timing, is_from)) << cell.name << "/" << input;
      }
    }
  }
  EXPECT_GT(gates, 15u);
  std::cout << library.name() << ": " << library.cells().size() << " cells, " << timing
            << " timing arcs, " << power << " power arcs, " << leakage << " leakage states\n";
  EXPECT_GT(timing, 80u);
  EXPECT_GT(power, 75u);
}

TEST_P(CellArcsOfLibrary, CutInHalfIsOneClearError) {
  const LibertyFile whole(path_);
  const TemporaryFolder folder;
  WriteFile(folder.path() / "half.lib", whole.text().substr(0, whole.text().size() / 2));
  try {
    const Library library(folder.path() / "half.lib");
    FAIL() << "half a library was accepted";
  } catch (const BuildError& error) {
    const std::string message = error.what();
    EXPECT_NE(message.find("half.lib:"), std::string::npos) << message;
    EXPECT_NE(message.find("missing"), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    std::cout << message << "\n";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Libraries, CellArcsOfLibrary,
    testing::Values(Whole{"/usr/share/qflow/tech/osu018/osu018_stdcells.lib", 32, 1.8},
                    Whole{"/usr/share/qflow/tech/osu035/osu035_stdcells.lib", 39, 3.3},
                    Whole{"/usr/share/qflow/tech/osu050/osu05_stdcells.lib", 39, 5},
                    Whole{"asap7_rvt_tt_0p7v_25c.lib.gz", 202, 0.7},
                    Whole{"sky130hd_tt_025c_1v80.lib.gz", 428, 1.8}));

// Figures copied from the files by eye.
TEST(CellArcs, OfADebianGate) {
  const fs::path path = "/usr/share/qflow/tech/osu018/osu018_stdcells.lib";
  if (!fs::exists(path)) GTEST_SKIP() << path << " is absent (package qflow-tech-osu018)";
  const Library library(path);
  const LibertyCell& cell = *library.Find("AND2X1");
  EXPECT_DOUBLE_EQ(cell.FindPin("A")->fall_capacitance_ff, 12.8842);
  const CellArcs arcs = ReadCellArcs(library, cell);
  ASSERT_EQ(arcs.timing.size(), 2u);
  // Load 25 fF, slew 420 ps; halfway to the next load; and beyond the last of both.
  EXPECT_NEAR(arcs.timing[0].cell_rise->At(420, 25), 116.541, 1e-9);
  EXPECT_NEAR(arcs.timing[0].cell_rise->At(420, 50), (116.541 + 202.13) / 2, 1e-9);
  EXPECT_NEAR(arcs.timing[1].fall_transition->At(1800, 150), 294.6 + (294.6 - 292.8), 1e-9);
  ASSERT_EQ(arcs.power.size(), 2u);
  EXPECT_NEAR(arcs.power[1].rise_fj->At(60, 5), 13.537, 1e-9);
  EXPECT_NEAR(arcs.leakage[0].leakage_nw, 0.0746794, 1e-12);
}

TEST(CellArcs, OfAGateWithTwoSupplies) {
  const fs::path path =
      fs::path(MACROSCOPE_SOURCE_DIR) / "../shared/liberty/asap7_rvt_tt_0p7v_25c.lib.gz";
  if (!fs::exists(path)) GTEST_SKIP() << path << " is absent";
  const Library library(path);
  const LibertyCell& cell = *library.Find("AND2x2_ASAP7_75t_R");
  EXPECT_DOUBLE_EQ(cell.FindPin("A")->rise_capacitance_ff, 0.483326);
  const CellArcs arcs = ReadCellArcs(library, cell);
  EXPECT_NEAR(arcs.timing[0].cell_rise->At(20, 5.76), 33.0713, 1e-9);
  // Pin B while A and Y are 0, from the slowest edge: what one supply gives, the other takes.
  const PowerArc& input = arcs.power.back();
  EXPECT_EQ(cell.pins[input.pin].name, "B");
  EXPECT_EQ(input.when->inputs(), (std::vector<std::string>{"A", "Y"}));
  EXPECT_NEAR(input.rise_fj->At(320, 0), -0.04932 + 0.0170553, 1e-9);
  // Half a leakage state is of VSS, and 0.
  EXPECT_NEAR(arcs.leakage[0].leakage_nw, 0.173001, 1e-12);
  EXPECT_NEAR(arcs.leakage.back().leakage_nw, 0.149786, 1e-12);
}

}  // namespace
}  // namespace macroscope
