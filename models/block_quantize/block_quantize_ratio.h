// The code of a scale that is no power of two: the largest value over the greatest element, rounded
// once, to nearest with ties to even. Twin of rtl/block_quantize/block_quantize_ratio.sv.
#pragma once

#include <algorithm>

#include "models/block_quantize/block_quantize_shape.h"
#include "models/convert/convert_round.h"
#include "models/convert/convert_shift.h"

namespace macroscope {

struct BlockQuantizeRatio {
  BlockQuantizeShape shape;
  ConvertShift<Word64> place;
  ConvertRound<Word64> round;

  explicit BlockQuantizeRatio(const BlockQuantizeShape& s)
      : shape(s), place{s.ratio.place}, round(s.ratio.place) {}

  int CodeOf(std::uint64_t key) const {
    const auto [field, fraction, rest] = shape.Split(key);
    const std::uint64_t hidden = field == 0 ? 0 : std::uint64_t{1} << shape.key_fraction_bits;
    const auto placed =
        place({.sign = false,
               .exponent = std::max(field, 1) + shape.ratio.offset,
               .significand = shape.ratio.Divide(hidden | fraction, shape.ratio_divisor, rest),
               .nan = false,
               .infinity = false});
    const auto code = static_cast<int>(round(placed, /*r=*/0).z);
    // A floating scale is never 0: a block's elements are, if they are too small for the least.
    return shape.z.block.scale.is_floating() && shape.z.block.scale.has_zero ? std::max(code, 1)
                                                                             : code;
  }
};

}  // namespace macroscope
