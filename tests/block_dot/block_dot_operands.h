// Operands of block_dot for tests of laws: all that there are, or drawn ones.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>

#include "sim/stimulus/random.h"
#include "tests/block_dot/block_dot_numbers.h"

namespace macroscope {

// Any codes, but more zeros, and scales that are zero, NaN, or near one another.
class DrawnOperands {
 public:
  DrawnOperands(const Design& design, std::uint64_t seed) : dot_(design.dot), random_(seed) {}

  WideCodes Next() { return {Draw(dot_.a), Draw(dot_.b)}; }

 private:
  Bits Draw(const LaneOperand& operand) {
    Bits word;
    const Format& element = operand.block.element;
    for (int i = 0; i < operand.lanes; ++i) {
      std::uint64_t code = random_.Next() & element.code_mask();
      if (random_.Below(4) == 0) code &= element.sign_mask();
      word.Insert(operand.element_position(i), element.width_bits(), code);
    }
    for (int i = 0; i < operand.microexponents(); ++i) {
      word.Insert(operand.micro_position(i), operand.micro_bits(), random_.Next());
    }
    const Format& scale = operand.block.scale;
    const std::uint64_t mask = operand.is_block() ? scale.code_mask() : 0;
    for (int i = 0; i < operand.scales(); ++i) {
      std::uint64_t code = random_.Next() & mask;
      const std::uint64_t kind = random_.Below(16);
      if (kind < 2) code = kind == 0 ? 0 : mask;
      if (kind >= 8) code = (mask & ~scale.sign_mask()) / 2 + random_.Below(8);
      word.Insert(operand.scale_position(i), operand.scale_bits(), code);
    }
    return word;
  }

  DotProduct dot_;
  Random random_;
};

// Calls visit(codes) for all operations of a design whose words have 16 bits together, else for
// `cases` drawn ones, until a test fails. Returns how many.
template <typename Visit>
std::size_t ForOperands(const Design& design, std::size_t cases, Visit&& visit) {
  SCOPED_TRACE(DisplayName(design));
  const int a_bits = design.dot.a.word_bits(), bits = a_bits + design.dot.b.word_bits();
  DrawnOperands drawn(design, /*seed=*/1);
  const std::size_t count = bits <= 16 ? std::size_t{1} << bits : cases;
  std::size_t i = 0;
  for (; i < count && !testing::Test::HasFatalFailure(); ++i) {
    const WideCodes codes =
        bits <= 16 ? WideCodes{i & ((std::uint64_t{1} << a_bits) - 1), i >> a_bits} : drawn.Next();
    visit(codes);
    if (testing::Test::HasFatalFailure()) {
      ADD_FAILURE() << "a " << codes.a << " b " << codes.b;
    }
  }
  return i;
}

}  // namespace macroscope
