// Operands that are codes of a codebook: what they are looked up as, before anything else.
#pragma once

#include <string_view>

#include "models/design/design.h"

namespace macroscope {

// Sets Design::a and Design::b to the format of the operands' values: the codebooks' as `text` says
// (the default if empty), the others' their own. Throws DesignError (key `values`).
void ParseValues(std::string_view text, const Catalogue& formats, Design& design);

// The same operand once its codes are looked up: elements are of the format of their values.
LaneOperand WithValues(const LaneOperand& operand, const Format& values);

}  // namespace macroscope
