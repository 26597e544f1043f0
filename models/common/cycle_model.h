// The clocked behaviour of a unit without a simulation kernel: what every port shows in every
// cycle. Judges the RTL and netlists of pipelined and accumulating designs (DESIGN: the stage
// contract).
//
// operation form: an elastic pipeline. A register after stage i, where cuts has bit i, takes its
//   input when it is empty or its output is taken; ready ripples back combinationally.
// mac form: the stages before loop_start and their registers are elastic in the same way. The loop
//   (the stages from loop_start, their registers, the accumulator register last) turns as one ring:
//   all its registers load in every cycle but those in which the accumulator register shows a valid
//   result and ready_i is low. Each turn takes one beat in: operands if they are there, else an
//   idle beat that leaves the accumulator it meets unchanged. So the ring holds loop_registers()
//   accumulators, visited in turn; clear_i makes the beat it comes with start from +0.
//   After reset the ring holds idle beats of +0.
#pragma once

#include <memory>

#include "models/common/unit.h"

namespace macroscope {

struct PortsIn : Operation {  // c: operation form only
  bool reset_n = true;
  bool valid = false;
  bool ready = true;
  bool clear = false;  // mac form only
};

struct PortsOut {
  bool ready = false;  // Combinational, from the state and PortsIn::ready.
  bool valid = false;
  Bits z;                  // Defined while valid.
  std::uint8_t flags = 0;  // The same, where the design has flags.
};

class CycleModel {
 public:
  explicit CycleModel(const Unit& unit);
  ~CycleModel();

  // The outputs in this cycle, before the clock edge. With no register at all (operation form, cuts
  // = 0) valid, ready and z follow the inputs.
  PortsOut Outputs(const PortsIn& in) const;
  // The rising clock edge.
  void Clock(const PortsIn& in);

 private:
  struct State;
  const Unit& unit_;
  std::unique_ptr<State> state_;
};

}  // namespace macroscope
