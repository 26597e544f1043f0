// Streams of operands (a, b, c) for checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace macroscope {

class OperandSource {
 public:
  virtual ~OperandSource() = default;

  // Fills the front of the caller's buffers: a and b one code an operation, c LimbsFor(c_bits)
  // limbs each. Returns the number of operations: a.size(), fewer at the end of the stream, then 0.
  // The stream does not depend on how it is cut into blocks.
  virtual std::size_t Fill(std::span<std::uint64_t> a, std::span<std::uint64_t> b,
                           std::span<std::uint64_t> c) = 0;

  // How far it reaches: "exhaustive", "all pairs, random c, seed 1", "random, seed 1".
  virtual std::string extent() const = 0;
};

}  // namespace macroscope
