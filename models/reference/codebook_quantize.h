// Codes of codebooks for numbers, one by one and by blocks scaled to their largest magnitude
// (Dettmers et al. 2023, QLoRA, as bitsandbytes has it). Every step is one of binary32, rounded to
// nearest even; which value is nearest is decided exactly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/formats/format.h"

namespace macroscope {

// By thresholds: the value of that place among the ascending ones as there are thresholds below x;
// without them the nearest value, and of two equally near ones the lower code (without a sign bit
// and ascending, the lower value; with one, by magnitudes). A NaN counts as zero. Throws
// std::invalid_argument if the format is no codebook.
std::uint64_t NearestCode(const Format& codebook, float x);

// The value of a code, of a codebook or any other format whose numbers are all of binary32; NaN and
// infinities too.
float FloatValue(const Format& format, std::uint64_t code);

// By code, the value as a code of `values`, an integer or floating format: into a floating one
// rounded to nearest, ties to even; into an integer as what the value is of the codebook's greatest
// magnitude, that being the integer's greatest code. What is rounded to zero is +0.
std::vector<std::uint64_t> LookedUpCodes(const Format& codebook, const Format& values);

struct CodebookBlock {
  std::vector<std::uint64_t> codes;
  float absmax = 0;  // The scale: the largest magnitude of the block.
};

// codes[i] = NearestCode(x[i] * (1 / absmax)). A block of zeros has scale 0 and the codes of zero.
CodebookBlock QuantizeCodebookBlock(const Format& codebook, std::span<const float> x);
// value * absmax.
std::vector<float> DequantizeCodebookBlock(const Format& codebook, const CodebookBlock& block);

// The scales of many blocks, themselves a block of codes of `map`, once their mean is taken off.
struct QuantizedScales {
  float offset = 0;  // The mean, summed one by one.
  CodebookBlock block;
};
QuantizedScales QuantizeScales(const Format& map, std::span<const float> scales);
// value * absmax + offset, rounded twice.
std::vector<float> DequantizeScales(const Format& map, const QuantizedScales& scales);

}  // namespace macroscope
