// Waves of a lockstep run, as VCD: inputs, and for both sides ports and stage outputs.
#pragma once

#include <memory>
#include <string>
#include <systemc>
#include <vector>

#include "sim/cosim/lockstep_bench.h"

namespace macroscope {

class LockstepTrace {
 public:
  // `file` ends in .vcd. Throws BuildError if it cannot be written.
  LockstepTrace(const std::string& file, const Unit& unit, const LockstepInputs& inputs,
                const LockstepSide& model, const LockstepSide& rtl);
  ~LockstepTrace();
  LockstepTrace(const LockstepTrace&) = delete;
  LockstepTrace& operator=(const LockstepTrace&) = delete;

  // Takes over what the sides show now; the simulation writes it as time goes on.
  void Sample(const PortsIn& in);

 private:
  // Words as wide as they are in the design, which signals of uint64_t and Bits are not.
  struct Side {
    const LockstepSide* side;
    std::unique_ptr<sc_dt::sc_bv_base> z, flags;
    std::vector<std::unique_ptr<sc_dt::sc_bv_base>> stages;
    std::unique_ptr<bool[]> stage_valids;
  };
  std::unique_ptr<sc_dt::sc_bv_base> Word(int width_bits, const std::string& name);
  void AddSide(const LockstepSide& side);

  const Unit& unit_;
  sc_core::sc_trace_file* file_;
  std::unique_ptr<sc_dt::sc_bv_base> a_, b_, c_, r_;
  std::vector<Side> sides_;
};

}  // namespace macroscope
