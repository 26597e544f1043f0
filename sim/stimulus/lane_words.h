// The words that a workload feeds to an operand of several lanes.
#pragma once

#include <cstdint>
#include <vector>

#include "models/design/dot_product.h"
#include "sim/config/workload.h"
#include "sim/stimulus/operand_codes.h"

namespace macroscope {

// The words of `length` operations, each of operand.lanes values in the order of the stream. Blocks
// lie along it: an operation has several, or several operations have one and repeat its scale. A
// block format's values are encoded as they are, by its recipe; plain numbers as MakeOperandCodes
// has them, `full_scale` included. A tensor's own scale is in the facts, but in no word.
OperandCodeStream MakeLaneWords(const Operand& operand, const LaneOperand& lanes, double full_scale,
                                std::uint64_t length, std::uint64_t seed);

// Words of these elements, lane after lane, under scales of 1.
std::vector<std::uint64_t> WordsOfElements(const LaneOperand& lanes,
                                           const std::vector<std::uint64_t>& elements);

}  // namespace macroscope
