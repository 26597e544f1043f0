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
  std::span<std::uint64_t> a, b, c, r;
  std::size_t size() const { return a.size(); }
};

struct OperandBlock {
  OperandBlock(std::size_t capacity, int c_limbs_of_one)
      : a(capacity),
        b(capacity),
        c(capacity * static_cast<std::size_t>(c_limbs_of_one)),
        r(capacity),
        c_limbs(static_cast<std::size_t>(c_limbs_of_one)) {}

  std::size_t capacity() const { return a.size(); }
  // The first `count` operations.
  OperandBuffers Buffers(std::size_t count) {
    return {std::span(a).first(count), std::span(b).first(count),
            std::span(c).first(count * c_limbs), std::span(r).first(count)};
  }
  Operands First(std::size_t count) const {
    return {std::span(a).first(count), std::span(b).first(count),
            std::span(c).first(count * c_limbs), std::span(r).first(count)};
  }
  Operation At(std::size_t i) const {
    return {a[i], b[i], Bits::FromLimbs(std::span(c).subspan(i * c_limbs, c_limbs)), r[i]};
  }

  std::vector<std::uint64_t> a, b, c, r;
  std::size_t c_limbs;
};

}  // namespace macroscope
