// What enters a unit: the codes of its first stage, and what passes by until a later stage takes
// it.
#pragma once

#include <cstdint>

namespace macroscope {

struct OperandCodes {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  friend bool operator==(const OperandCodes&, const OperandCodes&) = default;
};

template <typename Word>
struct Beside {
  Word c{0};            // The addend.
  std::uint64_t r = 0;  // The rounding operand.
  friend bool operator==(const Beside&, const Beside&) = default;
};

}  // namespace macroscope
