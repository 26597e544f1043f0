// Random operations of any design, without an end.
#pragma once

#include <cstdint>
#include <memory>

#include "models/design/design.h"
#include "sim/stimulus/operand_source.h"

namespace macroscope {

class RandomSource : public OperandSource {
 public:
  // Only c and r, for given a and b: what an exhaustive walk over pairs is completed with.
  virtual void Complete(const OperandBuffers& out) = 0;
};

// Corner-biased ones: sim/stimulus/block_values.h of block_quantize, sim/stimulus/block_operands.h
// where there are lanes, sim/stimulus/log_operands.h of logarithms,
// sim/stimulus/double_base_operands.h of double-base numbers, else sim/stimulus/corner_biased.h;
// but plain random bits of units that know other words of more than 64 bits. `c_bits` is
// Unit::c_bits().
std::unique_ptr<RandomSource> MakeRandomSource(const Design& design, int c_bits,
                                               std::uint64_t seed);

}  // namespace macroscope
