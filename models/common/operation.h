// The operands of one operation, and of many, as everything that evaluates takes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "models/common/bits.h"

namespace macroscope {

// 0 stands where the design has no such operand (models/design/design.h: HasB, HasC,
// RoundingOperandBits).
struct Operation {
  Bits a;
  Bits b;
  Bits c;
  std::uint64_t r = 0;  // The rounding operand: a mode (Rounding's value), or random bits.
  friend bool operator==(const Operation&, const Operation&) = default;
};

// 64-bit limbs of each operand of one operation; r has one.
struct OperandLimbs {
  std::size_t a = 1;
  std::size_t b = 1;
  std::size_t c = 1;
};

// The limbs of operations first ... first + count - 1, each of `limbs`; none of an operand that is
// not there.
template <typename Limb>
std::span<Limb> LimbsOf(std::span<Limb> operand, std::size_t limbs, std::size_t first,
                        std::size_t count = 1) {
  return operand.empty() ? operand : operand.subspan(first * limbs, count * limbs);
}

// One code of r an operation, and as many limbs of a, b and c as the unit's limbs() say, least
// significant first. What the design does not have is not looked at, and may be empty.
struct Operands {
  std::size_t count;  // Operations.
  std::span<const std::uint64_t> a;
  std::span<const std::uint64_t> b = {};
  std::span<const std::uint64_t> c = {};
  std::span<const std::uint64_t> r = {};

  // One operation, which must outlive what this gives.
  static Operands Of(const Operation& operation, const OperandLimbs& limbs) {
    return {1,
            std::span(operation.a.limb).first(limbs.a),
            std::span(operation.b.limb).first(limbs.b),
            std::span(operation.c.limb).first(limbs.c),
            {&operation.r, 1}};
  }
  // Operation i.
  Operation At(std::size_t i, const OperandLimbs& limbs) const {
    return {Bits::FromLimbs(LimbsOf(a, limbs.a, i)), Bits::FromLimbs(LimbsOf(b, limbs.b, i)),
            Bits::FromLimbs(LimbsOf(c, limbs.c, i)), r.empty() ? 0 : r[i]};
  }
  // Operations first ... first + size - 1.
  Operands Part(std::size_t first, std::size_t size, const OperandLimbs& limbs) const {
    return {size, LimbsOf(a, limbs.a, first, size), LimbsOf(b, limbs.b, first, size),
            LimbsOf(c, limbs.c, first, size), LimbsOf(r, 1, first, size)};
  }
};

}  // namespace macroscope
