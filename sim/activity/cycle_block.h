// Up to 64 clock cycles of a netlist's source nets: what ports and flip-flops do.
#pragma once

#include <cstdint>
#include <vector>

namespace macroscope {

inline constexpr int kBlockCycles = 64;

struct CycleBlock {
  int cycles = 0;
  // By GateGraph::input_nets: bit i is the value in cycle i.
  std::vector<std::uint64_t> inputs;
  // By GateGraph::flip_flops: bit i is what is stored in cycle i, after its clock edge.
  std::vector<std::uint64_t> stored;
};

}  // namespace macroscope
