// What simulation takes out of a Liberty cell: truth tables, next states, and what it refuses.
#include "sim/activity/cell_shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

class CellShapeOfOsu018 : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
    library_ = std::make_unique<Library>(kOsu018);
  }
  CellShape ShapeOf(const char* cell) const { return MakeCellShape(*library_->Find(cell)); }
  std::vector<std::string> Inputs(const CellShape& shape) const {
    std::vector<std::string> names;
    for (const int pin : shape.inputs) names.push_back(shape.cell->pins[pin].name);
    return names;
  }
  std::string ErrorOf(const char* cell) const {
    try {
      ShapeOf(cell);
    } catch (const BuildError& error) {
      return error.what();
    }
    return "nothing thrown";
  }
  std::unique_ptr<Library> library_;
};

using Table = std::vector<std::uint8_t>;

TEST_F(CellShapeOfOsu018, TruthTablesOfGates) {
  const CellShape nand = ShapeOf("NAND2X1");
  EXPECT_FALSE(nand.is_flip_flop);
  EXPECT_EQ(Inputs(nand), (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(nand.outputs.size(), 1u);
  EXPECT_EQ(nand.outputs[0].truth, (Table{1, 1, 1, 0}));
  EXPECT_EQ(ShapeOf("INVX1").outputs[0].truth, (Table{1, 0}));
  EXPECT_EQ(ShapeOf("NOR2X1").outputs[0].truth, (Table{1, 0, 0, 0}));
  EXPECT_EQ(ShapeOf("XOR2X1").outputs[0].truth, (Table{0, 1, 1, 0}));
  // Y = !((A | B) & C), A being bit 0.
  EXPECT_EQ(ShapeOf("OAI21X1").outputs[0].truth, (Table{1, 1, 1, 1, 1, 0, 0, 0}));
}

TEST_F(CellShapeOfOsu018, AFullAdderHasTwoOutputs) {
  const CellShape adder = ShapeOf("FAX1");
  EXPECT_EQ(Inputs(adder), (std::vector<std::string>{"A", "B", "C"}));
  ASSERT_EQ(adder.outputs.size(), 2u);
  for (const CellShape::Output& output : adder.outputs) {
    const bool is_carry = adder.cell->pins[output.pin].name == "YC";
    ASSERT_EQ(output.truth.size(), 8u);
    for (std::uint32_t state = 0; state < 8; ++state) {
      const int ones = std::popcount(state);
      EXPECT_EQ(output.truth[state], is_carry ? ones / 2 : ones % 2) << state;
    }
  }
  // A condition may name an output.
  EXPECT_EQ(adder.Table(LogicExpression("YC !YS")), (Table{0, 0, 0, 1, 0, 1, 1, 0}));
}

TEST_F(CellShapeOfOsu018, AFlipFlopHasOneStateBitMore) {
  const CellShape flip_flop = ShapeOf("DFFPOSX1");
  ASSERT_TRUE(flip_flop.is_flip_flop);
  EXPECT_EQ(Inputs(flip_flop), (std::vector<std::string>{"CLK", "D"}));
  EXPECT_EQ(flip_flop.clock, 0);
  EXPECT_EQ(flip_flop.state_count(), 8u);
  // Bits: CLK, D, what it stores.
  EXPECT_EQ(flip_flop.next, (Table{0, 0, 1, 1, 0, 0, 1, 1}));
  EXPECT_EQ(flip_flop.outputs[0].truth, (Table{0, 0, 0, 0, 1, 1, 1, 1}));
  // Its states as the library calls them, and its output.
  EXPECT_EQ(flip_flop.Table(LogicExpression("DS0000")), (Table{0, 0, 0, 0, 1, 1, 1, 1}));
  EXPECT_EQ(flip_flop.Table(LogicExpression("P0002 CLK")), (Table{0, 1, 0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(flip_flop.Table(LogicExpression("Q D")), (Table{0, 0, 0, 0, 0, 0, 1, 1}));
}

TEST_F(CellShapeOfOsu018, ClearAndPresetAreLevels) {
  const CellShape flip_flop = ShapeOf("DFFSR");
  const std::vector<std::string> inputs = Inputs(flip_flop);
  const auto at = [&](const char* name) {
    return std::ranges::find(inputs, name) - inputs.begin();
  };
  int checked = 0;
  for (std::uint32_t state = 0; state < flip_flop.state_count(); ++state) {
    const bool clears = (state >> at("R") & 1) == 0, presets = (state >> at("S") & 1) == 0;
    const bool d = (state >> at("D") & 1) != 0;
    if (clears && presets) continue;  // Left to the library.
    EXPECT_EQ(flip_flop.next[state] != 0, presets || (d && !clears)) << state;
    ++checked;
  }
  EXPECT_EQ(checked, 24);
}

TEST_F(CellShapeOfOsu018, RefusesWhatItCannotSimulate) {
  EXPECT_NE(ErrorOf("LATCH").find("cell LATCH is a latch"), std::string::npos) << ErrorOf("LATCH");
  EXPECT_NE(ErrorOf("TBUFX1").find("cell TBUFX1 has output Y without a plain function"),
            std::string::npos)
      << ErrorOf("TBUFX1");
  // The inverted clock of a falling edge.
  EXPECT_NE(ErrorOf("DFFNEGX1").find("is not clocked by the rising edge of a pin"),
            std::string::npos)
      << ErrorOf("DFFNEGX1");
  try {
    ShapeOf("NAND2X1").Table(LogicExpression("A Z"));
    FAIL() << "an unknown name was accepted";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find("expression of `Z`"), std::string::npos)
        << error.what();
  }
}

// Cells as other libraries have them.
class CellShapeOf : public testing::Test {
 protected:
  CellShape Make(const std::string& cell) {
    WriteFile(folder_.path() / "a.lib", "library (a) {\n" + cell + "\n}\n");
    library_ = std::make_unique<Library>(folder_.path() / "a.lib");
    return MakeCellShape(library_->cells().begin()->second);
  }
  const TemporaryFolder folder_;
  std::unique_ptr<Library> library_;
};

constexpr const char* kFlipFlop = R"(cell (F) {
  ff (IQ, IQN) {
    next_state : "D"; clocked_on : "CK"; clear : "R"; preset : "S"; clear_preset_var1 : %;
  }
  pin (CK) { direction : input; } pin (D) { direction : input; }
  pin (R) { direction : input; } pin (S) { direction : input; }
  pin (QN) { direction : output; function : "IQN"; }
})";

TEST_F(CellShapeOf, BothClearAndPresetGiveWhatTheLibrarySays) {
  for (const char value : {'L', 'H'}) {
    std::string cell = kFlipFlop;
    cell[cell.find('%')] = value;
    const CellShape shape = Make(cell);
    ASSERT_EQ(shape.next.size(), 32u);
    for (std::uint32_t state = 0; state < 32; ++state) {  // Bits: CK, D, R, S, what is stored.
      const bool d = (state >> 1 & 1) != 0, clears = (state >> 2 & 1) != 0;
      const bool presets = (state >> 3 & 1) != 0, stored = (state >> 4 & 1) != 0;
      const bool both = value == 'H';
      const bool next = clears && presets ? both : clears ? false : presets ? true : d;
      EXPECT_EQ(shape.next[state] != 0, next) << value << " " << state;
      EXPECT_EQ(shape.outputs[0].truth[state] != 0, !stored);
    }
  }
}

TEST_F(CellShapeOf, ACellWithTooManyInputsIsAnError) {
  std::string pins, sum;
  const auto cell = [&] {
    return "cell (WIDE) { pin (Y) { direction : output; function : \"" + sum + "\"; }" + pins + "}";
  };
  for (int i = 0; i < 12; ++i) {
    pins += "pin (I" + std::to_string(i) + ") { direction : input; }";
    sum += (i == 0 ? "I" : "+I") + std::to_string(i);
  }
  EXPECT_EQ(Make(cell()).outputs[0].truth.size(), 4096u);
  pins += "pin (I12) { direction : input; }";
  try {
    Make(cell());
    FAIL() << "13 inputs were accepted";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find("cell WIDE has 13 inputs"), std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace macroscope
