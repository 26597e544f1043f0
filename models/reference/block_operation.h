// The judge of units that make blocks: the codec of whole tensors, one block at a time.
#pragma once

#include "models/common/bits.h"
#include "models/design/design.h"

namespace macroscope {

// z of block_quantize: the block that EncodeDividedBlocks makes of the values in `a`, laid out as
// LaneOperand says.
Bits QuantizeBlock(const Design& design, const Bits& a);

}  // namespace macroscope
