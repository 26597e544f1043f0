// A unit's operation by a mapped netlist of the operation form, in bulk.
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

  // Any number of operations; `flags` if it is not empty. Throws BuildError if z never becomes
  // valid.
  void Evaluate(const Operands& in, std::span<std::uint64_t> z, std::span<std::uint8_t> flags = {});

 private:
  const NetlistPort& Port(const char* name) const;
  void Reset();
  // Puts operations into the ports that the netlist has and the caller has codes for.
  void Drive(const Operands& in, std::size_t first, std::size_t count);

  Netlist netlist_;
  GateSimulator simulator_;
};

}  // namespace macroscope
