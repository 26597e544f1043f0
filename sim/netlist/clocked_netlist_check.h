// A clocked netlist against the cycle model: many streams at once, each with its own operands,
// stalls and clears, every port compared in every cycle.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/common/cycle_model.h"
#include "sim/netlist/gate_simulator.h"
#include "sim/stimulus/operand_source.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class ClockedNetlistCheck {
 public:
  static constexpr std::size_t kStreams = GateSimulator::kStreams;

  // Flip-flops come up with random states. Throws BuildError for a netlist that cannot be
  // simulated.
  ClockedNetlistCheck(const Unit& unit, const Netlist& netlist, std::uint64_t seed);

  // Runs one cycle; gives the first difference, if there is any. Cycle 0 is the reset, and compares
  // nothing.
  std::optional<std::string> Cycle(std::uint64_t cycle);

 private:
  // What drives one stream, and what it should show.
  struct Stream {
    explicit Stream(const Unit& unit) : model(unit) {}
    CycleModel model;
    PortsIn in;
    // Of 8 cycles: how many offer operands, take results, clear.
    std::uint64_t valid_rate = 0, ready_rate = 0, clear_rate = 0;
  };

  const NetlistPort& Port(const char* name) const;
  void Draw(bool reset);
  void Drive();
  template <typename Flag>
  void DriveFlag(const char* name, Flag flag);
  std::optional<std::string> Compare(std::uint64_t cycle);

  const Unit& unit_;
  const Netlist& netlist_;
  GateSimulator simulator_;
  bool is_mac_;
  Random random_;
  std::unique_ptr<OperandSource> source_;
  std::deque<Stream> streams_;
  OperandBlock block_;
};

}  // namespace macroscope
