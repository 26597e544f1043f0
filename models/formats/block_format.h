// What a block format is: numbers that share what scales them. One row of data, like a format.
//
//   value of an element = tensor scale * scale * 2^-microexponent * element
//
//                         binary32, one   one a      one a          one each
//                         a tensor        block      sub-block
#pragma once

#include <cstdint>
#include <string>

#include "models/formats/format.h"

namespace macroscope {

inline constexpr int kMaxBlockElements = 4096;

struct BlockFormat {
  std::string name;
  Format element;            // Floating, an integer of any encoding, or a codebook.
  int block_elements = 32;   // That share one scale. 0: all of a tensor.
  bool is_symmetric = true;  // Encoders keep off the one code of two's complement without negative.

  // A scale's code means a value of this format, whose sign bit, if any, is not looked at; or, with
  // scale_is_exponent, 2 to the power of that two's complement integer.
  Format scale;
  bool scale_is_exponent = false;

  // Second level: neighbours that share one more exponent of so many bits, by which they are
  // smaller than the block's scale says (Rouhani et al. 2023, With shared microexponents). 0: none.
  int sub_block_elements = 0;
  int sub_exponent_bits = 0;

  bool has_tensor_scale = false;  // A binary32 number besides, one a tensor or channel.

  // Scaling is an addition of exponents, not a multiplication.
  bool scale_is_power_of_two() const {
    return scale_is_exponent || (scale.is_floating() && scale.fraction_bits == 0);
  }
  bool has_sub_blocks() const { return sub_block_elements > 0; }
  // Of one block with its scale and microexponents; of one element where a tensor is one block.
  int block_bits() const;
  // Of storage, scales included, the tensor's own left out.
  double bits_per_element() const;

  friend bool operator==(const BlockFormat&, const BlockFormat&) = default;
};

// Throws std::invalid_argument, saying what is wrong and what would be right.
void Validate(const BlockFormat& format);

}  // namespace macroscope
