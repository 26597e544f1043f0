// A unit as a clocked SystemC module: the same laws, one module a stage, registers where the
// design's cuts put them. Twin of rtl/<unit>/<unit>.sv (operation form) and <unit>_mac.sv.
#pragma once

#include <cstdint>
#include <memory>
#include <systemc>

#include "models/common/unit.h"

namespace macroscope {

inline void sc_trace(sc_core::sc_trace_file* file, const Bits& value, const std::string& name) {
  sc_core::sc_trace(file, value.limb[0], name, 64);
}

class SystemcUnit : public sc_core::sc_module {
 public:
  sc_core::sc_in<bool> clk_i{"clk_i"}, rst_ni{"rst_ni"}, valid_i{"valid_i"}, ready_i{"ready_i"};
  sc_core::sc_in<bool> clear_i{"clear_i"};  // mac form; ignored in the operation form
  sc_core::sc_in<Bits> a_i{"a_i"}, b_i{"b_i"};
  sc_core::sc_in<Bits> c_i{"c_i"};           // operation form; ignored in the mac form
  sc_core::sc_in<std::uint64_t> r_i{"r_i"};  // the RTL's rounding_i
  sc_core::sc_out<bool> ready_o{"ready_o"}, valid_o{"valid_o"};
  sc_core::sc_out<Bits> z_o{"z_o"};
  sc_core::sc_out<std::uint8_t> flags_o{"flags_o"};

  // What stage `index` computes in this cycle, packed as the RTL's <stage>_d; meaningful while
  // StageValid(index).
  virtual Bits StageOutput(int index) const = 0;
  virtual bool StageValid(int index) const = 0;

 protected:
  explicit SystemcUnit(const sc_core::sc_module_name& name) : sc_module(name) {}
};

// Builds the model of design.form. `unit` is the same design's Unit and outlives the model.
std::unique_ptr<SystemcUnit> MakeSystemcUnit(const sc_core::sc_module_name& name, const Unit& unit);

}  // namespace macroscope
