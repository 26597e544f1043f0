// Tensors in block formats: binary32 numbers to codes, and back to exact values.
//
// Scales that are powers of two come from one of the rules of block_scale.h. The others follow the
// recipes of NVFP4 (floating scales; NVIDIA 2025) and VS-Quant (integer scales; Dai et al. 2021),
// each step rounded to binary32 where a recipe says so. Codebooks go with the recipe of floating
// scales, a block of zeros under a scale of 0 (Dettmers et al. 2023): where the scale is binary32
// the codes are those of codebook_quantize.h; a narrower one is rounded before it divides.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/design/design.h"
#include "models/formats/block_format.h"
#include "models/reference/block_scale.h"

namespace macroscope {

struct BlockEncoding {
  BlockScaleRule rule = BlockScaleRule::kFloor;  // Of scales that are powers of two.
  Rounding rounding = Rounding::kTiesToEven;     // Of elements: any but kPort and kStochastic.
  bool saturates = true;  // If not, too large an element is an infinity or NaN where there is one.
  std::uint64_t least_scale = 1;  // Code that a floating scale does not go below.
};

// A tensor. Its last block may be shorter than the others.
struct BlockCodes {
  float tensor_scale = 1;
  std::vector<std::uint64_t> scales;          // One code a block.
  std::vector<std::uint64_t> microexponents;  // One a sub-block; empty without a second level.
  std::vector<std::uint64_t> elements;

  friend bool operator==(const BlockCodes&, const BlockCodes&) = default;
};

// The codes of `values`. A block with a NaN or infinity has the scale's NaN and elements 0, where
// the scale has a NaN; elsewhere infinities count as the greatest binary32 number and NaNs as 0. A
// block of zeros has scale code 0, or the least that there may be, and elements 0.
BlockCodes EncodeBlocks(const BlockFormat& format, const BlockEncoding& encoding,
                        std::span<const float> values);

// The same of values that are divided by the tensor's scale already, as hardware sees them, one
// block after the other: the tensor scale is 1. A scale that is no power of two is the nearest to
// the block's largest / the greatest element, ties to even, a floating one not below `least_scale`;
// elements are those nearest to value / scale, each quotient rounded once. A recipe that multiplies
// by a rounded reciprocal instead, as EncodeBlocks does, has other elements where it misses a tie.
// Scales and elements have at most 24 significant bits.
BlockCodes EncodeDividedBlocks(const BlockFormat& format, const BlockEncoding& encoding,
                               std::span<const float> values);

// The same under scales that are given: what hardware does that has chosen them in advance, as
// Flexpoint's. `scales` has one code a block. Microexponents are chosen anew.
BlockCodes EncodeUnderScales(const BlockFormat& format, const BlockEncoding& encoding,
                             std::span<const float> values, float tensor_scale,
                             std::span<const std::uint64_t> scales);

// The value of a scale's code, without a tensor's. NaN for the scale's NaN.
double ScaleValue(const BlockFormat& format, std::uint64_t code);
// The exact value of element i. Of a tensor scale of 1 always exact; otherwise the product is that
// of doubles, exact as long as it is not below their normal numbers. NaN and infinities as they
// come.
double DecodeElement(const BlockFormat& format, const BlockCodes& codes, std::size_t i);

}  // namespace macroscope
