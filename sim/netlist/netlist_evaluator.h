// z = a*b + c by a mapped netlist of the operation form, in bulk.
#pragma once

#include <cstdint>
#include <span>

#include "models/common/unit.h"
#include "sim/netlist/gate_simulator.h"

namespace macroscope {

class NetlistEvaluator {
 public:
  // The netlist has the operation form's ports. Pipelined netlists are run until z is valid.
  // Throws BuildError if a port is missing.
  explicit NetlistEvaluator(Netlist netlist);

  const Netlist& netlist() const { return netlist_; }
  const GateSimulator& simulator() const { return simulator_; }

  // Any number of operations. Throws BuildError if z never becomes valid.
  void Evaluate(const Operands& in, std::span<std::uint64_t> z);

 private:
  const NetlistPort& Port(const char* name) const;
  void Reset();

  Netlist netlist_;
  GateSimulator simulator_;
};

}  // namespace macroscope
