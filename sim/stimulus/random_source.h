// Random operations of any design, without an end.
#pragma once

#include <cstdint>
#include <memory>

#include "models/design/design.h"
#include "sim/stimulus/operand_source.h"

namespace macroscope {

// Corner-biased ones (sim/stimulus/corner_biased.h); of block_quantize, blocks of values
// (sim/stimulus/block_values.h); else, where a or b has more than one limb, bits drawn on their own
// (sim/stimulus/random_bits.h). `c_bits` is Unit::c_bits().
std::unique_ptr<OperandSource> MakeRandomSource(const Design& design, int c_bits,
                                                std::uint64_t seed);

}  // namespace macroscope
