// What enters a unit: the codes of its first stage, and what passes by until a later stage takes
// it.
#pragma once

#include <cstdint>
#include <span>

#include "models/common/bits.h"

namespace macroscope {

struct OperandCodes {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  friend bool operator==(const OperandCodes&, const OperandCodes&) = default;
};

// The same of units whose operands may be wider than 64 bits.
struct WideCodes {
  Bits a;
  Bits b;
  friend bool operator==(const WideCodes&, const WideCodes&) = default;
};

// Either of them, of one operation's limbs; `b` is empty where the design has no such operand.
template <typename Codes>
Codes CodesFromLimbs(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  if constexpr (requires(Codes codes, Bits bits) { codes.a = bits; }) {
    return {Bits::FromLimbs(a), Bits::FromLimbs(b)};
  } else {
    return {a[0], b.empty() ? 0 : b[0]};
  }
}

template <typename Word>
struct Beside {
  Word c{0};            // The addend.
  std::uint64_t r = 0;  // The rounding operand.
  friend bool operator==(const Beside&, const Beside&) = default;
};

}  // namespace macroscope
