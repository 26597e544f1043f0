// The code of a scale that is a power of two, by the design's rule, and of each sub-block how much
// smaller it may count. Twin of rtl/block_quantize/block_quantize_power.sv.
#pragma once

#include <algorithm>

#include "models/block_quantize/block_quantize_shape.h"

namespace macroscope {

struct BlockQuantizePower {
  BlockQuantizeShape shape;

  int CodeOf(std::uint64_t key) const {
    const Leading leading = Normalize(key);
    if (leading.is_below) return key != 0 ? shape.least_code : 0;
    const int code = leading.exponent + (GoesUp(leading) ? 1 : 0) + shape.offset;
    return std::clamp(code, shape.least_code, shape.greatest_code);
  }

  // By how many places a sub-block's largest value stays below the block's greatest element.
  int MicroOf(std::uint64_t key, int code) const {
    const Leading leading = Normalize(key);
    if (leading.is_below) return shape.most_micro;
    return std::clamp(code - shape.offset - leading.exponent, 0, shape.most_micro);
  }

 private:
  // A key's leading bit, and what is below it.
  struct Leading {
    bool is_below = false;  // So small that its place does not matter: the least code, or zero.
    int exponent = 0;       // Biased, down to 1 - steps.
    std::uint64_t fraction = 0;  // key_fraction_bits of it.
    bool rest = false;
  };

  Leading Normalize(std::uint64_t key) const {
    auto [field, fraction, rest] = shape.Split(key);
    const int fraction_bits = shape.key_fraction_bits;
    Leading out{.exponent = field, .rest = rest};
    if (field == 0) {
      const int zeros = fraction_bits - BitLength(fraction) + 1;
      out.is_below = zeros > shape.steps;
      out.exponent = 1 - zeros;
      if (!out.is_below) fraction <<= zeros;
    }
    out.fraction = fraction & LowMask<Word64>(fraction_bits);
    return out;
  }

  // Whether the rule wants a scale of one exponent more than the largest value has.
  bool GoesUp(const Leading& leading) const {
    const int missing = shape.compared_bits - shape.key_fraction_bits;
    const std::uint64_t top =
        missing > 0 ? leading.fraction << missing : leading.fraction >> -missing;
    const std::uint64_t below = missing > 0 ? 0 : leading.fraction & LowMask<Word64>(-missing);
    switch (shape.design.quantize.scale_rule) {
      case BlockScaleRule::kFloor:
        return false;
      case BlockScaleRule::kCeil:
        return leading.fraction != 0 || leading.rest;
      case BlockScaleRule::kEven:
        return top == LowMask<Word64>(shape.compared_bits);
      case BlockScaleRule::kRceil:
        return top > shape.compared || (top == shape.compared && (below != 0 || leading.rest));
    }
    return false;
  }
};

}  // namespace macroscope
