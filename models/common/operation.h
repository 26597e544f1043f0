// The operands of one operation, and of many, as everything that evaluates takes them.
#pragma once

#include <cstdint>
#include <span>

#include "models/common/bits.h"

namespace macroscope {

// 0 stands where the design has no such operand (models/design/design.h: HasB, HasC,
// RoundingOperandBits).
struct Operation {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  Bits c;
  std::uint64_t r = 0;  // The rounding operand: a mode (Rounding's value), or random bits.
  friend bool operator==(const Operation&, const Operation&) = default;
};

// One code of a, b and r an operation, and LimbsFor(c_bits) 64-bit limbs of c, least significant
// first. What the design does not have is not looked at, and may be empty.
struct Operands {
  std::span<const std::uint64_t> a;
  std::span<const std::uint64_t> b = {};
  std::span<const std::uint64_t> c = {};
  std::span<const std::uint64_t> r = {};

  std::size_t size() const { return a.size(); }
};

}  // namespace macroscope
