// A library small enough to compute by hand, and netlists of its cells.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "sim/base/files.h"
#include "sim/netlist/netlist.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {

// In ps and fF. An inverter's output rises 10 + load + slew / 2 after its input, with a slew of
// 20 + 3 load; it falls after 5 + 2 load + slew / 10, with a slew of 10 + load + slew / 5.
inline constexpr const char* kInverter = R"(
  cell (INV) {
    area : 1;
    pin (A) { direction : input; rise_capacitance : 2; fall_capacitance : 1; }
    pin (Y) {
      direction : output; function : "!A";
      timing () {
        related_pin : "A"; timing_sense : negative_unate;
        cell_rise (grid) { values ("10, 20", "60, 70"); }
        rise_transition (grid) { values ("20, 50", "20, 50"); }
        cell_fall (grid) { values ("5, 25", "15, 35"); }
        fall_transition (grid) { values ("10, 20", "30, 40"); }
      }
    }
  }
)";
// Follows A if B is 0, in 30 ps, and opposes it if B is 1, in 70 ps; B is as A.
inline constexpr const char* kXor = R"lib(
  cell (XOR) {
    area : 2;
    pin (A, B) { direction : input; capacitance : 3; }
    pin (Y) {
      direction : output; function : "A ^ B";
      timing () {
        related_pin : "A B"; timing_sense : positive_unate; when : "!(A & B)";
        cell_rise (scalar) { values ("30"); } rise_transition (scalar) { values ("1"); }
        cell_fall (scalar) { values ("30"); } fall_transition (scalar) { values ("1"); }
      }
      timing () {
        related_pin : "A B"; timing_sense : negative_unate; when : "A | B";
        cell_rise (scalar) { values ("70"); } rise_transition (scalar) { values ("2"); }
        cell_fall (scalar) { values ("70"); } fall_transition (scalar) { values ("2"); }
      }
    }
  }
)lib";
// Q rises 40 and falls 50 after the clock. Setup: 7 + slew for a rising D, 9 + 2 slew for a
// falling.
inline constexpr const char* kFlipFlop = R"(
  cell (FF) {
    area : 5;
    ff (IQ, IQN) { next_state : "D"; clocked_on : "CK"; }
    pin (CK) { direction : input; capacitance : 1; clock : true; }
    pin (D) {
      direction : input; capacitance : 4;
      timing () {
        related_pin : "CK"; timing_type : setup_rising;
        rise_constraint (setup) { values ("7, 107"); }
        fall_constraint (setup) { values ("9, 209"); }
      }
      timing () {
        related_pin : "CK"; timing_type : hold_rising;
        rise_constraint (setup) { values ("900, 900"); }
        fall_constraint (setup) { values ("900, 900"); }
      }
    }
    pin (Q) {
      direction : output; function : "IQ";
      timing () {
        related_pin : "CK"; timing_type : rising_edge;
        cell_rise (scalar) { values ("40"); } rise_transition (scalar) { values ("3"); }
        cell_fall (scalar) { values ("50"); } fall_transition (scalar) { values ("4"); }
      }
    }
  }
)";

class SmallLibrary {
 public:
  explicit SmallLibrary(const std::string& cells = std::string(kInverter) + kXor + kFlipFlop) {
    WriteFile(folder_.path() / "small.lib", R"(library (small) {
  time_unit : "1ps"; capacitive_load_unit (1, ff);
  lu_table_template (grid) {
    variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
    index_1 ("0, 100"); index_2 ("0, 10");
  }
  lu_table_template (setup) { variable_1 : constrained_pin_transition; index_1 ("0, 100"); }
)" + cells + "}\n");
    library_ = std::make_shared<Library>(folder_.path() / "small.lib");
  }
  const std::shared_ptr<const Library>& library() const { return library_; }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<const Library> library_;
};

// Adds cells one by one; nets are numbers of the test's own.
class NetlistBuilder {
 public:
  explicit NetlistBuilder(std::shared_ptr<const Library> library) {
    netlist.library = std::move(library);
    netlist.top = "top";
  }
  NetlistBuilder& Input(const std::string& name, int net) { return Port(name, true, net); }
  NetlistBuilder& Output(const std::string& name, int net) { return Port(name, false, net); }
  NetlistBuilder& Cell(const std::string& cell, const std::string& path,
                       const std::map<std::string, int>& pins) {
    NetlistInstance instance;
    instance.cell = netlist.library->Find(cell);
    instance.path = path;
    instance.name = "g" + std::to_string(netlist.instances.size());
    for (const LibertyPin& pin : instance.cell->pins) {
      const auto net = pins.find(pin.name);
      instance.nets.push_back(net == pins.end() ? -1 : net->second);
      Count(instance.nets.back());
    }
    netlist.instances.push_back(instance);
    return *this;
  }

  Netlist netlist;

 private:
  NetlistBuilder& Port(const std::string& name, bool is_input, int net) {
    netlist.ports.push_back({name, is_input, {net}});
    Count(net);
    return *this;
  }
  void Count(int net) { netlist.net_count = std::max(netlist.net_count, net + 1); }
};

}  // namespace macroscope
