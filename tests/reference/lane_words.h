// Words of block_dot's operands, and designs that take them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "models/common/bits.h"
#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

using CodeList = std::vector<std::uint64_t>;

// The codes of one operand of one operation, lowest first.
struct LaneCodes {
  CodeList elements;
  CodeList scales = {};
  CodeList microexponents = {};
};

inline Bits LaneWord(const LaneOperand& operand, const LaneCodes& codes) {
  Bits word;
  const int element_bits = operand.block.element.width_bits();
  for (std::size_t i = 0; i < codes.elements.size(); ++i) {
    word.Insert(operand.element_position(static_cast<int>(i)), element_bits, codes.elements[i]);
  }
  for (std::size_t i = 0; i < codes.microexponents.size(); ++i) {
    word.Insert(operand.micro_position(static_cast<int>(i)), operand.micro_bits(),
                codes.microexponents[i]);
  }
  for (std::size_t i = 0; i < codes.scales.size(); ++i) {
    word.Insert(operand.scale_position(static_cast<int>(i)), operand.scale_bits(), codes.scales[i]);
  }
  return word;
}

// Part of a longer list, filled up with zeros to `count`.
inline CodeList Part(const CodeList& codes, std::size_t first, std::size_t count) {
  CodeList part(count);
  for (std::size_t i = 0; i < count && first + i < codes.size(); ++i) part[i] = codes[first + i];
  return part;
}

inline Bits RandomWord(std::mt19937_64& random, int width_bits) {
  Bits word;
  for (int position = 0; position < width_bits; position += 64) {
    word.Insert(position, std::min(64, width_bits - position), random());
  }
  return word;
}

inline Design BlockDot(DesignText text) {
  text.unit = "block_dot";
  return ParseDesign(text, Catalogue());
}

}  // namespace macroscope
