// Zero-delay simulation of a mapped netlist: 256 independent streams at once, one bit of a vector
// each.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/netlist/gate_program.h"

namespace macroscope {

class GateSimulator {
 public:
  static constexpr int kStreams = 256;

  // Throws BuildError for a netlist that it cannot show; see Compile(). All states start at 0.
  explicit GateSimulator(const Netlist& netlist);

  const Netlist& netlist() const { return netlist_; }
  const GateProgram& program() const { return program_; }

  // Gives an input its value in each stream: LimbsFor(width) limbs a stream, least significant
  // first. Streams beyond those given read 0.
  void Drive(const NetlistPort& port, std::span<const std::uint64_t> values);
  // The same in all streams: each bit of the port 0, or each 1.
  void DriveAll(const NetlistPort& port, bool value);
  // The values that a port has since Settle(), laid out as for Drive().
  void Sense(const NetlistPort& port, std::span<std::uint64_t> values) const;

  // Brings all nets to what inputs and states ask for; asynchronous clear and preset act here.
  void Settle();
  // The rising edge of clk_i: the states take what the last Settle() computed for them.
  void Clock();
  // Flip-flops without a reset come up with any state; so do ours here, the same for one seed.
  void RandomizeStates(std::uint64_t seed);

 private:
  typedef std::uint64_t Lanes __attribute__((vector_size(kStreams / 8)));
  static constexpr int kWords = kStreams / 64;

  void RunProgram();
  bool ApplyResets();  // Whether a state changed.

  const Netlist& netlist_;
  GateProgram program_;
  std::vector<Lanes> slots_;
};

}  // namespace macroscope
