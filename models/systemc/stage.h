// One stage: the law of its place in the unit, then a register with valid and ready, or wires.
// Twin of a stage module followed by rtl/common/stage_register.sv.
#pragma once

#include <systemc>

#include "models/common/unit_of.h"
#include "models/systemc/beat.h"

namespace macroscope {

template <typename Laws>
class Stage : public sc_core::sc_module {
 public:
  SC_HAS_PROCESS(Stage);
  sc_core::sc_in<bool> clk_i{"clk_i"}, rst_ni{"rst_ni"}, valid_i{"valid_i"}, ready_i{"ready_i"};
  sc_core::sc_out<bool> ready_o{"ready_o"}, valid_o{"valid_o"};
  sc_core::sc_in<Beat<Laws>> data_i{"data_i"};
  sc_core::sc_out<Beat<Laws>> data_o{"data_o"};

  Stage(const sc_core::sc_module_name& name, const Laws& laws, bool cut)
      : sc_module(name), laws_(laws), cut_(cut) {
    SC_METHOD(Compute);
    sensitive << data_i;
    SC_METHOD(Handshake);
    sensitive << ready_i;
    if (cut_) {
      sensitive << valid_o;
      SC_METHOD(Clock);
      sensitive << clk_i.pos() << rst_ni.neg();
      dont_initialize();
    } else {
      sensitive << valid_i;
    }
  }

  // The law's output in this cycle, before the register.
  const typename Laws::Payload& output() const { return computed_.payload; }
  bool input_valid() const { return valid_i.read(); }
  bool input_active() const { return data_i.read().active; }

 private:
  void Compute() {
    computed_ = data_i.read();
    computed_.payload = Step(laws_, computed_.payload, computed_.beside);
    if (!cut_) data_o.write(computed_);
  }
  void Handshake() {
    if (cut_) {
      ready_o.write(ready_i.read() || !valid_o.read());
    } else {
      ready_o.write(ready_i.read());
      valid_o.write(valid_i.read());
    }
  }
  // The outputs are the register: they change one delta cycle after the edge, when every stage has
  // read them.
  void Clock() {
    if (!rst_ni.read()) {
      valid_o.write(false);
      return;
    }
    if (!ready_i.read() && valid_o.read()) return;
    valid_o.write(valid_i.read());
    data_o.write(computed_);
  }

  const Laws& laws_;
  const bool cut_;
  Beat<Laws> computed_;  // No signal: only this stage reads it, at the edge.
};

}  // namespace macroscope
