#include "sim/netlist/gate_simulator.h"

#include <algorithm>
#include <array>
#include <random>

#include "models/common/bits.h"
#include "sim/base/build_error.h"

namespace macroscope {
namespace {

// Swaps rows and columns: bit j of word i becomes bit i of word j. Exchanges ever smaller blocks
// beside the diagonal.
void Transpose(std::array<std::uint64_t, 64>& words) {
  std::uint64_t mask = 0x00000000FFFFFFFFu;
  for (int size = 32; size != 0; size /= 2, mask ^= mask << size) {
    for (int i = 0; i < 64; i = (i + size + 1) & ~size) {
      const std::uint64_t swapped = (words[i] >> size ^ words[i + size]) & mask;
      words[i] ^= swapped << size;
      words[i + size] ^= swapped;
    }
  }
}

}  // namespace

GateSimulator::GateSimulator(const Netlist& netlist)
    : netlist_(netlist), program_(Compile(netlist)), slots_(program_.slot_count, Lanes{}) {
  slots_[kNetOne] = ~Lanes{};
}

void GateSimulator::Drive(const NetlistPort& port, std::span<const std::uint64_t> values) {
  const int width = static_cast<int>(port.nets.size());
  const int limbs = LimbsFor(width);
  const int streams = static_cast<int>(values.size()) / limbs;
  for (int word = 0; word < kWords; ++word) {
    const int count = std::clamp(streams - 64 * word, 0, 64);
    for (int limb = 0; limb < limbs; ++limb) {
      std::array<std::uint64_t, 64> block{};
      for (int i = 0; i < count; ++i) block[i] = values[(64 * word + i) * limbs + limb];
      if (count > 0) Transpose(block);
      for (int bit = 64 * limb; bit < std::min(width, 64 * limb + 64); ++bit) {
        slots_[port.nets[bit]][word] = block[bit - 64 * limb];
      }
    }
  }
}

void GateSimulator::DriveAll(const NetlistPort& port, bool value) {
  for (const int net : port.nets) slots_[net] = value ? ~Lanes{} : Lanes{};
}

void GateSimulator::Sense(const NetlistPort& port, std::span<std::uint64_t> values) const {
  const int width = static_cast<int>(port.nets.size());
  const int limbs = LimbsFor(width);
  const int streams = static_cast<int>(values.size()) / limbs;
  for (int word = 0; 64 * word < streams; ++word) {
    const int count = std::min(streams - 64 * word, 64);
    for (int limb = 0; limb < limbs; ++limb) {
      std::array<std::uint64_t, 64> block{};
      for (int bit = 64 * limb; bit < std::min(width, 64 * limb + 64); ++bit) {
        block[bit - 64 * limb] = slots_[port.nets[bit]][word];
      }
      Transpose(block);
      for (int i = 0; i < count; ++i) values[(64 * word + i) * limbs + limb] = block[i];
    }
  }
}

void GateSimulator::RunProgram() {
  Lanes* const slots = slots_.data();
  for (const GateStep& step : program_.steps) {
    const Lanes& left = slots[step.left];
    const Lanes& right = slots[step.right];
    Lanes& target = slots[step.target];
    switch (step.operation) {
      case GateOperation::kCopy:
        target = left;
        break;
      case GateOperation::kNot:
        target = ~left;
        break;
      case GateOperation::kAnd:
        target = left & right;
        break;
      case GateOperation::kNand:
        target = ~(left & right);
        break;
      case GateOperation::kOr:
        target = left | right;
        break;
      case GateOperation::kNor:
        target = ~(left | right);
        break;
      case GateOperation::kXor:
        target = left ^ right;
        break;
      case GateOperation::kXnor:
        target = ~(left ^ right);
        break;
    }
  }
}

bool GateSimulator::ApplyResets() {
  Lanes changed{};
  for (const FlipFlop& flip_flop : program_.flip_flops) {
    if (flip_flop.clear < 0 && flip_flop.preset < 0) continue;
    const Lanes clear = flip_flop.clear < 0 ? Lanes{} : slots_[flip_flop.clear];
    const Lanes preset = flip_flop.preset < 0 ? Lanes{} : slots_[flip_flop.preset];
    const Lanes before = slots_[flip_flop.state];
    slots_[flip_flop.state] =
        flip_flop.wins_preset ? (before & ~clear) | preset : (before | preset) & ~clear;
    changed |= before ^ slots_[flip_flop.state];
  }
  return (changed[0] | changed[1] | changed[2] | changed[3]) != 0;
}

void GateSimulator::Settle() {
  RunProgram();
  // A reset may act through other flip-flops' states; each pass settles at least one more.
  for (std::size_t pass = 0; ApplyResets(); ++pass) {
    if (pass > program_.flip_flops.size()) {
      throw BuildError(netlist_.top +
                       ": the resets do not settle; a reset depends on what it resets");
    }
    RunProgram();
  }
}

void GateSimulator::Clock() {
  for (const FlipFlop& flip_flop : program_.flip_flops) {
    slots_[flip_flop.state] = slots_[flip_flop.next];
  }
  ApplyResets();  // An active reset holds its flip-flop over the edge.
}

void GateSimulator::RandomizeStates(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (const FlipFlop& flip_flop : program_.flip_flops) {
    for (int word = 0; word < kWords; ++word) slots_[flip_flop.state][word] = random();
  }
}

}  // namespace macroscope
