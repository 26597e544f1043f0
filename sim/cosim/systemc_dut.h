// One design as SystemC sees it, whatever is inside: here the Verilated RTL (dut/systemc_dut.cc,
// compiled on demand). The ports are those of models/systemc/systemc_unit.h.
#pragma once

#include <cstdint>
#include <systemc>

#include "models/common/bits.h"

namespace macroscope {

class SystemcDut : public sc_core::sc_module {
 public:
  sc_core::sc_in<bool> clk_i{"clk_i"}, rst_ni{"rst_ni"}, valid_i{"valid_i"}, ready_i{"ready_i"};
  sc_core::sc_in<bool> clear_i{"clear_i"};  // Used by the mac form only.
  sc_core::sc_in<Bits> a_i{"a_i"}, b_i{"b_i"};
  sc_core::sc_in<Bits> c_i{"c_i"};           // Used by the operation form only.
  sc_core::sc_in<std::uint64_t> r_i{"r_i"};  // The RTL's rounding_i.
  sc_core::sc_out<bool> ready_o{"ready_o"}, valid_o{"valid_o"};
  sc_core::sc_out<Bits> z_o{"z_o"};
  sc_core::sc_out<std::uint8_t> flags_o{"flags_o"};

  // The signals <stage>_d and <stage>_valid, once the simulation has settled.
  virtual Bits StageOutput(int stage) const = 0;
  virtual bool StageValid(int stage) const = 0;

 protected:
  explicit SystemcDut(const sc_core::sc_module_name& name) : sc_core::sc_module(name) {}
};

inline constexpr const char* kSystemcEntry = "macroscope_systemc";
using SystemcEntry = SystemcDut* (*)(const char* name);

}  // namespace macroscope
