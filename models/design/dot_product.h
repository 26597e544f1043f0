// What a design of several lanes has beside the fields of scalar ones: its blocks, and how its
// products become one sum.
//
//   an operand's word     | scales | microexponents | element lanes-1 | ... | element 0 |
//
// Each part lowest first. An operation is `lanes` products. Lanes that share the scales of both
// operands are a group; their products have one scale in common.
#pragma once

#include <cstdint>

#include "models/formats/block_format.h"

namespace macroscope {

inline constexpr int kMostLanes = 64;

// How the terms of a sum become one number.
enum class Reduction : std::uint8_t {
  kExact,        // In fixed point as wide as they need.
  kMaxExponent,  // Shifted to the greatest exponent among them, and cut below window_bits.
  kTree,         // Each rounded to the accumulator's format; then neighbours added, rounding.
};
// What its terms are. A sum that is exact in itself makes no difference between the two.
enum class Terms : std::uint8_t {
  kProducts,  // Each product of two elements, with its scales.
  kBlocks,    // The exact sum of a group's products, with its scales.
};
// What becomes of bits that alignment shifts out.
enum class Alignment : std::uint8_t {
  kTruncate,  // Lost: each term is cut toward zero.
  kSticky,    // Their OR stays as one more bit below the window.
};
// Where a floating accumulator joins in.
enum class Join : std::uint8_t {
  kJoined,  // It is one of the terms: one rounding for all.
  kAfter,   // The sum of the products is rounded first, then added to it.
};

// One operand's blocks. Without a scale every lane is a number of its own.
struct LaneOperand {
  BlockFormat block;  // Without a name: plain numbers.
  int lanes = 0;

  bool is_block() const { return !block.name.empty(); }
  // Elements are codes, whose values a table has.
  bool is_looked_up() const { return block.element.is_codebook(); }
  // Lanes of one operation under one scale.
  int scaled_lanes() const {
    return !is_block() || block.block_elements == 0 || block.block_elements > lanes
               ? lanes
               : block.block_elements;
  }
  int scales() const { return is_block() ? lanes / scaled_lanes() : 0; }
  // Lanes of one operation under one microexponent; all of them where there is none.
  int micro_lanes() const {
    return is_block() && block.has_sub_blocks() && block.sub_block_elements < lanes
               ? block.sub_block_elements
               : lanes;
  }
  int microexponents() const {
    return is_block() && block.has_sub_blocks() ? lanes / micro_lanes() : 0;
  }
  int micro_bits() const { return microexponents() == 0 ? 0 : block.sub_exponent_bits; }
  int scale_bits() const { return is_block() ? block.scale.width_bits() : 0; }

  // Positions of the parts in the operand's word.
  int element_position(int lane) const { return lane * block.element.width_bits(); }
  int micro_position(int index) const { return element_position(lanes) + index * micro_bits(); }
  int scale_position(int index) const {
    return micro_position(microexponents()) + index * scale_bits();
  }
  int word_bits() const { return scale_position(scales()); }

  friend bool operator==(const LaneOperand&, const LaneOperand&) = default;
};

struct DotProduct {
  int lanes = 0;           // 0: a scalar unit, which has nothing of this.
  int block_elements = 0;  // In place of the block formats' own; 0: theirs.
  LaneOperand a;  // block.element is Design::a, of plain numbers too; but of codebooks the codes'.
  LaneOperand b;
  Reduction reduction = Reduction::kExact;
  Terms terms = Terms::kBlocks;
  Alignment alignment = Alignment::kTruncate;
  int window_bits = 0;  // kMaxExponent: fraction bits that aligned terms keep; else 0.
  Join join = Join::kJoined;

  // Lanes whose products have both scales in common.
  int group_lanes() const {
    return a.scaled_lanes() < b.scaled_lanes() ? a.scaled_lanes() : b.scaled_lanes();
  }
  int groups() const { return lanes / group_lanes(); }
  bool has_scale() const { return a.is_block() || b.is_block(); }
  bool looks_up() const { return a.is_looked_up() || b.is_looked_up(); }
  // The index of the scale of a group.
  static int ScaleOf(const LaneOperand& operand, int group, int lanes_a_group) {
    return group * lanes_a_group / operand.scaled_lanes();
  }

  friend bool operator==(const DotProduct&, const DotProduct&) = default;
};

}  // namespace macroscope
