// A Liberty library as netlists need it: what each cell computes, its area and its pins.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/netlist/liberty_group.h"
#include "sim/netlist/logic_expression.h"

namespace macroscope {

enum class PinDirection { kInput, kOutput, kInout, kInternal };

struct LibertyPin {
  std::string name;
  PinDirection direction = PinDirection::kInput;
  double capacitance_ff = 0;
  // For one edge of the net; the same as capacitance_ff where the library makes no difference.
  double rise_capacitance_ff = 0;
  double fall_capacitance_ff = 0;
  bool is_clock = false;
  bool has_three_state = false;
  // Outputs: of the cell's inputs and, in a sequential cell, its two state names.
  std::optional<LogicExpression> function;
  const LibertyGroup* group = nullptr;  // Its delay and power tables.
};

// A group `ff` or `latch`. Expressions are of the cell's input pins.
struct LibertySequential {
  bool is_latch = false;
  std::string state;                          // "IQ", as output functions name it.
  std::string inverted_state;                 // "IQN"
  std::optional<LogicExpression> next_state;  // data_in of a latch
  std::optional<LogicExpression> clocked_on;  // enable of a latch
  std::optional<LogicExpression> clear;
  std::optional<LogicExpression> preset;
  // `state` where clear and preset are both active: 'L' 'H' 'N' 'T' 'X', as clear_preset_var1.
  char clear_and_preset = 'L';
};

struct LibertyCell {
  std::string name;
  double area_um2 = 0;
  double leakage_nw = 0;
  bool dont_use = false;
  std::vector<LibertyPin> pins;
  std::optional<LibertySequential> sequential;
  const LibertyGroup* group = nullptr;

  const LibertyPin* FindPin(std::string_view pin) const;
};

class Library {
 public:
  // Throws BuildError `file:line: what; what would be right`.
  explicit Library(const std::filesystem::path& path);

  const std::string& name() const { return name_; }
  const LibertyFile& file() const { return file_; }
  const std::string& hash() const { return hash_; }  // Of the file as it is on the disk.
  double time_unit_ps() const { return time_unit_ps_; }
  double capacitance_unit_ff() const { return capacitance_unit_ff_; }
  double leakage_unit_nw() const { return leakage_unit_nw_; }
  // Of internal power tables: volt^2 * farad.
  double energy_unit_fj() const { return voltage_unit_v_ * voltage_unit_v_ * capacitance_unit_ff_; }
  // What the tables were measured at; 0 if the file does not say.
  double nominal_voltage_v() const { return nominal_voltage_v_; }
  const std::map<std::string, LibertyCell, std::less<>>& cells() const { return cells_; }

  // Or nullptr.
  const LibertyCell* Find(std::string_view cell) const;
  // The area of the smallest 2-input NAND. Throws BuildError if there is none.
  double Nand2AreaUm2() const;

 private:
  void ReadUnits();
  void ReadNominalVoltage();
  void ReadCell(const LibertyGroup& group);
  void ReadCapacitances(const LibertyGroup& group, LibertyPin& pin) const;
  LibertyPin ReadPin(const LibertyGroup& group, std::string_view name) const;
  LibertySequential ReadSequential(const LibertyGroup& group) const;
  double Number(const LibertyGroup& group, std::string_view attribute, double otherwise) const;
  std::optional<LogicExpression> Function(const LibertyGroup& group,
                                          std::string_view attribute) const;

  LibertyFile file_;
  std::string name_;
  std::string hash_;
  double time_unit_ps_ = 1000;
  double capacitance_unit_ff_ = 1000;
  double leakage_unit_nw_ = 1;
  double voltage_unit_v_ = 1;
  double nominal_voltage_v_ = 0;
  std::map<std::string, LibertyCell, std::less<>> cells_;
};

// The text of a library without the cells that match one of the globs (* and ?).
std::string WithoutCells(const Library& library, const std::vector<std::string>& globs);

}  // namespace macroscope
