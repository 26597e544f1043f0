#include "sim/activity/unit_stimulus.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr int kResetCycles = 4;

}  // namespace

UnitStimulus::UnitStimulus(const Unit& unit, const GateGraph& graph, const OperandStream& operands,
                           std::uint64_t dot_length)
    : unit_(unit),
      graph_(graph),
      operands_(operands),
      dot_length_(dot_length),
      is_mac_(unit.design().form == Form::kMac),
      sum_(unit.c_limbs(), 0) {
  if (operands.count == 0) throw BuildError("a workload has no operations; give it a length");
  if (is_mac_) sums_ = static_cast<std::uint64_t>(unit.loop_registers());
  reset_ = FindPort("rst_ni", 1);
  valid_ = FindPort("valid_i", 1);
  ready_ = FindPort("ready_i", 1);
  a_ = FindPort("a_i", unit.a_bits());
  if (unit.b_bits() > 0) b_ = FindPort("b_i", unit.b_bits());
  if (is_mac_) clear_ = FindPort("clear_i", 1);
  if (unit.c_bits() > 0 && !is_mac_) c_ = FindPort("c_i", unit.c_bits());
  if (unit.r_bits() > 0) r_ = FindPort("rounding_i", unit.r_bits());
}

UnitStimulus::PortBits UnitStimulus::FindPort(const char* name, int width_bits) const {
  PortBits bits;
  bits.port = graph_.netlist->FindPort(name);
  if (bits.port == nullptr || static_cast<int>(bits.port->nets.size()) != width_bits) {
    throw BuildError(
        fmt::format("{}: a port {} of {} bits is expected", graph_.netlist->top, name, width_bits));
  }
  for (const int net : bits.port->nets) {
    const auto place = std::ranges::find(graph_.input_nets, net);
    bits.places.push_back(static_cast<std::size_t>(place - graph_.input_nets.begin()));
  }
  return bits;
}

CycleBlock UnitStimulus::Empty() const {
  CycleBlock block;
  block.inputs.assign(graph_.input_nets.size(), 0);
  return block;
}

void UnitStimulus::Set(const PortBits& port, std::span<const std::uint64_t> limbs,
                       CycleBlock& block) const {
  for (std::size_t bit = 0; bit < port.places.size(); ++bit) {
    block.inputs[port.places[bit]] |= (limbs[bit / 64] >> bit % 64 & 1) << block.cycles;
  }
}

void UnitStimulus::AddOperation(std::uint64_t index, bool is_first, CycleBlock& block) {
  const std::uint64_t phase = dot_length_ == 0 ? sums_ : index % (dot_length_ * sums_);
  const bool is_clear = is_first || phase < sums_;
  const OperandLimbs limbs = unit_.limbs();
  const std::span a = LimbsOf(std::span(operands_.a), limbs.a, index);
  const std::span b = LimbsOf(std::span(operands_.b), limbs.b, index);
  const bool is_stochastic = unit_.design().rounding == Rounding::kStochastic;
  const std::uint64_t r = is_stochastic ? random_.Next() >> (64 - unit_.r_bits()) : 0;
  Set(reset_, 1, block);
  Set(valid_, 1, block);
  Set(ready_, 1, block);
  Set(a_, a, block);
  Set(b_, b, block);  // Absent ports have no bits to set.
  Set(r_, r, block);
  if (is_mac_) {
    Set(clear_, is_clear ? 1 : 0, block);
  } else if (unit_.c_bits() > 0) {
    if (is_clear) std::ranges::fill(sum_, 0);
    Set(c_, sum_, block);
    std::vector<std::uint64_t> z(sum_.size());
    unit_.Evaluate({1, a, b, sum_, {&r, 1}}, z);
    sum_ = z;
  }
  ++block.cycles;
}

CycleBlock UnitStimulus::WarmUp() {
  CycleBlock block = Empty();
  for (int cycle = 0; cycle < kResetCycles; ++cycle) {
    Set(ready_, 1, block);
    ++block.cycles;
  }
  const std::uint64_t count = operands_.count;
  const std::uint64_t operations = kBlockCycles - kResetCycles;
  // The stream repeats without an end, also backwards.
  std::uint64_t index = (count - operations % count) % count;
  for (std::uint64_t i = 0; i < operations; ++i) {
    AddOperation(index, i < sums_, block);
    index = (index + 1) % count;
  }
  return block;
}

CycleBlock UnitStimulus::Next() {
  CycleBlock block = Empty();
  while (block.cycles < kBlockCycles && next_ < operands_.count) {
    AddOperation(next_++, false, block);
  }
  return block;
}

}  // namespace macroscope
