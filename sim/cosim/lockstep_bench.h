// The SystemC simulation of lockstep runs: two designs with the same ports on the same wires.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <systemc>

#include "models/common/cycle_model.h"
#include "models/common/unit.h"
#include "models/systemc/systemc_unit.h"
#include "sim/cosim/systemc_dut.h"

namespace macroscope {

// What one side shows.
struct LockstepSide {
  explicit LockstepSide(const std::string& name);

  std::string name;
  sc_core::sc_signal<bool> ready, valid;
  sc_core::sc_signal<Bits> z;
  sc_core::sc_signal<std::uint8_t> flags;
  std::function<Bits(int)> stage_output;
  std::function<bool(int)> stage_valid;

  PortsOut Ports() const { return {.ready = ready, .valid = valid, .z = z, .flags = flags}; }
};

// The wires that both sides share.
struct LockstepInputs {
  sc_core::sc_signal<bool> clk{"clk"}, rst_n{"rst_n"}, valid{"valid"}, ready{"ready"},
      clear{"clear"};
  sc_core::sc_signal<Bits> a{"a"}, b{"b"}, c{"c"};
  sc_core::sc_signal<std::uint64_t> r{"r"};

  template <typename Dut>
  void Connect(Dut& dut, LockstepSide& side) {
    dut.clk_i(clk);
    dut.rst_ni(rst_n);
    dut.valid_i(valid);
    dut.ready_i(ready);
    dut.clear_i(clear);
    dut.a_i(a);
    dut.b_i(b);
    dut.c_i(c);
    dut.r_i(r);
    dut.ready_o(side.ready);
    dut.valid_o(side.valid);
    dut.z_o(side.z);
    dut.flags_o(side.flags);
    side.stage_output = [&dut](int stage) { return dut.StageOutput(stage); };
    side.stage_valid = [&dut](int stage) { return dut.StageValid(stage); };
  }

  void Write(const PortsIn& in);
};

}  // namespace macroscope
