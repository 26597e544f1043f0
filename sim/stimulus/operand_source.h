// Streams of operands for checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/stimulus/operand_block.h"

namespace macroscope {

class OperandSource {
 public:
  virtual ~OperandSource() = default;

  // Fills the front of the caller's buffers. Returns the number of operations: out.count, fewer at
  // the end of the stream, then 0. The stream does not depend on how it is cut into blocks.
  virtual std::size_t Fill(const OperandBuffers& out) = 0;

  // How far it reaches: "exhaustive", "all pairs, random c, seed 1", "random, seed 1";
  // units without c say what else is random, as in "all pairs, random rounding, seed 1".
  virtual std::string extent() const = 0;
};

}  // namespace macroscope
