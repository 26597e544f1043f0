// What a kernel is called with: some operations in a row, of one 64-bit word an operand.
#pragma once

#include <cstddef>
#include <cstdint>

namespace macroscope {

// b, c and r may be null where the design has no such operand; flags where nobody asks.
struct Block {
  const std::uint64_t* a = nullptr;
  const std::uint64_t* b = nullptr;
  const std::uint64_t* c = nullptr;
  const std::uint64_t* r = nullptr;
  std::uint64_t* z = nullptr;
  std::uint8_t* flags = nullptr;
  std::size_t count = 0;
};

}  // namespace macroscope
