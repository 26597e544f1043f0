// What block_quantize makes of the values of one operation: one block, with its scale.
#pragma once

#include <cstdint>

#include "models/design/dot_product.h"

namespace macroscope {

// Which power of two a block's elements are divided by: the rules in use. e is the exponent of the
// leading bit of the greatest element.
enum class BlockScaleRule : std::uint8_t {
  kFloor,  // floor(log2 largest) - e: of OCP MX 1.0, section 6.3. The largest element may saturate.
  kCeil,   // ceil(log2 largest) - e: nothing saturates.
  kEven,   // As kFloor, of the largest rounded to the elements' fraction bits, halves up (torchao).
  kRceil,  // The least at which the largest does not exceed the greatest element (cuBLAS).
};

struct QuantizedBlock {
  LaneOperand z;  // One block, which an operation gives; no lanes: of another unit.
  BlockScaleRule scale_rule = BlockScaleRule::kFloor;  // Of scales that are powers of two.
  int block_elements = 0;  // In place of the block format's own; 0: its own.

  // The scale is no power of two, but the largest magnitude over the greatest element, rounded.
  bool divides() const { return z.lanes > 0 && !z.block.scale_is_power_of_two(); }

  friend bool operator==(const QuantizedBlock&, const QuantizedBlock&) = default;
};

}  // namespace macroscope
