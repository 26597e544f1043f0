// What enters a unit: the codes of its first stage, and what passes by until a later stage takes
// it.
#pragma once

#include <cstdint>
#include <type_traits>

#include "models/common/operation.h"

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

// Either of them, of operation i among the limbs of many; `b` is null where the design has no such
// operand.
template <typename Codes>
Codes CodesAt(const std::uint64_t* a, const std::uint64_t* b, std::size_t i,
              const OperandLimbs& limbs) {
  if constexpr (std::is_same_v<Codes, OperandCodes>) {
    return {a[i], b == nullptr ? 0 : b[i]};
  } else {
    return {Bits::FromLimbs({a + i * limbs.a, limbs.a}),
            b == nullptr ? Bits() : Bits::FromLimbs({b + i * limbs.b, limbs.b})};
  }
}

template <typename Word>
struct Beside {
  Word c{0};            // The addend.
  std::uint64_t r = 0;  // The rounding operand.
  friend bool operator==(const Beside&, const Beside&) = default;
};

}  // namespace macroscope
