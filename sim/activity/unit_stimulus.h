// What a unit's ports see while it runs a workload: a reset, some operations to warm up, then one
// operation in every cycle.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/common/unit.h"
#include "sim/activity/cycle_block.h"
#include "sim/activity/gate_graph.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/workload_stream.h"

namespace macroscope {

class UnitStimulus {
 public:
  // Products of `dot_length` operations are summed, then the accumulator starts again; with 0 it
  // does so only once, before the operations that warm up. The accumulator form keeps as many sums
  // as its loop has registers, and takes their products in turn. In the operation form c, if the
  // unit has an addend, is the running sum, by the laws. All must outlive it.
  UnitStimulus(const Unit& unit, const GateGraph& graph, const OperandStream& operands,
               std::uint64_t dot_length);

  // A reset, and the last operations of the stream, so that it then goes on as if without an end.
  CycleBlock WarmUp();
  // The next operations from the start of the stream; no cycles at its end.
  CycleBlock Next();

 private:
  struct PortBits {
    const NetlistPort* port = nullptr;
    std::vector<std::size_t> places;  // In CycleBlock::inputs, by bit.
  };

  PortBits FindPort(const char* name, int width_bits) const;
  CycleBlock Empty() const;
  void Set(const PortBits& port, std::span<const std::uint64_t> limbs, CycleBlock& block) const;
  void Set(const PortBits& port, std::uint64_t value, CycleBlock& block) const {
    Set(port, {&value, 1}, block);
  }
  void AddOperation(std::uint64_t index, bool is_first, CycleBlock& block);

  const Unit& unit_;
  const GateGraph& graph_;
  const OperandStream& operands_;
  std::uint64_t sums_ = 1;  // Running at once.
  std::uint64_t dot_length_;
  bool is_mac_;
  PortBits reset_, valid_, ready_, clear_, a_, b_, c_, r_;
  std::uint64_t next_ = 0;
  std::vector<std::uint64_t> sum_;  // Operation form: c of the next operation.
  Random random_{1};                // For random bits; a mode stays ties to even.
};

}  // namespace macroscope
