// Up to 64 clock cycles of a netlist's source nets: what ports and flip-flops do.
#pragma once

#include <cstdint>
#include <vector>

namespace macroscope {

inline constexpr int kBlockCycles = 64;

// Bits 0 to cycles - 1, of which there is at least one.
constexpr std::uint64_t AllCycles(int cycles) {
  return ~std::uint64_t{0} >> (kBlockCycles - cycles);
}

struct CycleBlock {
  int cycles = 0;
  // By GateGraph::input_nets: bit i is the value in cycle i.
  std::vector<std::uint64_t> inputs;
  // By GateGraph::flip_flops: bit i is what is stored in cycle i, after its clock edge.
  std::vector<std::uint64_t> stored;
};

}  // namespace macroscope
