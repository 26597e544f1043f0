#include "sim/netlist/cell_arcs.h"

#include <gtest/gtest.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/refusal.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// Loads first or slews first, indices of the table's own or its template's, values over lines,
// several supplies, units that are not 1.
constexpr const char* kLibrary = R"lib(library (odd) {
  time_unit : "10ps"; capacitive_load_unit (2, ff); voltage_unit : "100mV";
  leakage_power_unit : "1uW"; default_cell_leakage_power : 8;
  default_input_pin_cap : 1.5;
  operating_conditions (slow) { voltage : 9; }
  operating_conditions (usual) { voltage : 11; }
  default_operating_conditions : usual;
  slew_derate_from_library : 0.5;
  lu_table_template (both) {
    variable_1 : total_output_net_capacitance; variable_2 : input_net_transition;
    index_1 ("1000, 1001"); index_2 ("1, 2, 3");
  }
  power_lut_template (both) {
    variable_1 : input_transition_time; variable_2 : total_output_net_capacitance;
    index_1 ("1, 2"); index_2 ("4, 5");
  }
  lu_table_template (line) { variable_1 : "related_pin_transition"; index_1 ("1, 2"); }
  unheard_of (x) { y : 1; }
  cell (GATE) {
    strange : 3; strange_group () { values ("what"); }
    leakage_power () { value : 1; when : "A"; related_pg_pin : VDD; }
    leakage_power () { value : 0.5; when : "A"; related_pg_pin : VSS; }
    leakage_power () { value : 3; related_pg_pin : VDD; }
    pin (A, B) {
      direction : input; rise_capacitance : 4;
      internal_power () { power (line_of_slew) { values ("7"); } }
    }
    pin (C) { direction : input; }
    pin (Y) {
      direction : output; function : "!(A B) C";
      timing () {
        related_pin : "A B"; when : "C";
        cell_rise (both) {
          index_1 ("0, +1e1");
          values ("1, 2, 3", \
                  "11 12 13");
        }
        cell_fall (scalar) { values ("4"); }
        ocv_sigma_cell_rise (nothing) { sense : 1; }
      }
      timing () { related_pin : "C"; timing_type : combinational_fall; cell_fall (scalar) { values (5); } cell_rise (scalar) { values (6); } }
      timing () { related_pin : "C"; timing_type : three_state_enable; cell_rise (no_such) { } }
      internal_power () {
        related_pin : "A B"; related_pg_pin : VDD;
        rise_power (both) { values ("1, 2", "3, 4"); }
        fall_power (both) { values ("1, 1", "1, 1"); }
      }
      internal_power () {
        related_pin : "A"; related_pg_pin : VSS;
        rise_power (both) { index_1 ("1, 2"); values ("10, 10", "10, 20"); }
      }
      internal_power () { related_pin : "A"; when : "!C"; }
    }
    pin (D) {
      direction : input;
      timing () { related_pin : "C"; timing_type : setup_falling; rise_constraint (line) { values ("1, 3"); } }
      timing () { related_pin : "C"; timing_type : hold_falling; rise_constraint (line) { values ("1, 3"); } }
    }
  }
  power_lut_template (line_of_slew) { variable_1 : input_transition_time; index_1 ("1"); }
}
)lib";

class CellArcsText : public testing::Test {
 protected:
  fs::path Write(std::string_view text) {
    WriteFile(folder_.path() / "test.lib", text);
    return folder_.path() / "test.lib";
  }
  // The message with which GATE is refused after an edit of kLibrary, without the folder.
  std::string Refusal(std::string_view from, std::string_view to) {
    std::string text = kLibrary;
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return "no such text";
    const Library library(Write(text.replace(at, from.size(), to)));
    return RefusalOf(folder_.path(), [&] { ReadCellArcs(library, *library.Find("GATE")); });
  }
  TemporaryFolder folder_;
};

TEST_F(CellArcsText, UnitsAndDefaults) {
  const Library library(Write(kLibrary));
  EXPECT_DOUBLE_EQ(library.nominal_voltage_v(), 1.1);
  EXPECT_DOUBLE_EQ(library.energy_unit_fj(), 0.02);
  const LibertyCell& cell = *library.Find("GATE");
  EXPECT_DOUBLE_EQ(cell.leakage_nw, 8000);
  const LibertyPin& a = *cell.FindPin("A");
  EXPECT_DOUBLE_EQ(a.capacitance_ff, 8);
  EXPECT_DOUBLE_EQ(a.rise_capacitance_ff, 8);
  EXPECT_DOUBLE_EQ(a.fall_capacitance_ff, 8);
  EXPECT_DOUBLE_EQ(cell.FindPin("C")->capacitance_ff, 3);
  EXPECT_DOUBLE_EQ(cell.FindPin("Y")->capacitance_ff, 0);
}

TEST_F(CellArcsText, TimingArcs) {
  const Library library(Write(kLibrary));
  const CellArcs arcs = ReadCellArcs(library, *library.Find("GATE"));
  ASSERT_EQ(arcs.timing.size(), 6u);
  const TimingArc& first = arcs.timing[0];
  EXPECT_EQ(first.pin, 3);
  EXPECT_EQ(first.related_pin, 0);
  EXPECT_EQ(arcs.timing[1].related_pin, 1);
  EXPECT_EQ(first.line, 31);
  EXPECT_EQ(first.type, TimingType::kCombinational);
  EXPECT_EQ(first.sense, TimingSense::kNegativeUnate);  // As the function says.
  ASSERT_TRUE(first.when);
  EXPECT_EQ(first.when->inputs(), std::vector<std::string>{"C"});
  // The file has loads in rows; 10 ps and 2 fF a unit.
  ASSERT_TRUE(first.cell_rise);
  EXPECT_EQ(first.cell_rise->slew_ps, (std::vector<double>{10, 20, 30}));
  EXPECT_EQ(first.cell_rise->load_ff, (std::vector<double>{0, 20}));
  EXPECT_EQ(first.cell_rise->values, (std::vector<double>{10, 110, 20, 120, 30, 130}));
  EXPECT_DOUBLE_EQ(first.cell_rise->At(25, 10), 75);
  EXPECT_EQ(first.cell_fall->values, std::vector<double>{40});
  EXPECT_FALSE(first.rise_transition);
  EXPECT_EQ(arcs.timing[2].sense, TimingSense::kPositiveUnate);
  EXPECT_FALSE(arcs.timing[2].cell_rise);
  EXPECT_TRUE(arcs.timing[2].cell_fall);
  EXPECT_EQ(arcs.timing[3].type, TimingType::kOther);
  const TimingArc& setup = arcs.timing[4];
  EXPECT_EQ(setup.type, TimingType::kSetupFalling);
  EXPECT_EQ(setup.pin, 4);
  EXPECT_DOUBLE_EQ(setup.rise_constraint->At(500, 15), 20);
  EXPECT_FALSE(setup.fall_constraint);
  EXPECT_EQ(arcs.timing[5].type, TimingType::kOther);
}

TEST_F(CellArcsText, PowerAndLeakageAddUpOverSupplies) {
  const Library library(Write(kLibrary));
  const CellArcs arcs = ReadCellArcs(library, *library.Find("GATE"));
  ASSERT_EQ(arcs.power.size(), 4u);  // A and B alone, Y by A and by B; the empty one is none.
  EXPECT_EQ(arcs.power[0].pin, 0);
  EXPECT_EQ(arcs.power[0].related_pin, -1);
  EXPECT_DOUBLE_EQ(arcs.power[0].rise_fj->At(3, 4), 0.14);
  EXPECT_DOUBLE_EQ(arcs.power[1].fall_fj->At(3, 4), 0.14);
  const PowerArc& by_a = arcs.power[2];
  EXPECT_EQ(by_a.related_pin, 0);
  EXPECT_DOUBLE_EQ(by_a.rise_fj->At(20, 10), (4 + 20) * 0.02);
  EXPECT_DOUBLE_EQ(by_a.fall_fj->At(20, 10), 0.02);
  EXPECT_EQ(arcs.power[3].related_pin, 1);
  EXPECT_DOUBLE_EQ(arcs.power[3].rise_fj->At(20, 8), 3 * 0.02);

  ASSERT_EQ(arcs.leakage.size(), 2u);
  EXPECT_TRUE(arcs.leakage[0].when);
  EXPECT_DOUBLE_EQ(arcs.leakage[0].leakage_nw, 1500);
  EXPECT_FALSE(arcs.leakage[1].when);
  EXPECT_DOUBLE_EQ(arcs.leakage[1].leakage_nw, 3000);
}

TEST_F(CellArcsText, EveryDefectHasItsLineAndItsRemedy) {
  EXPECT_EQ(Refusal("cell_rise (both)", "cell_rise (none)"),
            "test.lib:33: GATE/Y: cell_rise: the library has no template `none`; a template or "
            "`scalar` is expected");
  EXPECT_EQ(Refusal("11 12 13", "11 12"),
            "test.lib:35: GATE/Y: cell_rise: it has 5 values; its indices ask for 6");
  EXPECT_EQ(Refusal("11 12 13", "11 twelve 13"),
            "test.lib:35: GATE/Y: cell_rise: it has no values; a list of numbers is expected");
  EXPECT_EQ(Refusal("0, +1e1", "10, 1"),
            "test.lib:34: GATE/Y: cell_rise: index_1 is no index; ascending numbers are expected");
  EXPECT_EQ(
      Refusal("variable_2 : input_net_transition", "variable_2 : phase_of_the_moon"),
      "test.lib:33: GATE/Y: cell_rise: variable_2 of its template is `phase_of_the_moon`; one "
      "slew and one load (or, in a constraint, one slew of each pin) are expected");
  EXPECT_EQ(Refusal("related_pin : \"A B\"; when", "when"),
            "test.lib:31: GATE/Y: `timing` has no related_pin; the pin that it starts from is "
            "expected");
  EXPECT_EQ(Refusal("related_pin : \"A B\"; when", "related_pin : \"A X\"; when"),
            "test.lib:31: GATE/Y: the cell has no related_pin `X`; one of its pins is expected");
  EXPECT_EQ(Refusal("related_pin : \"A B\"; related_pg", "related_pin : \"X\"; related_pg"),
            "test.lib:43: GATE/Y: the cell has no related_pin `X`; one of its pins is expected");
  EXPECT_EQ(Refusal("value : 1;", "value : some;"),
            "test.lib:21: GATE: leakage_power is `some`; a number is expected");
  const std::string when = Refusal("when : \"C\"", "when : \"C &\"");
  EXPECT_TRUE(when.starts_with("test.lib:32: GATE/Y: when is no condition: ")) << when;
}

}  // namespace
}  // namespace macroscope
