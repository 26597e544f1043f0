// Room for the operands of many operations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/common/operation.h"

namespace macroscope {

// What a source fills: as in Operands. An operand that the design does not have gets zeros.
struct OperandBuffers {
  std::size_t count;  // Operations.
  std::span<std::uint64_t> a, b, c, r;
};

struct OperandBlock {
  OperandBlock(std::size_t operations, const OperandLimbs& of_one)
      : a(operations * of_one.a),
        b(operations * of_one.b),
        c(operations * of_one.c),
        r(operations),
        limbs(of_one) {}

  std::size_t capacity() const { return r.size(); }
  // The first `count` operations.
  OperandBuffers Buffers(std::size_t count) {
    return {count, std::span(a).first(count * limbs.a), std::span(b).first(count * limbs.b),
            std::span(c).first(count * limbs.c), std::span(r).first(count)};
  }
  Operands First(std::size_t count) const {
    return Operands{capacity(), a, b, c, r}.Part(0, count, limbs);
  }
  Operation At(std::size_t i) const { return First(capacity()).At(i, limbs); }

  std::vector<std::uint64_t> a, b, c, r;
  OperandLimbs limbs;
};

}  // namespace macroscope
