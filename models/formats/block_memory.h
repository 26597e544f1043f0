// How blocks lie in memory that is read in words: a subchannel's width.
#pragma once

#include <numeric>

#include "models/formats/block_format.h"

namespace macroscope {

// Of blocks stored one by one, each from a word's beginning; its scale beside its elements.
struct BlockMemory {
  int word_bits = 0;
  int block_bits = 0;      // With scale and microexponents, without the padding.
  int transfers = 0;       // Words that a block takes.
  int group_elements = 0;  // The fewest whose blocks, packed together, fill words exactly.

  int padded_bits() const { return transfers * word_bits; }
  // Of the bits that are read, those that are padding.
  double lost_share() const {
    return static_cast<double>(padded_bits() - block_bits) / padded_bits();
  }

  // word_bits: 1 or more. A format whose block is a tensor has no such thing: give it a block size.
  static BlockMemory Of(const BlockFormat& format, int word_bits) {
    const int bits = format.block_bits();
    return {.word_bits = word_bits,
            .block_bits = bits,
            .transfers = (bits + word_bits - 1) / word_bits,
            .group_elements = format.block_elements * (word_bits / std::gcd(bits, word_bits))};
  }
};

// Scales that are themselves quantized (Dettmers et al. 2023, QLoRA, double quantization): codes of
// 8 bits, and one number of binary32 for so many of them, kept apart from the blocks.
struct QuantizedScales {
  static constexpr int kCodeBits = 8, kSharedBits = 32;
  int scales = 0;  // That share one number; 0: scales are as the format has them.

  // Whether the format's scales become smaller by it.
  static bool Helps(const BlockFormat& format) {
    return format.block_elements > 0 && format.scale.width_bits() > kCodeBits;
  }
  // The format with codes in place of its scales.
  BlockFormat Applied(BlockFormat format) const {
    if (scales == 0) return format;
    format.scale = {.name = "codes",
                    .family = Family::kInteger,
                    .encoding = Encoding::kUnsigned,
                    .integer_width_bits = kCodeBits};
    return format;
  }
  // An element's share of the number.
  double shared_bits(const BlockFormat& format) const {
    return scales == 0 ? 0 : static_cast<double>(kSharedBits) / scales / format.block_elements;
  }
};

}  // namespace macroscope
