// The texts of what block_dot has beside scalar units.
#pragma once

#include <string>
#include <string_view>

#include "models/design/design.h"

namespace macroscope {

// Operands, lanes and blocks; the rest of Design::dot once the accumulator is known. Throw
// DesignError.
void ParseLanes(const DesignText& text, const Catalogue& formats, Design& design);
void ParseReduction(const DesignText& text, Design& design);
// Where block_dot can flush subnormals. Throws DesignError.
void CheckDotSubnormals(const Design& design);
// A scalar unit has none of these keys. Throws DesignError.
void RefuseDotKeys(const DesignText& text, UnitKind unit);

// Fills the keys in that block_dot alone has.
void AddDotText(const Design& design, DesignText& text);

// What codes of a codebook are looked up as unless `values` says otherwise.
inline constexpr const char* kDefaultValues = "bf16";

// The block format's name, or the number format's.
std::string OperandName(const LaneOperand& operand);

}  // namespace macroscope
