// What clocked comparisons drive into a design: operands with random stalls on both sides, clear,
// and now and then a reset.
#pragma once

#include <cstdint>
#include <memory>

#include "models/common/cycle_model.h"
#include "models/common/unit.h"
#include "sim/stimulus/operand_source.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class ClockedStimulus {
 public:
  ClockedStimulus(const Unit& unit, std::uint64_t seed);

  // The inputs of the next cycle. `accepted`: the design took the operation of the last one; one
  // that it did not take stays, but its valid_i may fall. The first two cycles are a reset.
  const PortsIn& Next(bool accepted);

 private:
  void DrawOperation();
  void DrawMood();
  bool Chance(unsigned in_16) { return random_.Below(16) < in_16; }

  bool is_mac_;
  Random random_;
  std::unique_ptr<OperandSource> operands_;
  OperandBlock block_;
  std::size_t next_ = 0;
  PortsIn in_;
  bool clear_ = false;  // Of the operation in in_.
  std::uint64_t cycle_ = 0;
  int reset_cycles_ = 2;
  // How busy both sides are, in sixteenths; changes every so often.
  unsigned valid_in_16_ = 16, ready_in_16_ = 16, clear_in_16_ = 2;
};

}  // namespace macroscope
