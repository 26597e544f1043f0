// The two levels of scales of VS-Quant (Dai et al., "VS-Quant: per-vector scaled quantization for
// accurate low-precision neural network inference", MLSys 2021): an integer a vector, and one
// binary32 number a tensor or channel, which hardware applies to whole sums.
//
//   s     = largest of the vector / greatest element       a vector
//   gamma = largest s / greatest scale                     a tensor; rounded to binary32
//   scale = s / gamma, to the nearest integer              a vector; may be 0, and all of it with
//   it
//
// Elements are then rounded under scale * gamma, not under s: of the two orders that a description
// allows the one with the smaller error.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/formats/block_format.h"

namespace macroscope {

struct VsqScales {
  float tensor_scale = 1;
  std::vector<std::uint64_t> scales;  // One code a block, the last of which may be shorter.
};

// Whether scales are integers that mean themselves: what this calibrates.
bool HasIntegerScale(const BlockFormat& format);

// The scales of a tensor's values, which are finite. A tensor of zeros has scales 0 under 1.
// Without a tensor scale in the format it is 1.
VsqScales CalibrateVsq(const BlockFormat& format, std::span<const float> values);

}  // namespace macroscope
